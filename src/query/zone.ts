// Pure: local calendar days and hours of a time zone as instants and back, by the zone data that the runtime ships.
// Instants are milliseconds since 1970; local days are `YYYY-MM-DD`.

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** What a clock on the wall shows, as if it were UTC. */
function wallClock(instant: number, zone: string): number {
  const parts: Record<string, number> = {};
  for (const part of formatterOf(zone).formatToParts(instant)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((instant % 1000) + 1000) % 1000);
}

/** Milliseconds that the zone's clocks are ahead of UTC at an instant. */
export function offsetAt(instant: number, zone: string): number {
  return wallClock(instant, zone) - instant;
}

/** The first instant that the wall clock shows this time or, where clocks leapt over it, the instant of the leap. */
function instantOfWall(wall: number, zone: string): number {
  const candidates = [offsetAt(wall - DAY_MS, zone), offsetAt(wall + DAY_MS, zone)].map((ms) => wall - ms);
  const exact = candidates.filter((instant) => wallClock(instant, zone) === wall);
  if (exact.length > 0) return Math.min(...exact);
  let low = Math.min(...candidates) - HOUR_MS;
  let high = Math.max(...candidates) + HOUR_MS;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (wallClock(middle, zone) < wall) low = middle;
    else high = middle;
  }
  return high;
}

export function localDay(instant: number, zone: string): string {
  return new Date(wallClock(instant, zone)).toISOString().slice(0, 10);
}

/** The first instant of a local day. */
export function startOfDay(day: string, zone: string): number {
  return instantOfWall(Date.parse(`${day}T00:00:00Z`), zone);
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Months later or earlier; a day that the month lacks becomes its last. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The first day of the week, in which weeks start on a weekday from 1 (Monday) to 7. */
export function startOfWeek(day: string, weekStart: number): string {
  return addDays(day, -((weekdayOf(day) - weekStart + 7) % 7));
}

/** The start of the local hour that holds an instant. */
export function startOfHour(instant: number, zone: string): number {
  const offset = offsetAt(instant, zone);
  return Math.floor((instant + offset) / HOUR_MS) * HOUR_MS - offset;
}

/** An instant as local time with its offset: `2026-03-01T14:00:00+01:00`. */
export function formatLocal(instant: number, zone: string): string {
  const offset = offsetAt(instant, zone);
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const two = (value: number): string => String(value).padStart(2, "0");
  const sign = offset < 0 ? "-" : "+";
  const local = new Date(instant + offset).toISOString().slice(0, 19);
  return `${local}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A date or time as people write it: a date is its start, a time without offset is local. */
export function parseMoment(text: string, zone: string): number {
  if (text.length === 10) return startOfDay(text, zone);
  if (/(Z|[+-]\d{2}:\d{2})$/.test(text)) return Date.parse(text);
  return instantOfWall(Date.parse(`${text}Z`), zone);
}
