// Dates in other languages than English, by chrono-node: its certain components as pieces that are joined and written like
// our own.
import * as chrono from "chrono-node";
import { dayOf, formatTime, isDate, type Now } from "./calendar.ts";
import type { DatePart } from "./date-part.ts";

type Parser = Pick<typeof chrono.de.casual, "parse">;
const PARSERS: Readonly<Record<string, Parser>> = {
  de: chrono.de.casual,
  fr: chrono.fr.casual,
  es: chrono.es.casual,
  it: chrono.it.casual,
  pt: chrono.pt.casual,
  nl: chrono.nl.casual,
  sv: chrono.sv.casual,
  ru: chrono.ru.casual,
  uk: chrono.uk.casual,
  ja: chrono.ja.casual,
  zh: chrono.zh.casual,
};

/** Whole expressions; none for a language that chrono doesn't read. */
export function chronoParts(text: string, locale: string, now: Now): DatePart[] {
  const parser = PARSERS[new Intl.Locale(locale).language];
  if (parser === undefined) return [];
  // The clock of the person's zone is given as if it were UTC: only its parts are read back.
  const wall = formatTime(now.day, now.hour * 60 + now.minute, "UTC").slice(0, 16);
  const reference = { instant: new Date(`${wall}:00Z`), timezone: 0 };
  return parser.parse(text, reference).flatMap((result): DatePart[] => {
    const { start: from, end: to } = result;
    const span = { start: result.index, end: result.index + result.text.length, score: 0.8 };
    const day = dayIn(from);
    if (day === undefined || !/\p{L}|\d.*\D.*\d/u.test(result.text)) return [];
    const hasDay = from.isCertain("day") || from.isCertain("weekday");
    const hasMonth = from.isCertain("month");
    const hour = from.isCertain("hour")
      ? (from.get("hour") ?? 0) * 60 + (from.get("minute") ?? 0)
      : undefined;
    if (hour !== undefined && to?.isCertain("hour")) {
      const until = (to.get("hour") ?? 0) * 60 + (to.get("minute") ?? 0);
      return [{ ...span, stretch: { kind: "day", day }, time: { from: hour, to: until } }];
    }
    if (hour !== undefined) return [{ ...span, stretch: { kind: "day", day }, time: { from: hour } }];
    const last = to ? dayIn(to) : undefined;
    if (last !== undefined) return [{ ...span, stretch: { kind: "days", from: day, to: last } }];
    if (hasDay) return [{ ...span, stretch: { kind: "day", day } }];
    if (hasMonth) return [{ ...span, stretch: { kind: "month", day } }];
    return [];
  });
}

function dayIn(part: { get(component: "year" | "month" | "day"): number | null }): number | undefined {
  const [year, month, date] = [part.get("year"), part.get("month"), part.get("day")];
  if (year === null || month === null || date === null || !isDate(year, month, date)) return undefined;
  return dayOf(year, month, date);
}
