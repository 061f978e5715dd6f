// Joins the pieces of one date expression: a day with its time ("3pm | tomorrow"), the two ends of a range.
import type { DatePart, Stretch, TimeOfDay } from "./date-part.ts";

export type Joined = {
  readonly start: number;
  readonly end: number;
  readonly stretch?: Stretch;
  readonly time?: TimeOfDay;
  /** The other end of a range of days. */
  readonly to?: Stretch;
  readonly text: string;
  readonly score: number;
};

const BETWEEN_DAY_AND_TIME =
  /^[\s,]*(?:(?:at|on|around|about|by|from|in|in\s+the|for|the|@|before|after|between|early|late|sometime|of|-)\s*)?(?:the\s+)?$/i;
const RANGE = /^\s*(?:to|until|till|thru|through|-|–)\s*(?:the\s+)?$/i;
const AND = /^\s*and\s+(?:the\s+)?$/i;

export function joinParts(text: string, parts: readonly DatePart[]): Joined[] {
  const joined: Joined[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const next = { ...part, text: text.slice(part.start, part.end) };
    const both = last && join(text, last, next);
    if (both) joined[joined.length - 1] = both;
    else joined.push(next);
  }
  return joined;
}

function join(text: string, left: Joined, right: Joined): Joined | undefined {
  const gap = text.slice(left.end, right.start);
  if (gap.length > 14 || left.to !== undefined) return undefined;
  const span = {
    start: left.start,
    end: right.end,
    text: text.slice(left.start, right.end),
    score: Math.min(left.score, right.score),
  };
  const isBetween = /\bbetween\s+(?:the\s+)?$/i.test(text.slice(0, left.start));
  if (left.stretch && right.stretch && !left.time && !right.time) {
    if (
      isDay(left.stretch) &&
      isDay(right.stretch) &&
      isSameDay(left.stretch, right.stretch) &&
      /^[\s,]*(?:the\s+)?$/i.test(gap)
    ) {
      return { ...span, stretch: right.stretch };
    }
    if (RANGE.test(gap) || (isBetween && AND.test(gap))) {
      return { ...span, stretch: left.stretch, to: right.stretch };
    }
    return undefined;
  }
  if (!BETWEEN_DAY_AND_TIME.test(gap)) return undefined;
  const stretch = left.stretch ?? right.stretch;
  if (stretch === undefined || (left.stretch && right.stretch)) {
    return stretch === undefined && left.time && right.time
      ? mergeTimes(span, left.time, right.time)
      : undefined;
  }
  if (stretch.kind !== "day" && stretch.kind !== "next-or-last") return undefined;
  const times = [left.time, right.time].filter((time) => time !== undefined);
  const [first, second] = times;
  if (first === undefined) return undefined;
  if (second === undefined) return { ...span, stretch, time: first };
  const time = refine(first, second);
  return time && { ...span, stretch, time };
}

function mergeTimes(span: Omit<Joined, "time">, left: TimeOfDay, right: TimeOfDay): Joined | undefined {
  const time = refine(left, right);
  return time && { ...span, time };
}

/** A clock time within a part of the day ("7 tonight", "8 in the evening"). */
function refine(left: TimeOfDay, right: TimeOfDay): TimeOfDay | undefined {
  const [exact, part] = left.to === undefined ? [left, right] : [right, left];
  if (exact.to !== undefined || part.to === undefined) return undefined;
  if (exact.isOpen !== true) return exact;
  const { isOpen, ...plain } = exact;
  const other = plain.from >= 720 ? plain.from - 720 : plain.from + 720;
  const fits = (minutes: number) => minutes >= part.from - 60 && minutes < (part.to ?? 1440);
  return { ...plain, from: fits(plain.from) || !fits(other) ? plain.from : other };
}

function isDay({ kind }: Stretch): boolean {
  return kind === "day" || kind === "next-or-last";
}

/** "Friday the 13th", "tuesday, 10/03": a weekday and the date that it is. */
function isSameDay(left: Stretch, right: Stretch): boolean {
  const days = (one: Stretch) =>
    one.kind === "day"
      ? [one.day]
      : one.kind === "next-or-last" && one.unit === "day"
        ? [one.next, one.last]
        : [];
  const weekdays = new Set(days(left).map((day) => ((day % 7) + 7) % 7));
  return days(right).some((day) => weekdays.has(((day % 7) + 7) % 7)) && left.kind === "next-or-last";
}
