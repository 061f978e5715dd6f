import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestColumnar, type TestColumnar } from "../../test/support/columnar.ts";
import { sql, typed } from "../query/sql.ts";

describe("the text of a bound value", () => {
  let test: TestColumnar;
  beforeAll(async () => {
    test = await openTestColumnar();
  });
  afterAll(() => test.close());

  const awkward = fc.string({
    unit: fc.oneof(
      fc.constantFrom("'", "\\", "\n", "\t", "\0", "{", "`", ";"),
      fc.string({ unit: "grapheme", maxLength: 1 }),
    ),
  });

  it("comes back as any string that went in, alone and in an array", async () => {
    await fc.assert(
      fc.asyncProperty(awkward, fc.array(awkward, { maxLength: 4 }), async (text, list) => {
        const rows = await test.columnar.query(
          sql`SELECT ${text} AS text, ${typed(list, "Array(String)")} AS list`,
          { tag: "test" },
        );
        expect(rows).toEqual([{ text, list }]);
      }),
      { numRuns: 150 },
    );
  });
});
