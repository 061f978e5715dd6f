import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnarBackends, openTestColumnar, type TestColumnar } from "../../test/support/columnar.ts";
import { AppError } from "../core/errors.ts";
import { sql, typed } from "../query/sql.ts";

const slow = sql`SELECT sum(sipHash64(number)) AS s FROM numbers(${20_000_000_000})`;

describe.each(columnarBackends())("the exec seam on %s", (kind) => {
  let test: TestColumnar;
  beforeAll(async () => {
    test = await openTestColumnar(kind);
  });
  afterAll(() => test.close());
  const tag = { tag: "test" };

  it.each([
    ["quotes and escapes", 'it\'s \\ a \t \n \r \0 \b \f "x" {p1:String} ; -- 👍'],
    ["the empty string", ""],
    ["something that looks like SQL", "'; DROP TABLE messages; --"],
    ["an array of awkward strings", ["a'b", "c\\d", "e\tf\n", "", "]", ","]],
    ["an array of numbers", [1.5, -2.25]],
    ["a number", -12.5],
    ["a boolean", true],
  ])("gives back %s as it was bound", async (_what, value) => {
    expect(await test.columnar.query(sql`SELECT ${value} AS v`, tag)).toEqual([{ v: value }]);
  });

  it("binds times to the millisecond and ids under their type", async () => {
    const id = "00000000-0000-8000-8000-000000000001";
    const at = new Date("2026-03-29T01:30:00.123Z");
    expect(
      await test.columnar.query(sql`SELECT ${at} AS at, ${typed([id], "Array(UUID)")} AS ids`, tag),
    ).toEqual([{ at: "2026-03-29 01:30:00.123", ids: [id] }]);
  });

  it("keeps the parameters of concurrent queries apart", async () => {
    const values = Array.from({ length: 60 }, (_, index) => `value ${index}`);
    const rows = await Promise.all(
      values.map((value) => test.columnar.query<{ v: string }>(sql`SELECT ${value} AS v`, tag)),
    );
    expect(rows.map(([row]) => row?.v)).toEqual(values);
  });

  it("streams a large result in blocks", async () => {
    let count = 0;
    let blocks = 0;
    for await (const rows of test.columnar.stream(sql`SELECT number FROM numbers(${300_000})`, tag)) {
      count += rows.length;
      blocks += 1;
    }
    expect(count).toBe(300_000);
    expect(blocks).toBeGreaterThan(1);
  });

  it("lets go of a stream that is not read to its end", async () => {
    for (let round = 0; round < 6; round += 1) {
      for await (const _rows of test.columnar.stream(sql`SELECT number FROM numbers(${300_000})`, tag)) break;
    }
    expect(await test.columnar.query(sql`SELECT 1 AS one`, tag)).toEqual([{ one: 1 }]);
  });

  it("stops a statement at its time limit", async () => {
    await expect(test.columnar.query(slow, { tag: "slow", timeoutMs: 200 })).rejects.toMatchObject({
      code: "QUERY_TIMEOUT",
    });
  });

  it("stops a statement whose caller has gone", async () => {
    const abort = new AbortController();
    const running = test.columnar.query(slow, { tag: "left", signal: abort.signal });
    setImmediate(() => abort.abort());
    await expect(running).rejects.toMatchObject({ code: "CANCELLED" });
  });

  it("names the statement by its tag, and neither its text nor its values, when the engine fails", async () => {
    const error = await test.columnar
      .query(sql`SELECT nothing_here, ${"a secret"}`, { tag: "GET /x" })
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error.code).toBe("ENGINE_QUERY_FAILED");
    expect(error.message).toContain("GET /x");
    expect(error.message).not.toMatch(/nothing_here|secret/);
    expect(error.cause.message).toContain("UNKNOWN_IDENTIFIER in: SELECT nothing_here, {p1:String}");
    expect(inspect(error)).not.toMatch(/a secret/);
  });

  it("keeps the row out of the error when a row does not fit its table", async () => {
    const rows = Buffer.from('{"encoder":"a secret","text_hash":"words of a customer"}\n');
    const error = await test.columnar.insert("vectors", rows, { tag: "import" }).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: "ENGINE_QUERY_FAILED" });
    expect(inspect(error)).not.toMatch(/secret|customer/);
  });

  it("answers a ping", async () => {
    await expect(test.columnar.ping()).resolves.toBeUndefined();
  });
});
