// Sorting rows that are all at hand. Pure.
import type { CellValue, Column, Sort } from "./column.ts";

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function compareCells(one: Exclude<CellValue, null>, other: Exclude<CellValue, null>): number {
  return typeof one === "number" && typeof other === "number"
    ? one - other
    : collator.compare(String(one), String(other));
}

/** Rows by one column; equal ones keep their order, and cells without a value come last either way. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | undefined,
): readonly Row[] {
  const column = columns.find(({ id }) => id === sort?.by);
  if (column === undefined || sort === undefined) return rows;
  const sign = sort.direction === "asc" ? 1 : -1;
  return rows
    .map((row) => ({ row, value: column.value(row) }))
    .sort((one, other) => {
      if (one.value === null || other.value === null)
        return Number(one.value === null) - Number(other.value === null);
      return sign * compareCells(one.value, other.value);
    })
    .map(({ row }) => row);
}

/** What a click on a column's name sorts by: its own direction first, then the other one. */
export function nextSort(column: Pick<Column<never>, "id" | "sort">, sort: Sort | undefined): Sort {
  const first = column.sort ?? "asc";
  if (sort?.by !== column.id) return { by: column.id, direction: first };
  return { by: column.id, direction: sort.direction === "asc" ? "desc" : "asc" };
}
