// What words for days come to: weekdays, months and steps from now, as whole days since 1970.
import { readNumber } from "../number-words.ts";
import { addBusinessDays, addMonths, dayOf, isDate, type Now, partsOf } from "./calendar.ts";
import type { PartRule, Stretch } from "./date-part.ts";

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export const stretch = (value: Stretch, score = 0.95): { stretch: Stretch; score: number } => ({
  stretch: value,
  score,
});
export const onDay = (day: number) => stretch({ kind: "day", day });
export const monday = ({ day, weekday }: Now) => day - ((weekday + 6) % 7);

export function shifted(now: Now, count: string, unit: string, sign: number): ReturnType<PartRule["read"]> {
  if (/^(?:min|h)/i.test(unit)) {
    const amount = countOf(count);
    if (amount === undefined) return undefined;
    const minutes = now.hour * 60 + now.minute + sign * amount * (/^h/i.test(unit) ? 60 : 1);
    const whole = Math.round(minutes);
    const day = now.day + Math.floor(whole / 1440);
    return stretch({ kind: "moment", day, minutes: ((whole % 1440) + 1440) % 1440 });
  }
  const moved = moveDay(now.day, count, unit, sign);
  return moved === undefined ? undefined : onDay(moved);
}

export function moveDay(day: number, count: string, unit: string, sign: number): number | undefined {
  const amount = countOf(count);
  if (amount === undefined) return undefined;
  const by = sign * amount;
  if (/^(?:business|working)/i.test(unit)) return addBusinessDays(day, by);
  if (/^(?:d|n)/i.test(unit)) return day + Math.round(by);
  if (/^w/i.test(unit)) return day + Math.round(by * 7);
  if (/^f/i.test(unit)) return day + Math.round(by * 14);
  if (/^m/i.test(unit)) return Number.isInteger(by) ? addMonths(day, by) : day + Math.round(by * 30);
  if (/^y/i.test(unit)) return addMonths(day, Math.round(by * 12));
  return undefined;
}

function countOf(text: string): number | undefined {
  const plain = text.toLowerCase().replace(/\s+/g, " ");
  if (plain === "a" || plain === "an") return 1;
  if (/^half an?$/.test(plain)) return 0.5;
  if (/couple/.test(plain)) return 2;
  if (/few$/.test(plain)) return 3;
  return readNumber(plain, false);
}

export function weekdayOf(name: string): number {
  return WEEKDAYS.findIndex((weekday) => weekday.startsWith(name.toLowerCase().slice(0, 3)));
}

export function nextWeekday({ day, weekday }: Now, wanted: number): number {
  return day + (((wanted - weekday + 6) % 7) + 1);
}

export function lastWeekday({ day, weekday }: Now, wanted: number): number {
  return day - (((weekday - wanted + 6) % 7) + 1);
}

export function monthOf(name: string): number {
  return 1 + MONTHS.indexOf(name.toLowerCase().slice(0, 3));
}

/** The first of a month, in the year given or that of the month's next occurrence. */
export function monthDay(now: Now, name: string, year?: string): number {
  const { year: thisYear, month } = partsOf(now.day);
  const wanted = monthOf(name);
  return dayOf(year === undefined ? thisYear + (wanted < month ? 1 : 0) : Number(year), wanted, 1);
}

/** A month without a year is the next, or the one that has just been. */
export function inMonth(now: Now, name: string, score = 0.9): ReturnType<PartRule["read"]> {
  const { year, month } = partsOf(now.day);
  const wanted = monthOf(name);
  const next = dayOf(wanted >= month ? year : year + 1, wanted, 1);
  const last = dayOf(wanted <= month ? year : year - 1, wanted, 1);
  const monthsAgo = (month - wanted + 12) % 12;
  const nearest = monthsAgo <= RECENT_MONTHS ? last : next;
  return { stretch: { kind: "next-or-last", unit: "month", next, last, nearest }, score };
}

export function readMonthDate(
  { month = "", date = "", year }: Readonly<Record<string, string | undefined>>,
  now: Now,
): ReturnType<PartRule["read"]> {
  const wanted = monthOf(month);
  const { year: thisYear } = partsOf(now.day);
  if (year !== undefined) {
    const given = year.startsWith("'") ? 2000 + Number(year.slice(1)) : Number(year);
    return isDate(given, wanted, Number(date)) ? onDay(dayOf(given, wanted, Number(date))) : undefined;
  }
  return withoutYear(now, thisYear, wanted, Number(date));
}

export function readMonthRange(
  { month = "", from = "", to = "", year }: Readonly<Record<string, string | undefined>>,
  now: Now,
): ReturnType<PartRule["read"]> {
  const first = readMonthDate({ month, date: from, year }, now);
  if (first === undefined || !("stretch" in first)) return undefined;
  const { stretch: found } = first;
  const day = found?.kind === "day" ? found.day : found?.kind === "next-or-last" ? found.nearest : undefined;
  const length = Number(to) - Number(from);
  return day === undefined || length < 1 ? undefined : stretch({ kind: "days", from: day, to: day + length });
}

/** A date without a year, ahead or past. */
export function withoutYear(
  now: Now,
  thisYear: number,
  month: number,
  date: number,
): ReturnType<PartRule["read"]> {
  const days = [-1, 0, 1]
    .filter((step) => isDate(thisYear + step, month, date))
    .map((step) => dayOf(thisYear + step, month, date));
  if (days.length === 0) return undefined;
  const next = days.find((day) => day >= now.day) ?? days.at(-1) ?? 0;
  const last = days.findLast((day) => day <= now.day) ?? days[0] ?? 0;
  return stretch({
    kind: "next-or-last",
    unit: "day",
    next,
    last,
    nearest: now.day - last <= RECENT_DAYS ? last : next,
  });
}

/** A date that has passed by no more than this is meant unless the sentence looks ahead. */
const RECENT_DAYS = 31;
const RECENT_MONTHS = 2;

export function readDateOfMonth(now: Now, date: number): ReturnType<PartRule["read"]> {
  const { year, month } = partsOf(now.day);
  const days = [-2, -1, 0, 1, 2].flatMap((step) => {
    const first = addMonths(dayOf(year, month, 1), step);
    const { year: y, month: m } = partsOf(first);
    return isDate(y, m, date) ? [dayOf(y, m, date)] : [];
  });
  const next = days.find((day) => day >= now.day);
  const last = days.findLast((day) => day <= now.day);
  if (next === undefined || last === undefined) return undefined;
  return stretch({ kind: "next-or-last", unit: "day", next, last, nearest: next });
}

export function stepUnit(now: Now, unit: string, step: number): number {
  if (unit === "day") return now.day + step;
  if (unit === "week") return monday(now) + 7 * step;
  const { year, month } = partsOf(now.day);
  return unit === "month" ? addMonths(dayOf(year, month, 1), step) : dayOf(year + step, 1, 1);
}

export function edgeOf(unit: string, first: number, edge: string): ReturnType<PartRule["read"]> {
  const end =
    unit === "day" ? first : unit === "week" ? first + 6 : addMonths(first, unit === "month" ? 1 : 12) - 1;
  if (/end/i.test(edge)) return onDay(end);
  if (/middle/i.test(edge)) return onDay(first + Math.floor((end - first) / 2));
  return onDay(first);
}
