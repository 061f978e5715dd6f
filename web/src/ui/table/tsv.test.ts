import { describe, expect, it } from "vitest";
import type { Column } from "./column.ts";
import { toTsv } from "./tsv.ts";

type Row = readonly [string, number | null];
const columns: readonly Column<Row>[] = [
  { id: "text", label: "Text", width: 1, value: ([text]) => text },
  { id: "n", label: "N", width: 1, value: ([, n]) => n },
];

describe("toTsv", () => {
  it("writes one line a row under the names of the columns, numbers bare", () => {
    expect(toTsv(columns, [["reset password", 1234.5]])).toBe("Text\tN\nreset password\t1234.5\n");
  });
  it("keeps a cell in its cell whatever is in it", () => {
    expect(toTsv(columns, [["two\tcells\r\nand a line", null]])).toBe("Text\tN\ntwo cells and a line\t\n");
  });
  it("gives a spreadsheet no formula to run", () => {
    expect(toTsv(columns, [["=HYPERLINK(1)", -3]])).toBe("Text\tN\n'=HYPERLINK(1)\t-3\n");
  });
});
