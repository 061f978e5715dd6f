// How numbers, times and spans of time are written, everywhere alike. Pure: the zone and the present are arguments.
import type { TimeGrain } from "../../../src/query/time-range.ts";

const NARROW_SPACE = "\u202f";
const MINUS = "\u2212";
const counts = new Intl.NumberFormat("en-GB");
const compact = new Intl.NumberFormat("en-GB", { notation: "compact", maximumFractionDigits: 1 });

export function formatCount(value: number): string {
  return counts.format(value);
}

/** 12,480 as 12.5K, where space is short. */
export function formatCompact(value: number): string {
  return value < 10_000 ? counts.format(value) : compact.format(value);
}

/** A part of one as a percentage; one digit after the point below 10 %. */
export function formatShare(value: number | null): string {
  if (value === null) return "–";
  const percent = value * 100;
  const digits = percent !== 0 && Math.abs(percent) < 9.95 ? 1 : 0;
  return `${percent.toFixed(digits).replace("-", MINUS)}${NARROW_SPACE}%`;
}

/** A relative change with its sign: +38 %. */
export function formatChange(value: number): string {
  const percent = Math.round(Math.abs(value) * 100);
  const sign = percent === 0 ? "±" : value > 0 ? "+" : MINUS;
  return `${sign}${counts.format(percent)}${NARROW_SPACE}%`;
}

/** A score from −2 to 2 with its sign. */
export function formatScore(value: number | null): string {
  if (value === null) return "–";
  const text = Math.abs(value).toFixed(2);
  if (text === "0.00") return "0.00";
  return `${value > 0 ? "+" : MINUS}${text}`;
}

export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)}${NARROW_SPACE}s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}${NARROW_SPACE}min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours}${NARROW_SPACE}h ${minutes % 60}${NARROW_SPACE}min`;
  return `${Math.round(hours / 24)}${NARROW_SPACE}days`;
}

export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value >= 100 || unit === 0 ? Math.round(value) : value.toFixed(1)}${NARROW_SPACE}${units[unit]}`;
}

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", { timeZone, ...options });
  formatters.set(key, made);
  return made;
}

/** 2 Mar 2026, 14:30 */
export function formatInstant(iso: string, timeZone: string): string {
  return formatter(timeZone, { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
}

/** 14:30:05 */
export function formatClock(iso: string, timeZone: string): string {
  return formatter(timeZone, { timeStyle: "medium" }).format(new Date(iso));
}

/** 2 Mar, or 2 Mar 2025 when it is not this year. */
export function formatDay(iso: string, timeZone: string, now: Date): string {
  const year: Intl.DateTimeFormatOptions = { year: "numeric" };
  const date = new Date(iso);
  const isThisYear = formatter(timeZone, year).format(date) === formatter(timeZone, year).format(now);
  return formatter(timeZone, { day: "numeric", month: "short", ...(isThisYear ? {} : year) }).format(date);
}

/** The calendar day of an instant in a zone: 2026-03-02. */
export function localDay(iso: string, timeZone: string): string {
  const parts = formatter(timeZone, { year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(
    new Date(iso),
  );
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** A half-open window by its days, last day included: 31 Aug – 22 Nov 2026. */
export function formatWindow(window: {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}): string {
  const last = new Date(Math.max(Date.parse(window.to) - 1, Date.parse(window.from)));
  return formatter(window.timeZone, { day: "numeric", month: "short", year: "numeric" }).formatRange(
    new Date(window.from),
    last,
  );
}

/** 3 h ago, yesterday, 2 Mar. */
export function formatAgo(iso: string, timeZone: string, now: Date): string {
  const seconds = (now.getTime() - Date.parse(iso)) / 1000;
  if (seconds < -60) return formatInstant(iso, timeZone);
  if (seconds < 60) return "just now";
  if (seconds < 3600) return `${Math.floor(seconds / 60)}${NARROW_SPACE}min ago`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)}${NARROW_SPACE}h ago`;
  if (seconds < 2 * 86_400) return "yesterday";
  return formatDay(iso, timeZone, now);
}

/** The name of a bucket of time by its local start: 2 Mar, 14:00, March 2026. */
export function formatBucket(bucket: string, grain: TimeGrain): string {
  const local = new Date(`${bucket.slice(0, 10)}T00:00:00Z`);
  if (grain === "month") return formatter("UTC", { month: "short", year: "numeric" }).format(local);
  const day = formatter("UTC", { day: "numeric", month: "short" }).format(local);
  return grain === "hour" ? `${day}, ${bucket.slice(11, 16)}` : day;
}

/** The same in a sentence: "week of 2 Mar". */
export function nameBucket(bucket: string, grain: TimeGrain): string {
  return grain === "week" ? `week of ${formatBucket(bucket, grain)}` : formatBucket(bucket, grain);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
