// Turns the many ways in which exports write a time into milliseconds since 1970. Impossible dates (30 February) and
// anything not understood give undefined; nothing is rolled over into the next month.
import { localToUtc } from "./zone-offset.ts";

export type TimeParserOptions = {
  /** IANA zone of times that name none. */
  readonly timeZone: string;
  /** Whether `03/04/2026` is the 3rd of April. */
  readonly dayFirst: boolean;
  /** Called for each time that named no zone. */
  readonly onMissingZone?: () => void;
};

export type TimeParser = (value: unknown) => number | undefined;

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;
const SLASHED =
  /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:,?\s+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s*([ap])?\.?\s?m?\.?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;
const WORDY =
  /^(?:[a-z]{3,9},?\s+)?(?:(\d{1,2})\s+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2}),?)\s+(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?\s?m?\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?:\s*\([a-z ]+\))?$/i;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Times before 1980 or after 2200 are taken for something else. */
const EARLIEST_MS = Date.UTC(1980, 0);
const LATEST_MS = Date.UTC(2200, 0);

/**
 * Understands ISO 8601 and RFC 3339 (also with a space), epoch seconds, milliseconds, microseconds and nanoseconds
 * (told apart by size, as number or digits), RFC 2822, and dates with slashes, dots or dashes, 12 or 24 hours.
 */
export function createTimeParser(options: TimeParserOptions): TimeParser {
  const inRange = (ms: number | undefined) =>
    ms !== undefined && ms >= EARLIEST_MS && ms < LATEST_MS ? ms : undefined;
  return (value) => {
    if (typeof value === "number") return inRange(fromEpoch(value));
    if (typeof value === "bigint") return inRange(fromEpoch(Number(value)));
    if (value instanceof Date) return inRange(value.getTime());
    if (typeof value !== "string" || value.length > 60) return undefined;
    return inRange(parseText(value, options));
  };
}

function parseText(value: string, options: TimeParserOptions): number | undefined {
  const iso = ISO.exec(value);
  if (iso !== null) {
    return assemble(
      { year: iso[1], month: iso[2], day: iso[3] },
      iso[4],
      iso[5],
      iso[6],
      iso[7],
      undefined,
      iso[8],
      options,
    );
  }
  const text = value
    .trim()
    .replaceAll(/[\u00a0\u202f\u2009]/g, " ")
    .replaceAll(/[\u200e\u200f\u202a-\u202e]/g, "");
  if (/^\d{9,19}(\.\d+)?$/.test(text)) return fromEpoch(Number(text));
  const parts = SLASHED.exec(text);
  if (parts !== null) {
    const date = orderDate(parts[1] ?? "", parts[2] ?? "", parts[3] ?? "", options.dayFirst);
    return date && assemble(date, parts[4], parts[5], parts[6], parts[7], parts[8], parts[9], options);
  }
  const wordy = WORDY.exec(text);
  if (wordy === null) return text === value ? undefined : parseIsoAgain(text, options);
  const month = MONTHS.indexOf((wordy[2] ?? wordy[3] ?? "").slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return undefined;
  const date = { year: wordy[5], month: String(month), day: wordy[1] ?? wordy[4] };
  return assemble(date, wordy[6], wordy[7], wordy[8], undefined, wordy[9], wordy[10], options);
}

function parseIsoAgain(text: string, options: TimeParserOptions): number | undefined {
  return ISO.test(text) ? parseText(text, options) : undefined;
}

function fromEpoch(value: number): number | undefined {
  if (!Number.isFinite(value) || value <= 0) return undefined;
  if (value < 1e11) return Math.round(value * 1000);
  if (value < 1e14) return Math.round(value);
  if (value < 1e17) return Math.round(value / 1000);
  return Math.round(value / 1e6);
}

type DateParts = {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly day: string | undefined;
};

function orderDate(first: string, second: string, third: string, dayFirst: boolean): DateParts | undefined {
  if (first.length === 4) return { year: first, month: second, day: third };
  if (first.length === 3 || third.length === 3 || third.length === 1) return undefined;
  const year = third.length === 2 ? String(2000 + Number(third)) : third;
  return dayFirst ? { year, month: second, day: first } : { year, month: first, day: second };
}

function assemble(
  date: DateParts,
  hourText: string | undefined,
  minuteText: string | undefined,
  secondText: string | undefined,
  fraction: string | undefined,
  half: string | undefined,
  zone: string | undefined,
  options: TimeParserOptions,
): number | undefined {
  const year = Number(date.year);
  const month = Number(date.month);
  const day = Number(date.day);
  const hour = toHour24(Number(hourText ?? 0), half);
  const minute = Number(minuteText ?? 0);
  const second = Number(secondText ?? 0);
  const isPossible =
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month) &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 60;
  if (!isPossible) return undefined;
  const millis = fraction === undefined ? 0 : Number(fraction.padEnd(3, "0").slice(0, 3));
  const local = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59), millis);
  if (zone !== undefined) return local - offsetOf(zone);
  options.onMissingZone?.();
  return localToUtc(local, options.timeZone);
}

/** 12 a.m. is midnight; some exporters write 0:08 a.m. and 13:05 p.m., which are taken as they read. */
function toHour24(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (half.toLowerCase() === "a") return hour === 12 ? 0 : hour;
  return hour < 12 ? hour + 12 : hour;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Offset of `+05:30`, `-0800`, `+02` or `Z` in milliseconds. */
function offsetOf(zone: string): number {
  const sign = zone.startsWith("-") ? -1 : zone.startsWith("+") ? 1 : 0;
  if (sign === 0) return 0;
  const digits = zone.slice(1).replace(":", "");
  return sign * (Number(digits.slice(0, 2)) * 3_600_000 + Number(digits.slice(2) || 0) * 60_000);
}
