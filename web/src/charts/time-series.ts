// Prepares an answer of the server that has the dimension `time` for drawing: one series a value of the second dimension,
// a number for every bucket of the window. Counts that are missing are zero; means and shares that are missing are gaps.
import type { Measured, QueryResponse, QueryRow } from "../../../src/contract/query.ts";
import type { TimeGrain } from "../../../src/query/time-range.ts";
import { formatBucket } from "../ui/format.ts";
import type { ChartTable } from "./chart-table.ts";

export type Point = {
  readonly value: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
};
export type Series = {
  /** Value of the second dimension; empty when there is none. */
  readonly key: string;
  readonly name: string;
  readonly points: readonly Point[];
  readonly total: number;
};
export type TimeSeries = {
  readonly grain: TimeGrain;
  readonly buckets: readonly string[];
  /** The bucket that still runs: drawn hatched, and never compared. */
  readonly partial: string | null;
  readonly series: readonly Series[];
};

const GAP: Point = { value: null, n: 0, low: null, high: null };
const ZERO: Point = { value: 0, n: 0, low: null, high: null };

export type SeriesChoice = {
  readonly measure: string;
  /** Second dimension, one series a value. */
  readonly by?: string;
  /** Order of the series by key; the rest follows by size. */
  readonly order?: readonly string[];
  /** Name of a key where the answer gives none. */
  readonly nameOf?: (key: string) => string;
};

function toPoint(measured: Measured | undefined, missing: Point): Point {
  if (measured === undefined) return missing;
  return { value: measured.value ?? missing.value, n: measured.n, low: measured.low, high: measured.high };
}

/** Reads the series; undefined when the answer has no buckets of time. */
export function prepareTimeSeries(answer: QueryResponse, choice: SeriesChoice): TimeSeries | undefined {
  if (answer.buckets === null || answer.grain === null) return undefined;
  const column = answer.columns.find(({ id }) => id === choice.measure);
  const isCount = column?.type === "count";
  const labels = answer.columns.find(({ id }) => id === choice.by)?.labels;
  const byKey = new Map<string, Map<string, QueryRow>>();
  for (const row of answer.rows) {
    const key = choice.by === undefined ? "" : String(row.dimensions[choice.by] ?? "");
    const rows = byKey.get(key) ?? new Map<string, QueryRow>();
    rows.set(String(row.dimensions["time"]), row);
    byKey.set(key, rows);
  }
  const missing = isCount ? ZERO : GAP;
  const series = [...byKey].map(([key, rows]): Series => {
    const points = (answer.buckets ?? []).map((bucket) =>
      toPoint(rows.get(bucket)?.measures[choice.measure], missing),
    );
    const total = points.reduce((sum, { value }) => sum + (value ?? 0), 0);
    return { key, name: labels?.[key] ?? choice.nameOf?.(key) ?? key, points, total };
  });
  return {
    grain: answer.grain,
    buckets: answer.buckets,
    partial: answer.partial?.bucket ?? null,
    series: sortSeries(series, choice.order ?? []),
  };
}

function sortSeries(series: readonly Series[], order: readonly string[]): readonly Series[] {
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return series.toSorted((one, other) => rank(one.key) - rank(other.key) || other.total - one.total);
}

/** The series as a table: a row a bucket, a column a series. The running bucket says so. */
export function timeSeriesTable(data: TimeSeries, valueName: string): ChartTable {
  const hasInterval = data.series.length === 1 && data.series[0]?.points.some(({ low }) => low !== null);
  const names = data.series.map(({ name }) => (name === "" ? valueName : name));
  const rows = data.buckets.map((bucket, index) => {
    const label = `${formatBucket(bucket, data.grain)}${bucket === data.partial ? " (running)" : ""}`;
    const values = data.series.map(({ points }) => round(points[index]?.value ?? null));
    const point = data.series[0]?.points[index];
    return [
      label,
      ...values,
      ...(hasInterval && point ? [round(point.low), round(point.high), point.n] : []),
    ];
  });
  const more = hasInterval ? ["95 % from", "95 % to", "n"] : [];
  return { columns: [data.grain.charAt(0).toUpperCase() + data.grain.slice(1), ...names, ...more], rows };
}

function round(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}
