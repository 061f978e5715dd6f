// Lengths of time: "2 weeks", "an hour and a half", "3-5 business days", "2h 30m".
import { NUMBER_WORDS, readNumber, roundTo } from "./number-words.ts";
import type { Slot, SlotFinder } from "./slot.ts";

type Unit = { readonly code: string; readonly isTime: boolean };
const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:s|secs?|seconds?)$/i, { code: "S", isTime: true }],
  [/^(?:m|mins?|minutes?)$/i, { code: "M", isTime: true }],
  [/^(?:h|hrs?|hours?)$/i, { code: "H", isTime: true }],
  [/^(?:d|(?:\w+\s+)?days?|nights?)$/i, { code: "D", isTime: false }],
  [/^(?:wks?|weeks?|fortnights?)$/i, { code: "W", isTime: false }],
  [/^(?:mos?|months?)$/i, { code: "M", isTime: false }],
  [/^(?:yrs?|years?)$/i, { code: "Y", isTime: false }],
];
const UNIT = String.raw`(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|(?:(?:business|working|calendar|week)\s+)?days?|nights?|weeks?|wks?|fortnights?|months?|years?|yrs?)`;
const NUMBER = String.raw`(?:\d+(?:[.,]\d+)?|1\/2|½|half\s+an?|(?:an?\s+)?couple(?:\s+of)?|a\s+few|${NUMBER_WORDS}|an?)`;
const BEFORE = String.raw`(?<![\p{L}\p{N}.,/:$€£-])`;
const DURATION = new RegExp(
  `${BEFORE}(?<low>${NUMBER})(?<halfFirst>\\s+and\\s+a\\s+half)?(?:\\s?(?:-|–|to|or)\\s?(?<high>${NUMBER}))?[\\s-]?(?<unit>${UNIT})(?<half>\\s+and\\s+a\\s+half)?(?:\\s*(?:and|,)?\\s*(?<more>\\d+|${NUMBER_WORDS})\\s?(?<moreUnit>${UNIT}))?(?![\\p{L}\\p{N}])`,
  "giu",
);
/** "2h 30m", "45min", "3d". */
const SHORT =
  /(?<![\p{L}\p{N}.,/:$€£-])(\d+)\s?(h|d|min|m(?=\b))(?:\s?(\d{1,2})\s?(m|min|s))?(?![\p{L}\p{N}])/giu;

export const findDurations: SlotFinder = (text) => [...findLong(text), ...findShort(text)];

function* findLong(text: string): Generator<Slot> {
  for (const match of text.matchAll(DURATION)) {
    const { low = "", high, unit = "", half, halfFirst, more, moreUnit } = match.groups ?? {};
    const first = readCount(low);
    if (first === undefined) continue;
    const factor = /^fortnight/i.test(unit) ? 2 : 1;
    const lowest = toIso(
      roundTo((first + (half === undefined && halfFirst === undefined ? 0 : 0.5)) * factor),
      unit,
      more,
      moreUnit,
    );
    const second = high === undefined ? undefined : readCount(high);
    const value = second === undefined ? lowest : `${lowest}/${toIso(second * factor, unit)}`;
    yield slot(text, match, value, /^an?$|few|couple/i.test(low) ? 0.7 : 0.95);
  }
}

function* findShort(text: string): Generator<Slot> {
  for (const match of text.matchAll(SHORT)) {
    const [, count = "", unit = "", more, moreUnit] = match;
    if (/^m$/i.test(unit) && more === undefined) continue; // "5m" is money or metres
    yield slot(text, match, toIso(Number(count), unit, more, moreUnit), 0.8);
  }
}

function slot(text: string, match: RegExpExecArray, value: string, score: number): Slot {
  const end = match.index + match[0].length;
  return { start: match.index, end, type: "DURATION", text: text.slice(match.index, end), value, score };
}

function readCount(text: string): number | undefined {
  const plain = text.toLowerCase().replace(/\s+/g, " ");
  if (plain === "a" || plain === "an") return 1;
  if (/^half an?$|^1\/2$|^½$/.test(plain)) return 0.5;
  if (/couple/.test(plain)) return 2;
  if (plain === "a few") return 3;
  return readNumber(plain, false);
}

function toIso(count: number, unit: string, more?: string, moreUnit?: string): string {
  const [first, second] = [unitOf(unit), moreUnit === undefined ? undefined : unitOf(moreUnit)];
  const whole = part(count, first);
  if (second === undefined || more === undefined) return whole;
  const extra = part(readCount(more) ?? 0, second).slice(1);
  return whole.includes("T") ? whole + extra.replace("T", "") : whole + extra;
}

function part(count: number, { code, isTime }: Unit): string {
  const minutes = isTime && code === "H" && !Number.isInteger(count);
  if (minutes) {
    const total = Math.round(count * 60);
    const [hours, rest] = [Math.floor(total / 60), total % 60];
    return `PT${hours > 0 ? `${hours}H` : ""}${rest > 0 ? `${rest}M` : ""}`;
  }
  if (code === "Y" && !Number.isInteger(count)) {
    const months = Math.round((count % 1) * 12);
    const years = Math.floor(count);
    return `P${years > 0 ? `${years}Y` : ""}${months > 0 ? `${months}M` : ""}`;
  }
  return `P${isTime ? "T" : ""}${count}${code}`;
}

function unitOf(text: string): Unit {
  const plain = text.trim();
  return UNITS.find(([pattern]) => pattern.test(plain))?.[1] ?? { code: "D", isTime: false };
}
