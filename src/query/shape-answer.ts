// Turns the engine's rows into measured values with their intervals, brings the tables of one question together, puts the
// earlier stretch beside the present one and withholds small groups. Pure.
import type { QueryStatement } from "./compile-query.ts";
import { meanInterval, wilsonInterval } from "./interval.ts";
import type { Measure } from "./measures.ts";
import { isTimeDimension } from "./time-dimensions.ts";
import type { TimeGrain } from "./time-range.ts";
import { formatLocal } from "./zone.ts";

/** As the engine gives it: 64-bit integers are text, NaN is null. */
export type EngineRow = Readonly<Record<string, string | number | boolean | null>>;

export type MeasuredValue = {
  readonly value: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
};
export type DimensionValue = string | number | boolean | null;
export type AnswerRow = {
  readonly dimensions: Readonly<Record<string, DimensionValue>>;
  readonly measures: Readonly<Record<string, MeasuredValue>>;
};

export type ShapeSpec = {
  readonly dimensions: readonly string[];
  readonly measures: readonly Measure[];
  readonly grain: TimeGrain;
  readonly timeZone: string;
  readonly smallestGroup: number;
};

function readNumber(value: EngineRow[string] | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

/** One measure of one row. A count's n is itself; it is exact, so that it has no interval. */
export function readMeasure(row: EngineRow | undefined, measure: Measure, place: number): MeasuredValue {
  const value = readNumber(row?.[`m${place}`]);
  if (measure.type === "count") return { value: value ?? 0, n: value ?? 0, low: null, high: null };
  const n = readNumber(row?.[`m${place}_n`]) ?? 0;
  if (n === 0 || value === null) return { value: null, n: 0, low: null, high: null };
  const deviation = readNumber(row?.[`m${place}_s`]);
  const interval =
    measure.type === "share"
      ? wilsonInterval(Math.round(value * n), n)
      : deviation === null
        ? undefined
        : meanInterval(value, deviation, n);
  return { value, n, low: interval?.low ?? null, high: interval?.high ?? null };
}

function readDimension(row: EngineRow, id: string, place: number, spec: ShapeSpec): DimensionValue {
  const value = row[`d${place}`] ?? null;
  if (!isTimeDimension(id) || value === null) return value;
  if (id !== "time") return Number(value);
  return spec.grain === "hour" ? formatLocal(Number(value) * 1000, spec.timeZone) : String(value);
}

/** Rows of all tables by their dimensions, in the order of the first table; those of the others alone come after. */
export function mergeTables(
  tables: readonly { readonly statement: QueryStatement; readonly rows: readonly EngineRow[] }[],
  spec: ShapeSpec,
): { readonly rows: readonly AnswerRow[]; readonly withheld: number } {
  const merged = new Map<string, { dimensions: AnswerRow["dimensions"]; values: Map<number, EngineRow> }>();
  const small = new Set<string>();
  for (const { statement, rows } of tables) {
    for (const row of rows) {
      const dimensions = Object.fromEntries(
        spec.dimensions.map((id, place) => [id, readDimension(row, id, place, spec)]),
      );
      const key = keyOf(dimensions, spec.dimensions);
      const entry = merged.get(key) ?? { dimensions, values: new Map<number, EngineRow>() };
      for (const { place } of statement.measures) entry.values.set(place, row);
      merged.set(key, entry);
      if (Number(row["group_size"] ?? spec.smallestGroup) < spec.smallestGroup) small.add(key);
    }
  }
  for (const key of small) merged.delete(key);
  const rows = [...merged.values()].map(({ dimensions, values }) => ({
    dimensions,
    measures: Object.fromEntries(
      spec.measures.map((measure, place) => [measure.id, readMeasure(values.get(place), measure, place)]),
    ),
  }));
  return { rows, withheld: small.size };
}

export function keyOf(dimensions: AnswerRow["dimensions"], ids: readonly string[]): string {
  return JSON.stringify(ids.map((id) => dimensions[id] ?? null));
}

/** Puts the earlier stretch beside each row. Buckets of time correspond by their place in their stretch. */
export function pairWithPrevious(
  rows: readonly AnswerRow[],
  previous: readonly AnswerRow[],
  spec: ShapeSpec,
  buckets: { readonly current: readonly string[]; readonly previous: readonly string[] },
): (AnswerRow & { readonly previous: AnswerRow["measures"] })[] {
  const later = new Map(buckets.previous.map((bucket, place) => [bucket, buckets.current[place]]));
  const byKey = new Map(
    previous.map((row) => {
      const time = row.dimensions["time"];
      const moved =
        typeof time === "string" ? { ...row.dimensions, time: later.get(time) ?? null } : row.dimensions;
      return [keyOf(moved, spec.dimensions), row.measures];
    }),
  );
  const none = Object.fromEntries(
    spec.measures.map((measure, place) => [measure.id, readMeasure(undefined, measure, place)]),
  );
  return rows.map((row) => ({ ...row, previous: byKey.get(keyOf(row.dimensions, spec.dimensions)) ?? none }));
}

/** Whether the rows of a breakdown add up to the whole, so that the whole needs no statement of its own. */
export function addsUp(measures: readonly Measure[], isOverlapping: boolean): boolean {
  return (
    !isOverlapping && measures.every((measure) => measure.type === "count" && measure.grain !== "customer")
  );
}

export function sumRows(rows: readonly AnswerRow[], measures: readonly Measure[]): AnswerRow["measures"] {
  return Object.fromEntries(
    measures.map(({ id }) => {
      const sum = rows.reduce((total, row) => total + (row.measures[id]?.value ?? 0), 0);
      return [id, { value: sum, n: sum, low: null, high: null }];
    }),
  );
}
