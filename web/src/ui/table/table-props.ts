// What a page says to a data table.
import type { ReactNode } from "react";
import type { CellContext, Column, RowSource, Sort } from "./column.ts";

/** Rows that lie in one another. The page gives the rows that are unfolded, in order; the table shows and steers. */
export type Tree<Row> = {
  /** 0 for the outermost. */
  level(row: Row): number;
  /** Undefined for a row with nothing below it. */
  isUnfolded(row: Row): boolean | undefined;
  fold(row: Row, isUnfolded: boolean): void;
};

/** Rows that can be dragged onto others; the chosen ones go together. */
export type Drag<Row> = {
  canDrop(rows: readonly Row[], onto: Row): boolean;
  drop(rows: readonly Row[], onto: Row): void;
};

/** How a row looks where the table is too narrow for columns. */
export type Card<Row> = {
  readonly below: number;
  readonly height: number;
  render(row: Row, context: CellContext): ReactNode;
};

/** Where the rows stand: as a query of the server tells it. */
export type TableStatus = {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly isPlaceholderData?: boolean;
  refetch(): unknown;
};

export type DataTableProps<Row> = {
  /** Names the table's layout in the browser's memory. */
  readonly id: string;
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: RowSource<Row>;
  keyOf(row: Row): string;
  readonly status?: TableStatus;
  /** What stands there when there are no rows. */
  readonly empty: ReactNode;
  /** Of a row, in pixels. */
  readonly rowHeight?: number;
  /** `fill` takes the height that is there; a number grows with the rows up to it. */
  readonly height: "fill" | number;
  readonly sort?: Sort | undefined;
  readonly onSort?: (sort: Sort) => void;
  readonly onOpen?: (row: Row) => void;
  /** Whether a click on a row opens it, as Enter does. */
  readonly opensAtClick?: boolean;
  /** The key of the row that is open beside the table. */
  readonly openKey?: string | undefined;
  /** Whether j, k and the arrows are for this table while nothing else has the keys. */
  readonly hasKeys?: boolean;
  /** Further keys, for the row that the keys are at. */
  readonly rowKeys?: Readonly<Record<string, (row: Row) => void>>;
  readonly tree?: Tree<Row>;
  readonly card?: Card<Row>;
  readonly drag?: Drag<Row>;
  /** What can be done with the chosen rows; with it, each row has a box to choose it by. */
  readonly chosenActions?: (rows: readonly Row[], clear: () => void) => ReactNode;
  readonly foot?: ReactNode;
};
