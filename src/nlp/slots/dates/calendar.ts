// Days of the calendar and the clock of a zone. A day is counted from 1970-01-01, so that adding and comparing are sums.

export type Clock = { readonly hour: number; readonly minute: number };
/** What a wall clock and a calendar in a zone show. Weekdays run from 0, Sunday. */
export type Now = Clock & { readonly day: number; readonly weekday: number; readonly timeZone: string };

const DAY_MS = 86_400_000;

export function dayOf(year: number, month: number, date: number): number {
  return Math.round(Date.UTC(year, month - 1, date) / DAY_MS);
}

/** The parts of a day; months from 1. */
export function partsOf(day: number) {
  const at = new Date(day * DAY_MS);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    weekday: at.getUTCDay(),
  };
}

/** Whether the month has such a date. */
export function isDate(year: number, month: number, date: number): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/** The same date some months on, or the month's last day where it has no such date. */
export function addMonths(day: number, months: number): number {
  const { year, month, date } = partsOf(day);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const [y, m] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
  return dayOf(y, m, Math.min(date, daysIn(y, m)));
}

/** Days on which business is done, Monday to Friday; holidays differ by country and are not known. */
export function addBusinessDays(day: number, count: number): number {
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at += Math.sign(count);
    const { weekday } = partsOf(at);
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return at;
}

export function formatDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** ISO 8601 week, such as `2026-W11`. */
export function formatWeek(day: number): string {
  const thursday = day - ((partsOf(day).weekday + 6) % 7) + 3;
  const { year } = partsOf(thursday);
  return `${year}-W${pad(1 + Math.floor((thursday - dayOf(year, 1, 1)) / 7))}`;
}

export function formatMonth(day: number): string {
  return formatDay(day).slice(0, 7);
}

/** A wall-clock time with the zone's offset on that day; `minutes` from the day's begin may pass midnight. */
export function formatTime(day: number, minutes: number, timeZone: string, offset?: number): string {
  const local = day * DAY_MS + minutes * 60_000;
  const shift = offset ?? offsetAtWall(local, timeZone);
  const sign = shift < 0 ? "-" : "+";
  const size = Math.abs(shift);
  return `${new Date(local).toISOString().slice(0, 16)}${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

export function readNow(at: Date, timeZone: string): Now {
  const local = at.getTime() + offsetAt(at.getTime(), timeZone) * 60_000;
  const day = Math.floor(local / DAY_MS);
  const minutes = Math.floor((local - day * DAY_MS) / 60_000);
  return {
    day,
    hour: Math.floor(minutes / 60),
    minute: minutes % 60,
    weekday: partsOf(day).weekday,
    timeZone,
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes that the zone is ahead of UTC. */
function offsetAt(utcMs: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
    formats.set(timeZone, format);
  }
  const shown: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(utcMs)) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = shown;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute) - utcMs) / 60_000);
}

/** The offset under which the zone's clocks show a time; in the hour that a change skips, that before it. */
function offsetAtWall(localMs: number, timeZone: string): number {
  const before = offsetAt(localMs - DAY_MS, timeZone);
  if (offsetAt(localMs - before * 60_000, timeZone) === before) return before;
  const after = offsetAt(localMs + DAY_MS, timeZone);
  return offsetAt(localMs - after * 60_000, timeZone) === after ? after : before;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
