import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { type BadLine, batchesOf, type JsonLine, readJsonLines } from "./json-lines.ts";

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}
const read = (bytes: string | Uint8Array, mostChars?: number) =>
  readJsonLines(Readable.from([Buffer.from(bytes)]), mostChars);

describe("readJsonLines", () => {
  it("gives objects with their lines, and words for the rest", async () => {
    const lines = await all(read('\uFEFF{"a":1}\r\n\n[1]\n{oops\n{"b":"too long"}\n{"c":2}', 12));
    expect(lines).toEqual([
      { line: 1, values: { a: 1 }, source: '{"a":1}' },
      { line: 3, problem: "is not a JSON object" },
      { line: 4, problem: "is not JSON" },
      { line: 5, problem: "is too long" },
      { line: 6, values: { c: 2 }, source: '{"c":2}' },
    ]);
  });

  it("ends a line at a line end only, in any encoding that the import reads", async () => {
    const text = '{"text":"one\u2028two\u2029é"}\n';
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`, "utf16le")])
      expect(await all(read(bytes))).toMatchObject([{ values: { text: "one\u2028two\u2029é" } }]);
  });
});

describe("batchesOf", () => {
  it("gives so many at a time and tells what cannot be used", async () => {
    const bad: BadLine[] = [];
    const item = ({ values }: JsonLine) =>
      typeof values["n"] === "number" ? { n: values["n"] } : "has no n";
    const lines = read('{"n":1}\n{"n":2}\nx\n{"n":3}\n{"m":4}');
    expect(await all(batchesOf(lines, 2, item, (one) => bad.push(one)))).toEqual([
      [{ n: 1 }, { n: 2 }],
      [{ n: 3 }],
    ]);
    expect(bad).toEqual([
      { line: 3, problem: "is not JSON" },
      { line: 5, problem: "has no n" },
    ]);
  });
});
