import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestColumnar, type TestColumnar } from "../../../test/support/columnar.ts";
import { prepareTestConversation } from "../../../test/support/prepared.ts";
import { sql } from "../../query/sql.ts";
import { encodeBatch } from "./encode-batch.ts";
import type { MessageRow } from "./stored-rows.ts";
import { parseLines } from "./tab-separated.ts";
import { writeBatch } from "./write-batch.ts";

const at = "2026-03-05T10:00:00.000Z";
const SIGNS = [
  "\\",
  "\t",
  "\n",
  "\r",
  "\0",
  "'",
  '"',
  "\\N",
  "[",
  "]",
  "\b",
  "\f",
  "é",
  "😀",
  "\uD800",
  "\u2028",
  "n",
  "t",
  " ",
];

let test: TestColumnar;
beforeAll(async () => {
  test = await openTestColumnar();
});
afterAll(() => test.close());

describe("tab-separated rows", () => {
  it("come back from the engine, and out of their own lines, as they went in", async () => {
    const texts = fc.sample(fc.string({ unit: fc.constantFrom(...SIGNS), minLength: 1, maxLength: 12 }), 300);
    texts.push(...SIGNS, "\\\\t", "ends in \\");
    const conversation = prepareTestConversation(
      "a",
      texts.map((text, index) => ({ id: String(index), at, text })),
    );
    const batch = encodeBatch([conversation], { workspace: "w\t\\", importId: "i", version: 7 });
    const expected = texts.map((text) => text.toWellFormed());
    const own = parseLines<MessageRow>("messages", new TextDecoder().decode(batch.messages.bytes));
    expect(own.map(({ text }) => text)).toEqual(expected);
    await writeBatch(test.columnar, batch);
    const stored = await test.columnar.query<{ text: string; workspace: string; version: string }>(
      sql`SELECT text, workspace, version FROM messages FINAL ORDER BY position`,
      { tag: "test" },
    );
    expect(stored.map(({ text }) => text)).toEqual(expected);
    expect(stored[0]).toMatchObject({ workspace: "w\t\\", version: "7" });
  });
});
