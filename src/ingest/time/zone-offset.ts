// Local wall-clock time in an IANA zone to UTC, by the offsets that the runtime's own zone data give.

const QUARTER_HOUR_MS = 900_000;
const MAX_REMEMBERED = 50_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const remembered = new Map<string, number>();

/** Whether the runtime knows the zone. */
export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * `local` is a wall-clock time written as if it were UTC, in milliseconds. A time that a change to summer time skips is
 * moved forward by the gap; one that occurs twice is taken as the first (summer time). Throws RangeError for an unknown zone.
 */
export function localToUtc(local: number, zone: string): number {
  if (zone === "UTC") return local;
  const quarter = Math.floor(local / QUARTER_HOUR_MS);
  const key = `${zone}|${quarter}`;
  const known = remembered.get(key);
  if (known !== undefined) return local - known;
  const offset = offsetAtLocal(quarter * QUARTER_HOUR_MS, zone);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(key, offset);
  return local - offset;
}

function offsetAtLocal(local: number, zone: string): number {
  const dayBefore = offsetAtUtc(local - 86_400_000, zone);
  if (offsetAtUtc(local - dayBefore, zone) === dayBefore) return dayBefore;
  const dayAfter = offsetAtUtc(local + 86_400_000, zone);
  return offsetAtUtc(local - dayAfter, zone) === dayAfter ? dayAfter : dayBefore;
}

function offsetAtUtc(utc: number, zone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(utc)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(utc / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  return format;
}
