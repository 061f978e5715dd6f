// Dates and times as an ISO value, counted from when the text was said and in the person's zone. English is read by rules of
// our own, because the sentence decides which Friday is meant; other languages by chrono-node.

import { formatDay, formatMonth, formatTime, formatWeek, type Now, readNow } from "./dates/calendar.ts";
import { chronoParts } from "./dates/chrono-parts.ts";
import { type DatePart, findParts, type PartRule, type Stretch } from "./dates/date-part.ts";
import { ENGLISH_DAYS } from "./dates/english-days.ts";
import { ENGLISH_TIMES } from "./dates/english-times.ts";
import { type Joined, joinParts } from "./dates/join-parts.ts";
import { numericDates } from "./dates/numeric-dates.ts";
import { type Direction, sentenceDirection } from "./dates/sentence-direction.ts";
import type { Slot, SlotFinder } from "./slot.ts";

/** Dates that name their year need no message time; this one only makes them readable. */
const SOME_TIME = new Date(Date.UTC(2000, 0, 1, 12));
const MAY_HOLD_DATE =
  /\d|\b[ap]\.? ?m\b|day|hour|min|tmr|tmw|nite|week|month|year|t(?:o|u)|mo|night|morn|noon|even|ago|christ|xmas|easter|new y|hallo|thanks|may|mar|ju|jan|feb|apr|aug|sep|oct|nov|dec|sat|sun|fri|wed|thu|nye|valent|o.clock/i;

export const findDates: SlotFinder = (text, { at, timeZone = "UTC", locale = "en-US" }) => {
  const isEnglish = new Intl.Locale(locale).language === "en";
  if (isEnglish && !MAY_HOLD_DATE.test(text)) return [];
  const now = readNow(at ?? SOME_TIME, timeZone);
  const parts = isEnglish ? englishParts(text, locale, now) : chronoParts(text, locale, now);
  return joinParts(text, parts).flatMap((joined) => {
    if (at === undefined && !isAbsolute(joined)) return [];
    const value = describe(joined, sentenceDirection(text, joined.start, joined.end), now);
    if (value === undefined) return [];
    const { start, end, score } = joined;
    return [{ start, end, type: "DATE", text: text.slice(start, end), score, ...value } satisfies Slot];
  });
};

const rulesOf = new Map<string, readonly PartRule[]>();

function englishParts(text: string, locale: string, now: Now): readonly DatePart[] {
  let rules = rulesOf.get(locale);
  if (rules === undefined) {
    rules = [...numericDates(locale), ...ENGLISH_DAYS, ...ENGLISH_TIMES];
    rulesOf.set(locale, rules);
  }
  return findParts(text, rules, now).parts;
}

/** Whether it names a year by itself. */
function isAbsolute({ text, to }: Joined & { text?: string }): boolean {
  return to === undefined && /(?:19|20)\d\d/.test(text ?? "");
}

function describe(
  { stretch, time, to }: Joined,
  direction: Direction,
  now: Now,
): { value: string; alternatives?: readonly string[] } | undefined {
  if (to !== undefined) {
    const [from, until] = [stretch && dayRange(stretch, direction), dayRange(to, direction)];
    if (from === undefined) return undefined;
    // "monday to friday" on a Thursday: the Friday after that Monday.
    const last = until[1] < from[0] && until[1] > from[0] - 7 ? until[1] + 7 : until[1];
    if (last < from[0]) return undefined;
    return { value: `${formatDay(from[0])}/${formatDay(last)}` };
  }
  if (time === undefined) return stretch === undefined ? undefined : describeStretch(stretch, direction, now);
  const day = stretch === undefined ? dayOfTime(time.from, direction, now) : dayRange(stretch, direction)[0];
  const clock = (minutes: number) => formatTime(day, minutes, now.timeZone, time.offset);
  if (time.to !== undefined) {
    const to = time.to <= time.from ? time.to + 1440 : time.to;
    return { value: `${clock(time.from)}/${clock(to)}` };
  }
  const other = time.from >= 720 ? time.from - 720 : time.from + 720;
  return { value: clock(time.from), ...(time.isOpen && { alternatives: [clock(other)] }) };
}

/** A time without a day is today's, or tomorrow's once it is over, unless the sentence looks back. */
function dayOfTime(minutes: number, direction: Direction, now: Now): number {
  const isOver = minutes < now.hour * 60 + now.minute;
  return isOver && direction !== "back" ? now.day + 1 : now.day;
}

function describeStretch(stretch: Stretch, direction: Direction, now: Now) {
  switch (stretch.kind) {
    case "day":
      return withAlternatives(formatDay(stretch.day), stretch.alternatives);
    case "next-or-last": {
      const day = choose(stretch, direction);
      return stretch.unit === "month"
        ? { value: formatMonth(day) }
        : withAlternatives(formatDay(day), stretch.alternatives);
    }
    case "week":
      return { value: formatWeek(stretch.day) };
    case "month":
      return { value: formatMonth(stretch.day) };
    case "year":
      return { value: formatDay(stretch.day).slice(0, 4) };
    case "days":
      return { value: `${formatDay(stretch.from)}/${formatDay(stretch.to)}` };
    case "moment":
      return { value: formatTime(stretch.day, stretch.minutes, now.timeZone) };
    default:
      return stretch satisfies never;
  }
}

function withAlternatives(value: string, days: readonly number[] | undefined) {
  return days === undefined ? { value } : { value, alternatives: days.map(formatDay) };
}

function dayRange(stretch: Stretch, direction: Direction): readonly [number, number] {
  if (stretch.kind === "days") return [stretch.from, stretch.to];
  const day = stretch.kind === "next-or-last" ? choose(stretch, direction) : stretch.day;
  return [day, day];
}

function choose(
  { next, last, nearest }: Extract<Stretch, { kind: "next-or-last" }>,
  direction: Direction,
): number {
  return direction === "ahead" ? next : direction === "back" ? last : nearest;
}
