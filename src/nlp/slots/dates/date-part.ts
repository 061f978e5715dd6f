// A piece of a date expression: a day, a longer stretch, or a time of day. Pieces that stand side by side are joined later.
import type { Now } from "./calendar.ts";

export type Stretch =
  | { readonly kind: "day"; readonly day: number; readonly alternatives?: readonly number[] }
  | { readonly kind: "week" | "month" | "year"; readonly day: number }
  /** Both days included. */
  | { readonly kind: "days"; readonly from: number; readonly to: number }
  /** A weekday, or a date or month without a year: which one depends on the sentence. */
  | {
      readonly kind: "next-or-last";
      readonly unit: "day" | "month";
      readonly next: number;
      readonly last: number;
      /** Where the sentence doesn't say. */
      readonly nearest: number;
      readonly alternatives?: readonly number[];
    }
  /** An exact moment. */
  | { readonly kind: "moment"; readonly day: number; readonly minutes: number };

export type TimeOfDay = {
  /** Minutes from midnight; of 12 hours without am or pm, `isOpen`. */
  readonly from: number;
  readonly to?: number;
  readonly isOpen?: boolean;
  /** Minutes ahead of UTC, when a zone is said. */
  readonly offset?: number;
};

export type DatePart = {
  readonly start: number;
  readonly end: number;
  readonly stretch?: Stretch;
  readonly time?: TimeOfDay;
  readonly score: number;
};

export type PartRule = {
  readonly pattern: RegExp;
  /** Undefined when the words don't mean it after all. */
  read(
    groups: Readonly<Record<string, string | undefined>>,
    now: Now,
  ): Omit<DatePart, "start" | "end"> | undefined;
};

/** What the rules find, first rule first; a later rule gets only what is left of the text. */
export function findParts(
  text: string,
  rules: readonly PartRule[],
  now: Now,
): { parts: DatePart[]; rest: string } {
  const parts: DatePart[] = [];
  let rest = text;
  for (const { pattern, read } of rules) {
    for (const match of rest.matchAll(pattern)) {
      const found = read(match.groups ?? {}, now);
      if (found === undefined) continue;
      const start = match.index;
      const end = start + match[0].length;
      parts.push({ start, end, ...found });
      rest = rest.slice(0, start) + "\u0000".repeat(end - start) + rest.slice(end);
    }
  }
  return { parts: parts.sort((a, b) => a.start - b.start), rest };
}
