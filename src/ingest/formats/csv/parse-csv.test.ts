import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLineSplitter } from "../../text/split-lines.ts";
import { type CsvItem, createCsvParser } from "./parse-csv.ts";

function parse(text: string, delimiter = ",", chunk = text.length || 1): CsvItem[] {
  const splitter = createLineSplitter(1_000_000);
  const parser = createCsvParser(delimiter, 1_000_000);
  const items: CsvItem[] = [];
  for (let at = 0; at < text.length; at += chunk)
    items.push(...parser.push(splitter.push(text.slice(at, at + chunk))));
  items.push(...parser.push(splitter.end()), ...parser.end());
  return items;
}

const fields = (items: readonly CsvItem[]) =>
  items.map((item) => (item.kind === "record" ? item.fields : item.kind));

describe("createCsvParser", () => {
  it.each([
    [
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ['"a,1","b ""x"""\n', [["a,1", 'b "x"']]],
    [
      'a,"two\nlines"\n3,4',
      [
        ["a", "two\nlines"],
        ["3", "4"],
      ],
    ],
    ['"",""\n', [["", ""]]],
    ['5" screen,ok', [['5" screen', "ok"]]],
    ['"He said "hi" to me",x', [['He said "hi" to me', "x"]]],
    [
      "a,\n,b\n,\n",
      [
        ["a", ""],
        ["", "b"],
        ["", ""],
      ],
    ],
    ["\n\na,b\n\n", [["a", "b"]]],
  ])("reads %j", (text, expected) => {
    expect(fields(parse(text))).toEqual(expected);
  });

  it("sets aside only the line that opens a quote which is never closed", () => {
    expect(fields(parse('a,b\n"open,x\n1,2\n"q, r",3\n'))).toEqual([
      ["a", "b"],
      "unclosed",
      ["1", "2"],
      ["q, r", "3"],
    ]);
  });

  it("finds its way back after 5,000 lines without waiting for the end", () => {
    const rows = Array.from({ length: 6000 }, (_, index) => `${index},x`).join("\n");
    const items = parse(`"open,x\n${rows}\n`);
    expect(items.length).toBe(6001);
    expect(items[0]).toEqual({ kind: "unclosed", raw: '"open,x', line: 1 });
    expect(items[6000]).toMatchObject({ fields: ["5999", "x"], line: 6001 });
  });

  it("stays quick when every line opens a quote", () => {
    const text = '"a\n'.repeat(20_000);
    expect(parse(text).length).toBeLessThanOrEqual(20_000);
  });

  it("keeps the line of a record and its text as it stands", () => {
    expect(parse('a,b\r\n"x\r\ny",2\r\nc,d')).toMatchObject([
      { line: 1, raw: "a,b" },
      { line: 2, raw: '"x\ny",2' },
      { line: 4, raw: "c,d" },
    ]);
  });

  it("gives back any table that was written by the rules", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "b", ",", ";", '"', "\n", " ", "ü") });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(",", ";"),
        fc.integer({ min: 1, max: 7 }),
        (rows, delimiter, chunk) => {
          const text = rows
            .map((row) => `${row.map((one) => `"${one.replaceAll('"', '""')}"`).join(delimiter)}\n`)
            .join("");
          expect(fields(parse(text, delimiter, chunk))).toEqual(rows);
        },
      ),
    );
  });

  it("accounts for every line of any text", () => {
    const texts = fc.string({ unit: fc.constantFrom('"', ",", "\n", "a", "\r"), maxLength: 80 });
    fc.assert(
      fc.property(texts, (text) => {
        const lines = text.split(/\r\n|\n|\r/).filter((line) => line !== "").length;
        const covered = parse(text).reduce(
          (sum, item) => sum + item.raw.split("\n").filter((line) => line !== "").length,
          0,
        );
        expect(covered).toBe(lines);
      }),
      { numRuns: 500 },
    );
  });
});
