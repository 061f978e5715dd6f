// How people and pages say a stretch of time, as one short string that fits a URL: `all`, `last 28 days`,
// `2026-03-01/2026-04-01`. What instants that means in a zone is decided in `time-window.ts`.
import { z } from "zod";

export const GRAINS = ["hour", "day", "week", "month"] as const;
export type TimeGrain = (typeof GRAINS)[number];

export type TimeRange =
  | { readonly kind: "all" }
  /** The running hour, day, week or month and the ones before it: `last 28 days` ends with today. */
  | { readonly kind: "last"; readonly count: number; readonly unit: TimeGrain }
  /** Half-open. A date means its start in the workspace's zone; a time carries its own offset or is in that zone. */
  | { readonly kind: "between"; readonly from: string; readonly to: string };

const LAST = /^last (\d{1,4}) (hour|day|week|month)s?$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** Reads a stretch of time; undefined when the words mean none. */
export function parseTimeRange(text: string): TimeRange | undefined {
  if (text === "all") return { kind: "all" };
  const last = LAST.exec(text);
  if (last !== null) {
    const count = Number(last[1]);
    return count === 0 ? undefined : { kind: "last", count, unit: last[2] as TimeGrain };
  }
  const [from, to, ...more] = text.split("/");
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  return isMoment(from) && isMoment(to) ? { kind: "between", from, to } : undefined;
}

export function formatTimeRange(range: TimeRange): string {
  if (range.kind === "all") return "all";
  if (range.kind === "between") return `${range.from}/${range.to}`;
  return `last ${range.count} ${range.unit}${range.count === 1 ? "" : "s"}`;
}

function isMoment(text: string): boolean {
  if (!MOMENT.test(text)) return false;
  const day = new Date(`${text.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text.slice(0, 10)) return false;
  return text.length === 10 || !Number.isNaN(Date.parse(text));
}

export const timeRangeSchema = z
  .string()
  .refine((text) => parseTimeRange(text) !== undefined, {
    error:
      "expected `all`, `last 28 days`, or two dates or times with a slash between, such as 2026-03-01/2026-04-01",
  })
  .describe(
    "A stretch of time: `all`, `last N hours|days|weeks|months`, or `FROM/TO` in ISO 8601, where TO is not included.",
  );
