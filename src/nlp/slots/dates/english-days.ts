// Days and longer stretches in English, as rules: each pattern with what it means from now.
import { NUMBER_WORDS, readNumber } from "../number-words.ts";
import { addBusinessDays, addMonths, dayOf, isDate, type Now, partsOf } from "./calendar.ts";
import type { PartRule, Stretch } from "./date-part.ts";
import { HOLIDAYS, holidayDay } from "./holidays.ts";

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAY = String.raw`(?<weekday>sundays?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|tues?|thurs?|thur|weds)\b\.?`;
/** Short names that are words of their own: only after a word that asks for a day. */
const SHORT_WEEKDAY = String.raw`(?<=\b(?:on|by|this|next|last|until|till|since|before|after|from|to)\s)(?<weekday>sun|mon|wed|fri|sat)\b\.?`;
const MONTH = String.raw`(?<month>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?`;
const COUNT = String.raw`(?<count>\d+|half\s+an?|(?:a\s+)?couple(?:\s+of)?|a\s+few|${NUMBER_WORDS}|an?)`;
const UNIT = String.raw`(?<unit>minutes?|mins?|hours?|hrs?|(?:business|working)\s+days?|days?|nights?|weeks?|wks?|fortnights?|months?|years?|yrs?)\b`;
const B = String.raw`(?<![\p{L}\p{N}_])`;

const rule = (source: string, read: PartRule["read"]): PartRule => ({
  pattern: new RegExp(`${B}${source}`, "giu"),
  read,
});
const stretch = (value: Stretch, score = 0.95): { stretch: Stretch; score: number } => ({
  stretch: value,
  score,
});
const onDay = (day: number) => stretch({ kind: "day", day });
const monday = ({ day, weekday }: Now) => day - ((weekday + 6) % 7);

const MORNING = { from: 360, to: 720 };
const AFTERNOON = { from: 720, to: 1080 };
const EVENING = { from: 1080, to: 1320 };
const NIGHT = { from: 1080, to: 1440 };

export const ENGLISH_DAYS: readonly PartRule[] = [
  rule(
    String.raw`(?<![:.,]|\b(?:past|to|after|before|for|of)\s)(?<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)\s+(?:tonight|tonite|2nite)\b`,
    ({ hour = "" }, now) => {
      const at = (readNumber(hour, false) ?? 0) % 12;
      return at >= 4 ? { ...onDay(now.day), time: { from: (at + 12) * 60 } } : undefined;
    },
  ),
  rule(
    String.raw`(?<word>tonight|tonite|2nite|last\s+night|this\s+(?:morning|afternoon|evening))\b`,
    ({ word = "" }, now) => {
      const time = /morning/i.test(word)
        ? MORNING
        : /afternoon/i.test(word)
          ? AFTERNOON
          : /evening/i.test(word)
            ? EVENING
            : NIGHT;
      return { ...onDay(now.day - (/^last/i.test(word) ? 1 : 0)), time };
    },
  ),
  rule(
    String.raw`(?<from>\d{1,2})(?:st|nd|rd|th)?\s?(?:-|–|to|until|through)\s?(?<to>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${MONTH}(?:,?\s+(?<year>\d{4}))?`,
    readMonthRange,
  ),
  rule(
    String.raw`(?<=\bbetween\s(?:the\s)?)(?<from>\d{1,2})(?:st|nd|rd|th)?\s+and\s+(?:the\s+)?(?<to>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${MONTH}(?:,?\s+(?<year>\d{4}))?`,
    readMonthRange,
  ),
  rule(
    String.raw`the\s+(?<date>\d{1,2})(?:st|nd|rd|th)\s+of\s+(?<which>this|next|last|the)\s+month\b`,
    ({ date = "", which = "" }, now) => {
      const first = stepUnit(now, "month", /next/i.test(which) ? 1 : /last/i.test(which) ? -1 : 0);
      const { year, month } = partsOf(first);
      return isDate(year, month, Number(date)) ? onDay(first + Number(date) - 1) : undefined;
    },
  ),
  rule(
    String.raw`${MONTH}\s+(?<from>\d{1,2})(?:st|nd|rd|th)?\s?(?:-|–|to|until|through)\s?(?<to>\d{1,2})(?:st|nd|rd|th)?(?![\d:]|\s?[ap]m\b)(?:,?\s+(?<year>\d{4}))?`,
    readMonthRange,
  ),
  rule(
    String.raw`${WEEKDAY.replace("<weekday>", "<first>")}\s?(?:-|to|until|through)\s?${WEEKDAY}\s+(?:of\s+)?(?<which>this|next|last)\s+week\b`,
    ({ first = "", weekday = "", which = "" }, now) => {
      const start = monday(now) + (/next/i.test(which) ? 7 : /last/i.test(which) ? -7 : 0);
      const [from, to] = [weekdayOf(first), weekdayOf(weekday)].map((day) => start + ((day + 6) % 7));
      return from === undefined || to === undefined || to <= from
        ? undefined
        : stretch({ kind: "days", from, to });
    },
  ),
  rule(
    String.raw`(?:${WEEKDAY})\s+(?<after>week|next\s+week|(?:of\s+)?this\s+week|(?:of\s+)?last\s+week)\b`,
    ({ weekday = "", after = "" }, now) => {
      const wanted = (weekdayOf(weekday) + 6) % 7;
      if (/next/i.test(after)) return onDay(monday(now) + 7 + wanted);
      if (/this/i.test(after)) return onDay(monday(now) + wanted);
      if (/last/i.test(after)) return onDay(monday(now) - 7 + wanted);
      return onDay(nextWeekday(now, weekdayOf(weekday)) + 7);
    },
  ),
  rule(String.raw`(?:the\s+)?day\s+after\s+(?:tomorrow|tmrw|tmw)\b`, (_, now) => onDay(now.day + 2)),
  rule(String.raw`(?:the\s+)?day\s+before\s+yesterday\b`, (_, now) => onDay(now.day - 2)),
  rule(
    String.raw`(?:${COUNT})\s+${UNIT}\s+(?<way>from|after|before)\s+(?<anchor>today|tomorrow|yesterday|now|${WEEKDAY.replace("<weekday>", "<anchorDay>")})(?:\b|$)`,
    ({ count = "", unit = "", way, anchor = "", anchorDay }, now) => {
      const key = anchor.toLowerCase();
      if (key === "now") return shifted(now, count, unit, 1);
      const day =
        anchorDay !== undefined
          ? nextWeekday(now, weekdayOf(anchorDay))
          : now.day + (key === "tomorrow" ? 1 : key === "yesterday" ? -1 : 0);
      const moved = moveDay(day, count, unit, way?.toLowerCase() === "before" ? -1 : 1);
      return moved === undefined ? undefined : onDay(moved);
    },
  ),
  rule(
    String.raw`(?<word>today|tonite|tomorrow|tmrw|tmw|tomorow|tommorow|tommorrow|yesterday|yday)(?:['’]?s)?\b(?:\s+week\b)?`,
    ({ word = "" }, now) => onDay(now.day + (/^y/i.test(word) ? -1 : /^tod|^toni/i.test(word) ? 0 : 1)),
  ),
  rule(
    String.raw`(?:in|within\s+the\s+next)\s+(?:about\s+|around\s+)?${COUNT}\s+${UNIT}(?:(?:'|’)?s?\s+time)?(?!\s+or\b)`,
    ({ count = "", unit = "" }, now) => shifted(now, count, unit, 1),
  ),
  rule(String.raw`${COUNT}\s+${UNIT}\s+(?:ago|back|earlier)\b`, ({ count = "", unit = "" }, now) =>
    shifted(now, count, unit, -1),
  ),
  rule(String.raw`${COUNT}\s+${UNIT}\s+(?:from\s+now|hence)\b`, ({ count = "", unit = "" }, now) =>
    shifted(now, count, unit, 1),
  ),
  rule(
    String.raw`(?:the\s+)?(?<way>last|past|previous|next|coming)\s+(?<count>\d+|couple\s+of|few|${NUMBER_WORDS})\s+${UNIT}`,
    ({ way = "", count = "", unit = "" }, now) => {
      const sign = /last|past|previous/i.test(way) ? -1 : 1;
      const moved = moveDay(now.day, count, unit, sign);
      if (moved === undefined) return undefined;
      return stretch({ kind: "days", from: Math.min(now.day, moved), to: Math.max(now.day, moved) });
    },
  ),
  rule(
    String.raw`(?:the\s+)?(?<edge>end|beginning|start|middle)\s+of\s+(?:(?<which>the|this|next|last)\s+)?(?<unit>day|week|month|year|${MONTH})\b`,
    ({ edge = "", which = "", unit = "", month }, now) => {
      if (month !== undefined) return edgeOf("month", monthDay(now, month), edge);
      const step = which.toLowerCase() === "next" ? 1 : which.toLowerCase() === "last" ? -1 : 0;
      return edgeOf(unit.toLowerCase(), stepUnit(now, unit.toLowerCase(), step), edge);
    },
  ),
  rule(
    String.raw`(?<way>this|next|last|previous|coming|the\s+coming|past)\s+(?<unit>week(?:end)?|month|year)(?:['’]?s)?\b`,
    ({ way = "", unit = "" }, now) => {
      const step = /next/i.test(way) ? 1 : /last|previous|past/i.test(way) ? -1 : /coming/i.test(way) ? 1 : 0;
      const plain = unit.toLowerCase();
      if (plain === "weekend") {
        const saturday = monday(now) + 5 + 7 * (/coming/i.test(way) ? 0 : step);
        return stretch({ kind: "days", from: saturday, to: saturday + 1 });
      }
      return stretch({ kind: plain as "week" | "month" | "year", day: stepUnit(now, plain, step) });
    },
  ),
  rule(String.raw`(?:the|over\s+the)\s+weekend\b`, (_, now) => {
    const saturday = monday(now) + 5;
    return stretch({ kind: "days", from: saturday, to: saturday + 1 });
  }),
  rule(
    String.raw`(?<way>this|next|last|coming|past|previous)\s+(?:week(?:'|’)?s?\s+)?(?:${WEEKDAY}|(?<short>sun|mon|wed|fri|sat)\b)`,
    ({ way = "", weekday, short }, now) => {
      const wanted = weekdayOf(weekday ?? short ?? "");
      if (/last|past|previous/i.test(way)) return onDay(lastWeekday(now, wanted));
      const ahead = nextWeekday(now, wanted);
      if (!/next/i.test(way)) return onDay(wanted === now.weekday ? now.day : ahead);
      const inNextWeek = monday(now) + 7 + ((wanted + 6) % 7);
      return onDay(inNextWeek);
    },
  ),
  rule(
    String.raw`(?:${WEEKDAY},?\s+)?(?:the\s+)?(?<date>\d{1,2})(?:st|nd|rd|th)?(?:\s+|-)(?:day\s+)?(?:of\s+)?${MONTH},?(?:[\s-]*(?:of\s+)?(?<year>\d{4}|'\d\d)(?![\d:]))?`,
    readMonthDate,
  ),
  rule(
    String.raw`(?:${WEEKDAY},?\s+)?${MONTH}(?:\s+|-)(?:the\s+)?(?<date>\d{1,2})(?:st|nd|rd|th)?(?![\d:]|\s?[ap]\.?m\b)(?:[,-]?\s*(?<year>\d{4}|'\d\d)(?![\d:]))?`,
    readMonthDate,
  ),
  rule(
    String.raw`(?<ordinal>first|second|third|fourth|fifth|tenth|fifteenth|twentieth|thirtieth|last)\s+(?:day\s+)?of\s+${MONTH}(?:\s+(?<year>\d{4}))?`,
    ({ ordinal = "", month = "", year }, now) => {
      const names: Record<string, string> = {
        first: "1",
        second: "2",
        third: "3",
        fourth: "4",
        fifth: "5",
        tenth: "10",
        fifteenth: "15",
        twentieth: "20",
        thirtieth: "30",
      };
      const place = names[ordinal.toLowerCase()];
      if (place !== undefined) return readMonthDate({ date: place, month, year }, now);
      return onDay(addMonths(monthDay(now, month, year), 1) - 1);
    },
  ),
  rule(
    String.raw`${MONTH},?\s+(?:of\s+)?(?<year>\d{4}|this\s+year|next\s+year|last\s+year)(?!\d)`,
    ({ month = "", year = "" }, now) => {
      const given = /^\d/.test(year)
        ? Number(year)
        : partsOf(now.day).year + (/next/i.test(year) ? 1 : /last/i.test(year) ? -1 : 0);
      return stretch({ kind: "month", day: dayOf(given, monthOf(month), 1) });
    },
  ),
  rule(String.raw`(?:(?<way>last|next|this)\s+)${MONTH}`, ({ way = "", month = "" }, now) => {
    const { year, month: current } = partsOf(now.day);
    const wanted = monthOf(month);
    const isThis = /this/i.test(way);
    const step = /last/i.test(way) ? (wanted < current ? 0 : -1) : isThis ? 0 : wanted > current ? 0 : 1;
    return stretch({ kind: "month", day: dayOf(year + step, wanted, 1) });
  }),
  rule(
    String.raw`(?<=\b(?:in|of|since|until|till|by|from|to|before|after|during|for|early|mid|late|for\s+the\s+month\s+of)[\s-])${MONTH}`,
    ({ month = "" }, now) => inMonth(now, month),
  ),
  rule(
    String.raw`(?<month>january|february|april|june|july|august|september|october|november|december)\b`,
    ({ month = "" }, now) => inMonth(now, month, 0.8),
  ),
  rule(
    String.raw`(?:${WEEKDAY},?\s+)?(?:on\s+)?the\s+(?<date>\d{1,2})(?:st|nd|rd|th)\b(?!\s+(?:\p{L}+\s+)?(?:floor|street|avenue|time|item|order|attempt|person|day|century|birthday|anniversary|generation|gen|of)\b)`,
    ({ date = "" }, now) => readDateOfMonth(now, Number(date)),
  ),
  rule(
    String.raw`(?<holiday>${HOLIDAYS})(?:\s+(?<year>\d{4}))?(?![\p{L}\p{N}])`,
    ({ holiday = "", year }, now) => {
      const given = partsOf(now.day).year;
      if (year !== undefined) return onDay(holidayDay(holiday, Number(year)));
      const [before, current, after] = [-1, 0, 1].map((step) => holidayDay(holiday, given + step)) as [
        number,
        number,
        number,
      ];
      const next = current >= now.day ? current : after;
      return stretch({
        kind: "next-or-last",
        unit: "day",
        next,
        last: current <= now.day ? current : before,
        nearest: next,
      });
    },
  ),
  ...[WEEKDAY, SHORT_WEEKDAY].map((names) =>
    rule(names, ({ weekday = "" }, now) => {
      const wanted = weekdayOf(weekday);
      const next = nextWeekday(now, wanted);
      return stretch({
        kind: "next-or-last",
        unit: "day",
        next,
        last: lastWeekday(now, wanted),
        nearest: next,
      });
    }),
  ),
  rule(
    String.raw`(?<=\b(?:in|since|of|from|until|by|back\s+in|during)\s)(?<year>(?:19|20)\d\d)\b(?![-\/.:]?\d)`,
    ({ year = "" }) => stretch({ kind: "year", day: dayOf(Number(year), 1, 1) }, 0.8),
  ),
];

function shifted(now: Now, count: string, unit: string, sign: number): ReturnType<PartRule["read"]> {
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

function moveDay(day: number, count: string, unit: string, sign: number): number | undefined {
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

function weekdayOf(name: string): number {
  return WEEKDAYS.findIndex((weekday) => weekday.startsWith(name.toLowerCase().slice(0, 3)));
}

function nextWeekday({ day, weekday }: Now, wanted: number): number {
  return day + (((wanted - weekday + 6) % 7) + 1);
}

function lastWeekday({ day, weekday }: Now, wanted: number): number {
  return day - (((weekday - wanted + 6) % 7) + 1);
}

function monthOf(name: string): number {
  return 1 + MONTHS.indexOf(name.toLowerCase().slice(0, 3));
}

/** The first of a month, in the year given or that of the month's next occurrence. */
function monthDay(now: Now, name: string, year?: string): number {
  const { year: thisYear, month } = partsOf(now.day);
  const wanted = monthOf(name);
  return dayOf(year === undefined ? thisYear + (wanted < month ? 1 : 0) : Number(year), wanted, 1);
}

/** A month without a year is the next, or the one that has just been. */
function inMonth(now: Now, name: string, score = 0.9): ReturnType<PartRule["read"]> {
  const { year, month } = partsOf(now.day);
  const wanted = monthOf(name);
  const next = dayOf(wanted >= month ? year : year + 1, wanted, 1);
  const last = dayOf(wanted <= month ? year : year - 1, wanted, 1);
  const monthsAgo = (month - wanted + 12) % 12;
  const nearest = monthsAgo <= RECENT_MONTHS ? last : next;
  return { stretch: { kind: "next-or-last", unit: "month", next, last, nearest }, score };
}

function readMonthDate(
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

function readMonthRange(
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

function readDateOfMonth(now: Now, date: number): ReturnType<PartRule["read"]> {
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

function stepUnit(now: Now, unit: string, step: number): number {
  if (unit === "day") return now.day + step;
  if (unit === "week") return monday(now) + 7 * step;
  const { year, month } = partsOf(now.day);
  return unit === "month" ? addMonths(dayOf(year, month, 1), step) : dayOf(year + step, 1, 1);
}

function edgeOf(unit: string, first: number, edge: string): ReturnType<PartRule["read"]> {
  const end =
    unit === "day" ? first : unit === "week" ? first + 6 : addMonths(first, unit === "month" ? 1 : 12) - 1;
  if (/end/i.test(edge)) return onDay(end);
  if (/middle/i.test(edge)) return onDay(first + Math.floor((end - first) / 2));
  return onDay(first);
}
