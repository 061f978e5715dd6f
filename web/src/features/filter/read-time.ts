// Reads a stretch of time at the start of a list of words: "last week", "past 3 months", "since 3 March", "2026-03". Pure;
// which day it is, and on which day weeks begin, are arguments.
import { addDays } from "./time-words.ts";

/** `today` as a calendar day; `weekStart` 1 is Monday. */
export type Today = { readonly today: string; readonly weekStart: number };
export type ReadTime = { readonly time: string; readonly used: number };
type Span = { readonly from: string; readonly to: string; readonly used: number };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FULL = "january february march april may june july august september october november december".split(
  " ",
);

/** The longest reading, with how many words it took; undefined when the words begin with no time. Words in lower case. */
export function readTime(words: readonly string[], now: Today): ReadTime | undefined {
  const counted = readCounted(words);
  if (counted) return counted;
  const [first = "", second = ""] = words;
  if (first === "all" && second === "time") return { time: "all", used: 2 };
  if (first === "since") {
    const since = readSpan(words.slice(1), now, true);
    return since && { time: `${since.from}/${addDays(now.today, 1)}`, used: since.used + 1 };
  }
  if (first === "between" || first === "from") {
    const from = readSpan(words.slice(1), now, true);
    const joint = words[1 + (from?.used ?? 0)];
    if (from && (joint === "and" || joint === "to" || joint === "until")) {
      const to = readSpan(words.slice(from.used + 2), now, true);
      if (to && to.to > from.from) return { time: `${from.from}/${to.to}`, used: from.used + to.used + 2 };
    }
  }
  const isLed = first === "in" || first === "on" || first === "during";
  const span = readSpan(isLed ? words.slice(1) : words, now, isLed);
  return span && { time: `${span.from}/${span.to}`, used: span.used + Number(isLed) };
}

/** `last 3 weeks`: with the running one, as the server means it. */
function readCounted([first, second, third]: readonly string[]): ReadTime | undefined {
  if (first !== "last" && first !== "past") return undefined;
  const unit = /^(hour|day|week|month)s?$/.exec(third ?? "")?.[1];
  const count = Number(second);
  if (unit === undefined || !Number.isInteger(count) || count < 1 || count > 9999) return undefined;
  return { time: `last ${count} ${unit}${count === 1 ? "" : "s"}`, used: 3 };
}

/** A day, week, month or year. `isLed`: the word before says that a time follows, so that "may" is a month. */
function readSpan(words: readonly string[], now: Today, isLed: boolean): Span | undefined {
  return readNamed(words, now) ?? readIso(words) ?? readDate(words, now, isLed);
}

function readNamed([first = "", second = ""]: readonly string[], now: Today): Span | undefined {
  const { today } = now;
  if (first === "today") return { from: today, to: addDays(today, 1), used: 1 };
  if (first === "yesterday") return { from: addDays(today, -1), to: today, used: 1 };
  if (first !== "last" && first !== "this" && first !== "previous") return undefined;
  const back = first === "this" ? 0 : 1;
  const year = Number(today.slice(0, 4));
  switch (second) {
    case "week": {
      const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
      const start = addDays(today, -((weekday - now.weekStart + 7) % 7) - 7 * back);
      return { from: start, to: addDays(start, 7), used: 2 };
    }
    case "month":
      return monthSpan(year, Number(today.slice(5, 7)) - 1 - back, 2);
    case "year":
      return { from: `${year - back}-01-01`, to: `${year - back + 1}-01-01`, used: 2 };
    default:
      return undefined;
  }
}

function readIso([first = ""]: readonly string[]): Span | undefined {
  const month = /^(\d{4})-(\d{2})$/.exec(first);
  if (month) return monthSpan(Number(month[1]), Number(month[2]) - 1, 1);
  return isDay(first) ? { from: first, to: addDays(first, 1), used: 1 } : undefined;
}

function readDate(words: readonly string[], now: Today, isLed: boolean): Span | undefined {
  const [first = "", second = "", third = ""] = words;
  const day = dayNumber(first) ?? dayNumber(second);
  const isDayFirst = dayNumber(first) !== undefined;
  const month = monthOf(isDayFirst ? second : first);
  if (month === undefined) return undefined;
  const year = (text: string) => (/^(19|20)\d{2}$/.test(text) ? Number(text) : undefined);
  if (day === undefined) {
    const given = year(second);
    // "May" and "mar" are words of their own.
    if (given === undefined && !isLed && (first === "may" || first.length < 4)) return undefined;
    return monthSpan(given ?? latestYear(month, now), month, given === undefined ? 1 : 2);
  }
  const given = year(third);
  const date = `${given ?? latestYear(month, now)}-${two(month + 1)}-${two(day)}`;
  return isDay(date) ? { from: date, to: addDays(date, 1), used: given === undefined ? 2 : 3 } : undefined;
}

function dayNumber(word: string): number | undefined {
  const found = /^(\d{1,2})(st|nd|rd|th)?$/.exec(word)?.[1];
  return found === undefined ? undefined : Number(found);
}

function monthOf(word: string): number | undefined {
  const place = FULL.indexOf(word) >= 0 ? FULL.indexOf(word) : MONTHS.indexOf(word);
  return place < 0 ? undefined : place;
}

/** A month without a year is the latest that has begun. */
function latestYear(month: number, { today }: Today): number {
  const year = Number(today.slice(0, 4));
  return month <= Number(today.slice(5, 7)) - 1 ? year : year - 1;
}

function monthSpan(year: number, month: number, used: number): Span | undefined {
  if (month < -12 || month > 11) return undefined;
  const start = (at: number) => new Date(Date.UTC(year, at, 1)).toISOString().slice(0, 10);
  return { from: start(month), to: start(month + 1), used };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
