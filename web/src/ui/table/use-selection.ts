// The selection of a table as state: what clicks, keys and copying do to it.
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { plural } from "../format.ts";
import type { Column, RowSource } from "./column.ts";
import { chooseStretch, chosenRows, moveTo, nothingChosen, type Selection, toggle } from "./selection.ts";
import { toTsv } from "./tsv.ts";

/** A longer stretch is what exports are for. */
const MOST_CHOSEN = 10_000;

export type SelectionActions<Row> = {
  readonly selection: Selection<Row>;
  moveTo(index: number): void;
  toggle(index: number): void;
  chooseTo(index: number): Promise<void>;
  chooseAll(): Promise<void>;
  clear(): void;
  /** The chosen rows, or else the one that the keys are at, as text for a spreadsheet; undefined without any. */
  copyText(columns: readonly Column<Row>[]): { readonly text: string; readonly count: number } | undefined;
};

export function useSelection<Row>(rows: RowSource<Row>, keyOf: (row: Row) => string): SelectionActions<Row> {
  const [selection, setSelection] = useState<Selection<Row>>(nothingChosen);

  async function choose(from: number, to: number, current: number): Promise<void> {
    const last = Math.min(to, from + MOST_CHOSEN - 1, rows.count - 1);
    const stretch = await rows.range(from, last);
    setSelection((before) => chooseStretch(before, stretch, from, current, keyOf));
    if (last < Math.min(to, rows.count - 1))
      notifications.show({
        message: `The first ${plural(MOST_CHOSEN, "row")} are chosen; an export gives all.`,
      });
  }

  return {
    selection,
    moveTo: (index) => setSelection((before) => moveTo(before, index)),
    toggle(index) {
      const row = rows.at(index);
      if (row !== undefined) setSelection((before) => toggle(before, keyOf(row), index, row));
    },
    chooseTo(index) {
      const anchor = Math.max(0, selection.anchor);
      return choose(Math.min(anchor, index), Math.max(anchor, index), index);
    },
    chooseAll: () => choose(0, rows.count - 1, Math.max(0, selection.current)),
    clear: () => setSelection((before) => ({ ...before, chosen: new Map() })),
    copyText(columns) {
      const at = rows.at(selection.current);
      const chosen = selection.chosen.size > 0 ? chosenRows(selection) : at === undefined ? [] : [at];
      return chosen.length === 0 ? undefined : { text: toTsv(columns, chosen), count: chosen.length };
    },
  };
}
