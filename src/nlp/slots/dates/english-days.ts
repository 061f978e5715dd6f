// Days and longer stretches in English, as rules: each pattern with what it means from now.
import { NUMBER_WORDS, readNumber } from "../number-words.ts";
import { addMonths, dayOf, isDate, partsOf } from "./calendar.ts";
import type { PartRule } from "./date-part.ts";
import {
  edgeOf,
  inMonth,
  lastWeekday,
  monday,
  monthDay,
  monthOf,
  moveDay,
  nextWeekday,
  onDay,
  readDateOfMonth,
  readMonthDate,
  readMonthRange,
  shifted,
  stepUnit,
  stretch,
  weekdayOf,
} from "./day-steps.ts";
import { HOLIDAYS, holidayDay } from "./holidays.ts";

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
