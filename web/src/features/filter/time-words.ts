// Stretches of time in words, and the stretch that a clicked bucket stands for.
import { parseTimeRange, type TimeGrain } from "../../../../src/query/time-range.ts";
import { localDay } from "../../ui/format.ts";

/** A calendar day some days later: 2026-02-28 and 1 make 2026-03-01. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function addMonth(day: string): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 10);
}

function dayInWords(moment: string): string {
  const date = new Date(`${moment.slice(0, 10)}T00:00:00Z`);
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(date);
}

/** "Last 12 weeks", "All time", "1 Mar 2026 – 31 Mar 2026". */
export function timeWords(time: string): string {
  const range = parseTimeRange(time);
  if (range === undefined || range.kind === "all") return "All time";
  if (range.kind === "last") return `Last ${range.count} ${range.unit}${range.count === 1 ? "" : "s"}`;
  const last = range.to.length === 10 ? addDays(range.to, -1) : range.to;
  return range.from.slice(0, 10) === last
    ? dayInWords(last)
    : `${dayInWords(range.from)} – ${dayInWords(last)}`;
}

type Window = { readonly from: string; readonly to: string; readonly timeZone: string };

/** The stretch of one bucket as far as it lies in the window, so that what opens is what was counted. */
export function bucketTime(bucket: string, grain: TimeGrain, window: Window): string {
  if (grain === "hour") {
    const start = new Date(bucket);
    return `${start.toISOString()}/${new Date(start.getTime() + 3_600_000).toISOString()}`;
  }
  const day = bucket.slice(0, 10);
  const next = grain === "month" ? addMonth(day) : addDays(day, grain === "week" ? 7 : 1);
  const from = day < localDay(window.from, window.timeZone) ? window.from : day;
  const to = localDay(window.to, window.timeZone) < next ? window.to : next;
  return `${from}/${to}`;
}
