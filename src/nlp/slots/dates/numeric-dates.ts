// Dates in digits. The order of 03/04 is the locale's, and the other reading is kept beside it.
import { dayOf, isDate, type Now, partsOf } from "./calendar.ts";
import type { PartRule } from "./date-part.ts";
import { withoutYear } from "./day-steps.ts";

const B = String.raw`(?<![\p{L}\p{N}_.,/$€£#:-])`;
const A = String.raw`(?![\p{L}\p{N}_/]|[.,:-]\d)`;
/** "24/7", and fractions of things. */
const NO_DATE = String.raw`(?!24/7|50/50|\d/\d\s+(?:an?\s+)?(?:hours?|price|cup|day|of|off|star|way)\b)`;

/** Monthfirst is the custom of these regions alone. */
const MONTH_FIRST = new Set(["US", "PH", "PR", "GU", "VI", "AS", "FM", "MH", "PW"]);

export function numericDates(locale: string): readonly PartRule[] {
  const isMonthFirst = MONTH_FIRST.has(new Intl.Locale(locale).maximize().region ?? "US");
  return [
    {
      pattern: new RegExp(
        String.raw`${B}(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<date>\d{1,2})(?:(?:t|\s)(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?:(?<zulu>z)|(?<sign>[+-])(?<zh>\d\d):?(?<zm>\d\d))?)?${A}`,
        "giu",
      ),
      read({ year, month, date, hour, minute, zulu, sign, zh, zm }) {
        const [y, m, d] = [Number(year), Number(month), Number(date)];
        if (!isDate(y, m, d)) return undefined;
        const stretch = { kind: "day", day: dayOf(y, m, d) } as const;
        if (hour === undefined) return { stretch, score: 1 };
        const from = Number(hour) * 60 + Number(minute);
        const shift = (Number(zh) * 60 + Number(zm)) * (sign === "-" ? -1 : 1);
        const offset = zulu !== undefined ? 0 : sign === undefined ? undefined : shift;
        return { stretch, time: { from, ...(offset !== undefined && { offset }) }, score: 1 };
      },
    },
    {
      pattern: new RegExp(
        String.raw`${B}${NO_DATE}(?<first>\d{1,2})(?<sign>[/.-])(?<second>\d{1,2})\k<sign>(?<year>\d{4}|\d\d)${A}`,
        "giu",
      ),
      read({ first, second, year = "", sign }) {
        const given = year.length === 2 ? fullYear(Number(year)) : Number(year);
        const days = readings(Number(first), Number(second), sign === "." ? false : isMonthFirst).flatMap(
          ([month, date]) => (isDate(given, month, date) ? [dayOf(given, month, date)] : []),
        );
        const [day, ...alternatives] = days;
        if (day === undefined) return undefined;
        return {
          stretch: { kind: "day", day, ...(alternatives.length > 0 && { alternatives }) },
          score: alternatives.length > 0 ? 0.7 : 0.95,
        };
      },
    },
    {
      pattern: new RegExp(
        String.raw`${B}${NO_DATE}(?<first>\d{1,2})(?:/(?<second>\d{1,2})|\.(?<dotted>\d{1,2})\.(?!\d))${A}`,
        "giu",
      ),
      read({ first, second, dotted }, now: Now) {
        const isDotted = dotted !== undefined;
        const { year } = partsOf(now.day);
        const found = readings(
          Number(first),
          Number(second ?? dotted),
          isDotted ? false : isMonthFirst,
        ).flatMap(([month, date]) => withoutYear(now, year, month, date) ?? []);
        const [best, other] = found;
        if (best?.stretch?.kind !== "next-or-last") return undefined;
        const alternatives = other?.stretch?.kind === "next-or-last" ? [other.stretch.nearest] : undefined;
        return {
          stretch: { ...best.stretch, ...(alternatives && { alternatives }) },
          score: alternatives ? 0.6 : 0.85,
        };
      },
    },
  ];
}

/** Month and date in the locale's order, then in the other; once where only one is possible or both are the same. */
function readings(first: number, second: number, isMonthFirst: boolean): (readonly [number, number])[] {
  const [a, b] = [[first, second] as const, [second, first] as const];
  const ordered = isMonthFirst ? [a, b] : [b, a];
  return ordered.filter(([month], place) => month >= 1 && month <= 12 && !(place === 1 && first === second));
}

/** Two digits are of the century that is nearer. */
function fullYear(short: number): number {
  return short < 70 ? 2000 + short : 1900 + short;
}
