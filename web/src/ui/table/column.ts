// What a column of a data table is, and where its rows come from.
import type { ReactNode } from "react";

/** What a cell is worth for sorting and copying; null is nothing. */
export type CellValue = string | number | null;

export type CellContext = {
  /** What can be clicked in a cell takes part in the order of Tab only in the row that the keys are at. */
  readonly tabIndex: 0 | -1;
};

export type Column<Row> = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** In pixels, until a person drags it. */
  readonly width: number;
  /** Its part of what is left over; 0 keeps it at its width. */
  readonly grow?: number;
  /** Numbers stand at the end. */
  readonly align?: "end";
  /** The direction of the first click; without one the column does not sort. */
  readonly sort?: "asc" | "desc";
  /** Shown of itself only where the table is at least this wide, in pixels. */
  readonly from?: number;
  /** Always shown. */
  readonly isFixed?: boolean;
  value(row: Row): CellValue;
  /** Without one the value is written out. */
  render?(row: Row, context: CellContext): ReactNode;
};

export type Sort = { readonly by: string; readonly direction: "asc" | "desc" };

/** Rows by their place. Of a long list only those near the ones in sight are at hand; `range` fetches the others. */
export type RowSource<Row> = {
  readonly count: number;
  at(index: number): Row | undefined;
  /** The rows of places `from` to `to`, both included. */
  range(from: number, to: number): readonly Row[] | Promise<readonly Row[]>;
  /** Told which places are in sight whenever that changes. */
  see?(first: number, last: number): void;
};

export function rowsOf<Row>(rows: readonly Row[]): RowSource<Row> {
  return {
    count: rows.length,
    at: (index) => rows[index],
    range: (from, to) => rows.slice(from, to + 1),
  };
}
