// Times of day in English, as rules.
import { readWords } from "../number-words.ts";
import type { PartRule, TimeOfDay } from "./date-part.ts";

const B = String.raw`(?<![\p{L}\p{N}_:.,/$€£#-])`;
const HOUR = String.raw`(?:[01]?\d|2[0-4])`;
const HOUR_WORD = `(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)`;
const MERIDIEM = String.raw`[ap](?:\.\s?m\.?|m)?`;
const DAYPART = String.raw`(?:in\s+the\s+|this\s+|at\s+)?(?:morning|afternoon|evening|night)`;
const ZONE = String.raw`(?:\s?(?<zone>utc|gmt|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest|bst)\b)?`;
const OFFSETS: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  bst: 60,
  cet: 60,
  cest: 120,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};
/** From and to in hours. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  morning: [6, 12],
  afternoon: [12, 18],
  evening: [18, 22],
  night: [18, 24],
};

const rule = (
  source: string,
  read: (groups: Readonly<Record<string, string | undefined>>) => TimeOfDay | undefined,
  score = 0.95,
): PartRule => ({
  pattern: new RegExp(`${B}${source}(?![\\p{L}\\p{N}])`, "giu"),
  read(groups) {
    const time = read(groups);
    const offset = OFFSETS[groups["zone"]?.toLowerCase() ?? ""];
    return time === undefined
      ? undefined
      : { time: { ...time, ...(offset !== undefined && { offset }) }, score };
  },
});

export const ENGLISH_TIMES: readonly PartRule[] = [
  rule(
    String.raw`(?:from\s+|between\s+)?(?<low>${HOUR}(?:[:.][0-5]\d)?)\s?(?<lowPart>${MERIDIEM})?\s?(?:-|–|to|and|until|till)\s?(?<high>${HOUR}(?:[:.][0-5]\d)?)\s?(?<part>${MERIDIEM})${ZONE}`,
    ({ low = "", lowPart, high = "", part }) => {
      const to = clock(high, part);
      let from = clock(low, lowPart ?? part);
      if (from === undefined || to === undefined) return undefined;
      if (lowPart === undefined && from > to) from -= 720; // "11 to 2pm"
      return from < 0 ? undefined : { from, to };
    },
  ),
  rule(
    String.raw`(?:from|between)\s+(?<low>(?:[01]?\d|2[0-3]):[0-5]\d)\s?(?:-|–|to|and)\s?(?<high>(?:[01]?\d|2[0-4]):[0-5]\d)`,
    ({ low = "", high = "" }) => ({ from: clock(low) ?? 0, to: clock(high) ?? 0 }),
  ),
  rule(
    String.raw`(?:at\s+|around\s+|by\s+)?half\s+(?<hour>${HOUR_WORD})(?!\s+(?:dozen|hundred|thousand|million|hours?|days?))`,
    ({ hour = "" }) => {
      const at = clock(hourText(hour));
      return at === undefined ? undefined : open(at + 30, true, at);
    },
    0.7,
  ),
  rule(String.raw`(?:at\s+)?(?<hour>${HOUR})h(?<minutes>[0-5]\d)`, ({ hour = "", minutes = "" }) =>
    single(clock(`${hour}:${minutes}`)),
  ),
  rule(
    String.raw`(?:at\s+|around\s+|by\s+)?(?<word>half|quarter|a\s+quarter|five|ten|twenty|twenty[\s-]five|\d{1,2})\s+(?:minutes?\s+)?(?<way>past|to|after|before|till)\s+(?<hour>${HOUR}|${HOUR_WORD})\b(?:\s?(?<part>${MERIDIEM})(?![\p{L}])|\s+(?<when>${DAYPART}))?`,
    ({ word = "", way = "", hour = "", part, when }) => {
      const minutes = /half/i.test(word) ? 30 : /quarter/i.test(word) ? 15 : (numberOf(word) ?? 0);
      const base = clock(String(numberOf(hour) ?? hour), part ?? meridiemOf(when));
      if (base === undefined || minutes > 30 || (/^(?:to|before|till)$/i.test(way) && minutes === 30))
        return undefined;
      const isOpen = part === undefined && when === undefined && Number(numberOf(hour)) <= 12;
      const at = open(base + (/^(?:to|before|till)$/i.test(way) ? -minutes : minutes), isOpen, base);
      return at;
    },
  ),
  rule(
    String.raw`(?:at\s+|around\s+|by\s+)?(?<hour>${HOUR}(?:[:.][0-5]\d)?|${HOUR_WORD})\s?(?:o['’]?\s?clock)?\s+(?:(?:in\s+the\s+)(?<when>morning|afternoon|evening)|at\s+(?<night>night))`,
    ({ hour = "", when, night }) => single(clock(hourText(hour), meridiemOf(when ?? night))),
  ),
  rule(
    String.raw`(?:at\s+)?(?<hour>${HOUR}(?:[:.h][0-5]\d)?(?::[0-5]\d)?)\s?(?<part>[ap]\.?\s?m\b\.?|[ap](?=\b))${ZONE}`,
    ({ hour = "", part = "" }) => single(clock(hour.replace("h", ":"), part)),
  ),
  rule(
    String.raw`(?:at\s+)?(?<hour>${HOUR_WORD})(?:[\s-](?<minutes>fifteen|twenty(?:[\s-]five)?|thirty(?:[\s-]five)?|forty(?:[\s-]five)?|fifty(?:[\s-]five)?|ten))?\s?(?<part>[ap]\.?\s?m\b\.?)${ZONE}`,
    ({ hour = "", minutes, part = "" }) =>
      single(clock(`${hourText(hour)}:${minutes === undefined ? 0 : (numberOf(minutes) ?? 0)}`, part)),
  ),
  rule(
    String.raw`(?:at\s+|around\s+|by\s+)?(?<hour>${HOUR}|${HOUR_WORD})\s?o['’]?\s?clock`,
    ({ hour = "" }) => {
      const at = clock(hourText(hour));
      return at === undefined ? undefined : open(at, true, at);
    },
  ),
  rule(String.raw`(?:at\s+)?(?<hour>(?:[01]?\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?${ZONE}`, ({ hour = "" }) => {
    const at = clock(hour);
    if (at === undefined) return undefined;
    return open(at, !hour.startsWith("0") && at < 780, at);
  }),
  rule(
    String.raw`(?<=\b(?:at|around|about|by|before|after|until|till|from|@)\s)(?<hour>${HOUR}|${HOUR_WORD})(?![\s-]*(?:%|\p{L}|\d|[.,:/]\d))`,
    ({ hour = "" }) => {
      const at = clock(hourText(hour));
      return at === undefined ? undefined : open(at, true, at);
    },
    0.6,
  ),
  rule(
    String.raw`(?<=\b(?:at|around|@)\s)(?<hour>${HOUR}|${HOUR_WORD})(?=\s+(?:on|today|tonight|tomorrow|this|next|please|and|or|for|in)\b)`,
    ({ hour = "" }) => {
      const at = clock(hourText(hour));
      return at === undefined ? undefined : open(at, true, at);
    },
    0.8,
  ),
  rule(String.raw`(?:(?:at|around|by)\s+)?(?:12\s+)?(?<word>noon|midday|midnight)`, ({ word = "" }) =>
    single(word.toLowerCase() === "midnight" ? 1440 : 720),
  ),
  rule(String.raw`(?:in\s+the\s+|at\s+)?(?<when>morning|afternoon|evening|night)`, ({ when = "" }) => {
    const [from, to] = PARTS[when.toLowerCase()] ?? [0, 24];
    return { from: from * 60, to: to * 60 };
  }),
];

function single(from: number | undefined): TimeOfDay | undefined {
  return from === undefined ? undefined : { from };
}

/** Of 1 to 12 without am or pm: one to half past six are after noon, unless a word says otherwise. */
function open(minutes: number, isOpen: boolean, base: number): TimeOfDay {
  if (!isOpen || base >= 780) return { from: minutes };
  return { from: base >= 60 && base < 420 ? minutes + 720 : minutes, isOpen: true };
}

function clock(text: string, part?: string): number | undefined {
  const [hours = "", minutes = "0"] = text.split(/[:.]/);
  let hour = Number(hours);
  if (hour > 24) return undefined;
  if (part !== undefined && hour <= 12) {
    hour %= 12;
    if (/^p/i.test(part)) hour += 12;
  }
  return hour * 60 + Number(minutes);
}

function meridiemOf(when: string | undefined): string | undefined {
  if (when === undefined) return undefined;
  return /morning/i.test(when) ? "am" : "pm";
}

function numberOf(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : readWords(text);
}

function hourText(text: string): string {
  return /^\d/.test(text) ? text : String(readWords(text) ?? "");
}
