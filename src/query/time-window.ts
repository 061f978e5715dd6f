// What instants a stretch of time means, which stretch lies before it, and which buckets it has. Windows are half-open;
// the zone and the week's start are the workspace's. Pure: the clock is an argument.
import { parseTimeRange, type TimeGrain } from "./time-range.ts";
import {
  addDays,
  addMonths,
  formatLocal,
  localDay,
  parseMoment,
  startOfDay,
  startOfHour,
  startOfWeek,
} from "./zone.ts";

export type Calendar = {
  /** IANA name. */
  readonly timeZone: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekStart: number;
};

/** Milliseconds since 1970; `from` is in, `to` is out. */
export type TimeWindow = { readonly from: number; readonly to: number };

/** `bounds` is what `all` means: from the first to after the last instant of the data. */
export type WindowContext = Calendar & { readonly now: number; readonly bounds: TimeWindow };

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** The window of a stretch of time as `time-range.ts` reads it. Running units end with the end of today, this week, … */
export function resolveWindow(text: string, context: WindowContext): TimeWindow {
  const range = parseTimeRange(text);
  const { timeZone } = context;
  if (range === undefined || range.kind === "all") return wholeDays(context.bounds, timeZone);
  if (range.kind === "between") {
    const from = parseMoment(range.from, timeZone);
    return { from, to: Math.max(from, parseMoment(range.to, timeZone)) };
  }
  if (range.unit === "hour") {
    const to = startOfHour(context.now, timeZone) + HOUR_MS;
    return { from: to - range.count * HOUR_MS, to };
  }
  const running = startOfBucketDay(localDay(context.now, timeZone), range.unit, context.weekStart);
  const first = addUnits(running, range.unit, 1 - range.count);
  return {
    from: startOfDay(first, timeZone),
    to: startOfDay(addUnits(running, range.unit, 1), timeZone),
  };
}

function wholeDays(bounds: TimeWindow, zone: string): TimeWindow {
  return {
    from: startOfDay(localDay(bounds.from, zone), zone),
    to: startOfDay(addDays(localDay(Math.max(bounds.from, bounds.to - 1), zone), 1), zone),
  };
}

function addUnits(day: string, unit: "day" | "week" | "month", count: number): string {
  return unit === "month" ? addMonths(day, count) : addDays(day, unit === "week" ? 7 * count : count);
}

function startOfBucketDay(day: string, grain: "day" | "week" | "month", weekStart: number): string {
  if (grain === "month") return `${day.slice(0, 8)}01`;
  return grain === "week" ? startOfWeek(day, weekStart) : day;
}

/**
 * The same stretch just before, never running past what the running one has reached: with `now` inside the window, both
 * stretches count equally far. Whole months go back by months, whole days by days, anything else by its length.
 */
export function previousWindow(window: TimeWindow, calendar: Calendar, now: number): TimeWindow {
  const { timeZone } = calendar;
  const [first, end] = [localDay(window.from, timeZone), localDay(window.to, timeZone)];
  const isWholeDays = startOfDay(first, timeZone) === window.from && startOfDay(end, timeZone) === window.to;
  const reached = Math.min(window.to, Math.max(window.from, now));
  let from = window.from - (window.to - window.from);
  if (isWholeDays) {
    const months = monthsBetween(first, end);
    const days = Math.round((Date.parse(end) - Date.parse(first)) / DAY_MS);
    from = startOfDay(months > 0 ? addMonths(first, -months) : addDays(first, -days), timeZone);
  }
  const to = reached === window.to ? window.from : Math.min(window.from, from + (reached - window.from));
  return { from, to };
}

/** How many whole months lie between two first days of a month; 0 when either is another day. */
function monthsBetween(first: string, end: string): number {
  if (!first.endsWith("-01") || !end.endsWith("-01")) return 0;
  const [years = 0, months = 0] = end.split("-").map(Number);
  const [firstYear = 0, firstMonth = 0] = first.split("-").map(Number);
  return (years - firstYear) * 12 + months - firstMonth;
}

/** The grain that gives a chart of some 20 to 100 points. */
export function chooseGrain(window: TimeWindow): TimeGrain {
  const days = (window.to - window.from) / DAY_MS;
  if (days <= 3) return "hour";
  if (days <= 100) return "day";
  return days <= 730 ? "week" : "month";
}

/** Every bucket that the window touches, as it is named in answers. At most 20,000. */
export function listBuckets(window: TimeWindow, grain: TimeGrain, calendar: Calendar): string[] {
  const { timeZone, weekStart } = calendar;
  const buckets: string[] = [];
  if (window.to <= window.from) return buckets;
  if (grain === "hour") {
    for (let at = startOfHour(window.from, timeZone); at < window.to && buckets.length < 20_000; ) {
      buckets.push(formatLocal(at, timeZone));
      at = startOfHour(at + HOUR_MS, timeZone);
    }
    return buckets;
  }
  const last = localDay(window.to - 1, timeZone);
  let day = startOfBucketDay(localDay(window.from, timeZone), grain, weekStart);
  while (day <= last && buckets.length < 20_000) {
    buckets.push(day);
    day = addUnits(day, grain, 1);
  }
  return buckets;
}

/** The bucket that holds an instant. */
export function bucketOf(instant: number, grain: TimeGrain, calendar: Calendar): string {
  if (grain === "hour") return formatLocal(startOfHour(instant, calendar.timeZone), calendar.timeZone);
  return startOfBucketDay(localDay(instant, calendar.timeZone), grain, calendar.weekStart);
}
