import { describe, expect, it } from "vitest";
import type { Column } from "./column.ts";
import { nextSort, sortRows } from "./sort-rows.ts";

type Row = { readonly name: string; readonly size: number | null };
const columns: readonly Column<Row>[] = [
  { id: "name", label: "Name", width: 100, sort: "asc", value: (row) => row.name },
  { id: "size", label: "Size", width: 100, sort: "desc", value: (row) => row.size },
];
const rows: readonly Row[] = [
  { name: "file 10", size: 2 },
  { name: "File 9", size: null },
  { name: "émile", size: 30 },
];
const names = (sorted: readonly Row[]) => sorted.map(({ name }) => name);

describe("sortRows", () => {
  it("sorts text as people read it", () => {
    expect(names(sortRows(rows, columns, { by: "name", direction: "asc" }))).toEqual([
      "émile",
      "File 9",
      "file 10",
    ]);
  });
  it("sorts numbers by size, and puts what has none last in either direction", () => {
    expect(names(sortRows(rows, columns, { by: "size", direction: "desc" }))).toEqual([
      "émile",
      "file 10",
      "File 9",
    ]);
    expect(names(sortRows(rows, columns, { by: "size", direction: "asc" })).at(-1)).toBe("File 9");
  });
  it("leaves the order as it is without a column to sort by", () => {
    expect(sortRows(rows, columns, undefined)).toBe(rows);
    expect(sortRows(rows, columns, { by: "gone", direction: "asc" })).toBe(rows);
  });
});

describe("nextSort", () => {
  it("starts in the column's own direction and turns with each click", () => {
    const size = { id: "size", sort: "desc" } as const;
    const first = nextSort(size, { by: "name", direction: "asc" });
    expect(first).toEqual({ by: "size", direction: "desc" });
    expect(nextSort(size, first)).toEqual({ by: "size", direction: "asc" });
  });
});
