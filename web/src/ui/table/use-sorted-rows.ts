// Rows that are all at hand, sorted as a person last chose for this table; remembered in the browser.
import { useLocalStorage } from "@mantine/hooks";
import { useMemo } from "react";
import { z } from "zod";
import { type Column, type RowSource, rowsOf, type Sort } from "./column.ts";
import { sortRows } from "./sort-rows.ts";

const sortSchema = z.object({ by: z.string(), direction: z.enum(["asc", "desc"]) }).optional();

function readSort(text: string | undefined): Sort | undefined {
  if (text === undefined) return undefined;
  try {
    return sortSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What a data table wants of its rows: spread it into one. Until a column is clicked the order is the one given. */
export function useSortedRows<Row>(
  tableId: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): {
  readonly rows: RowSource<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: (sort: Sort) => void;
} {
  const [sort, setSort] = useLocalStorage<Sort | undefined>({
    key: `parlance.sort.${tableId}`,
    defaultValue: undefined,
    deserialize: readSort,
    getInitialValueInEffect: false,
  });
  const source = useMemo(() => rowsOf(sortRows(rows, columns, sort)), [rows, columns, sort]);
  return { rows: source, sort, onSort: setSort };
}
