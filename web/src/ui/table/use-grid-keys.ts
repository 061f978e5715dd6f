// The keys of a table: they walk, choose, fold, open. Where the table has the keys of the page, the letters work everywhere.
import type { KeyboardEvent, RefObject } from "react";
import { isTyping, useKeys } from "../../app/keys.ts";
import { stepOf } from "./selection.ts";
import type { DataTableProps } from "./table-props.ts";
import type { SelectionActions } from "./use-selection.ts";

type GridKeys<Row> = Pick<
  DataTableProps<Row>,
  "rows" | "onOpen" | "openKey" | "hasKeys" | "rowKeys" | "tree"
> & {
  readonly choosing: SelectionActions<Row>;
  readonly goTo: (index: number) => void;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowHeight: number;
};

export function useGridKeys<Row>(grid: GridKeys<Row>): (event: KeyboardEvent<HTMLElement>) => void {
  const { rows, choosing } = grid;
  const { current } = choosing.selection;
  const currentRow = () => rows.at(current);

  function walk(key: string): void {
    const page = Math.max(1, Math.floor((grid.scroller.current?.clientHeight ?? 0) / grid.rowHeight) - 1);
    const next = stepOf(key, current, rows.count, page);
    if (next === undefined) return;
    grid.goTo(next);
    const row = rows.at(next);
    // What is open beside the table follows the keys.
    if (row !== undefined && grid.openKey !== undefined) grid.onOpen?.(row);
  }
  function onRow(run: (row: Row) => void): () => void {
    return () => {
      const row = currentRow();
      if (row !== undefined) run(row);
    };
  }
  const walkers = Object.fromEntries(["j", "k", "ArrowDown", "ArrowUp"].map((key) => [key, () => walk(key)]));
  const forRow = Object.fromEntries(
    Object.entries(grid.rowKeys ?? {}).map(([key, run]) => [key, onRow(run)]),
  );
  const x = () => choosing.toggle(current);
  useKeys({ ...walkers, ...forRow, x }, (grid.hasKeys ?? false) && rows.count > 0);

  return (event) => {
    const isRow = event.target instanceof HTMLTableRowElement;
    if (isTyping(event.target) && !isRow) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const step = isCommand || event.altKey ? undefined : stepOf(event.key, current, rows.count, 1);
    if (isCommand && event.key === "a") void choosing.chooseAll();
    else if (event.shiftKey && step !== undefined && /^Arrow/.test(event.key)) void choosing.chooseTo(step);
    else if (step !== undefined) walk(event.key);
    else if (isRow && !isCommand && foldByKey(event.key, grid, currentRow(), current))
      return event.preventDefault();
    else if (isRow && event.key === "Enter") onRow((row) => grid.onOpen?.(row))();
    else if (isRow && (event.key === " " || event.key === "x")) choosing.toggle(current);
    else if (event.key === "Escape" && choosing.selection.chosen.size > 0) choosing.clear();
    else return;
    event.preventDefault();
  };
}

/** Right unfolds or goes to the first below; Left folds or goes to the row above it in the tree. */
function foldByKey<Row>(key: string, grid: GridKeys<Row>, row: Row | undefined, current: number): boolean {
  const { tree, rows } = grid;
  if (tree === undefined || row === undefined || (key !== "ArrowRight" && key !== "ArrowLeft")) return false;
  const isUnfolded = tree.isUnfolded(row);
  if (key === "ArrowRight") {
    if (isUnfolded === false) tree.fold(row, true);
    else if (isUnfolded) grid.goTo(current + 1);
    return true;
  }
  if (isUnfolded) {
    tree.fold(row, false);
    return true;
  }
  const level = tree.level(row);
  for (let index = current - 1; index >= 0; index -= 1) {
    const above = rows.at(index);
    if (above !== undefined && tree.level(above) < level) {
      grid.goTo(index);
      break;
    }
  }
  return true;
}
