// Which rows of a table are chosen, and where its keys are. Pure.

/** Chosen rows by key, each with its place at the time, so that copies follow the order on the screen. */
export type Selection<Row> = {
  /** Where the keys are; -1 before they are anywhere. */
  readonly current: number;
  /** Where a stretch began that Shift goes on with. */
  readonly anchor: number;
  readonly chosen: ReadonlyMap<string, { readonly index: number; readonly row: Row }>;
};

export function nothingChosen<Row>(): Selection<Row> {
  return { current: -1, anchor: -1, chosen: new Map() };
}

/** Goes to a place without choosing anything. */
export function moveTo<Row>(selection: Selection<Row>, index: number): Selection<Row> {
  return { ...selection, current: index, anchor: index };
}

/** Chooses a row, or lets go of it. */
export function toggle<Row>(selection: Selection<Row>, key: string, index: number, row: Row): Selection<Row> {
  const chosen = new Map(selection.chosen);
  if (!chosen.delete(key)) chosen.set(key, { index, row });
  return { current: index, anchor: index, chosen };
}

/** Chooses the rows from `from` on, in the place of what was chosen, and puts the keys at `current`. */
export function chooseStretch<Row>(
  selection: Selection<Row>,
  rows: readonly Row[],
  from: number,
  current: number,
  keyOf: (row: Row) => string,
): Selection<Row> {
  const chosen = new Map(rows.map((row, offset) => [keyOf(row), { index: from + offset, row }]));
  return { current, anchor: selection.anchor < 0 ? current : selection.anchor, chosen };
}

/** The chosen rows as they stand on the screen. */
export function chosenRows<Row>(selection: Selection<Row>): readonly Row[] {
  return [...selection.chosen.values()]
    .sort((one, other) => one.index - other.index)
    .map((entry) => entry.row);
}

/** Where a key leads from `current` in a table of `count` rows, `page` of which are in sight; undefined for other keys. */
export function stepOf(key: string, current: number, count: number, page: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    j: current + 1,
    ArrowUp: Math.max(0, current) - 1,
    k: Math.max(0, current) - 1,
    PageDown: Math.max(0, current) + page,
    PageUp: current - page,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined || count === 0 ? undefined : Math.max(0, Math.min(count - 1, next));
}
