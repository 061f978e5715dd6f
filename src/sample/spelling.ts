// How a person types: casing, punctuation, slips, stretched words, emoji, shortcuts. It touches plain segments only.
import type { Channel } from "../core/domain.ts";
import type { Segment } from "./grammar.ts";
import type { Random } from "./random.ts";

export type Style = {
  readonly lower: boolean;
  readonly shout: boolean;
  readonly stops: boolean;
  readonly apostrophes: boolean;
  readonly slips: number;
  readonly stretched: boolean;
  readonly emoji: boolean;
  readonly shortcuts: boolean;
  readonly fillers: boolean;
  readonly polite: boolean;
  readonly terse: boolean;
};

/** A customer's habits. Drawn from the customer's own stream, so that returning customers keep their manner. */
export function createStyle(random: Random, channel: Channel): Style {
  const care = random.next();
  const written = channel === "email" || channel === "api";
  const spoken = channel === "voice";
  const loose = !written && !spoken;
  return {
    lower: loose && care < 0.42,
    shout: loose && random.chance(0.025),
    stops: !loose || care > 0.35,
    apostrophes: care > 0.25 || spoken,
    slips: spoken ? 0 : care < 0.3 ? 0.05 : care < 0.6 ? 0.018 : 0.004,
    stretched: loose && random.chance(0.06),
    emoji: loose && random.chance(channel === "social" ? 0.3 : 0.1),
    shortcuts: (channel === "sms" && random.chance(0.6)) || (loose && care < 0.12),
    fillers: spoken,
    polite: random.chance(0.45),
    terse: loose && random.chance(0.3),
  };
}

const SHORTCUTS: Readonly<Record<string, string>> = {
  you: "u",
  your: "ur",
  are: "r",
  please: "pls",
  thanks: "thx",
  because: "cuz",
  what: "wat",
  tomorrow: "tmrw",
  people: "ppl",
  message: "msg",
  about: "abt",
  okay: "k",
  before: "b4",
  great: "gr8",
};
const COMMON_SLIPS: Readonly<Record<string, string>> = {
  received: "recieved",
  receive: "recieve",
  definitely: "definately",
  tomorrow: "tommorow",
  because: "becuase",
  address: "adress",
  their: "thier",
  which: "wich",
  separate: "seperate",
  until: "untill",
  the: "teh",
  "doesn't": "dosen't",
  subscription: "subscribtion",
  password: "pasword",
  delivery: "delivrey",
  invoice: "invioce",
  cancelled: "canceled",
  tracking: "traking",
  warranty: "waranty",
};
const STRETCHABLE: Readonly<Record<string, string>> = {
  so: "sooo",
  please: "pleeease",
  no: "nooo",
  still: "stilll",
  why: "whyyy",
  really: "reallyyy",
  ages: "agessss",
  love: "looove",
  long: "looong",
};

/** Writes segments the way this person types. The first letter and the last stop are dealt with by `closeSentence`. */
export function misspell(segments: readonly Segment[], style: Style, random: Random): Segment[] {
  return segments.map((segment) =>
    segment.mark === undefined ? { text: misspellText(segment.text, style, random) } : segment,
  );
}

function misspellText(source: string, style: Style, random: Random): string {
  let text = source.replaceAll(/ {2,}/g, " ").replaceAll(/ (?=[.,?!])/g, "");
  if (style.slips > 0.01 || style.shortcuts || style.stretched) {
    text = text
      .split(" ")
      .map((word) => misspellWord(word, style, random))
      .join(" ");
  }
  if (!style.apostrophes) text = text.replaceAll("'", "");
  if (style.shout) return text.toUpperCase();
  return style.lower ? text.toLowerCase() : text;
}

function misspellWord(word: string, style: Style, random: Random): string {
  if (style.shortcuts && random.chance(0.6)) {
    const short = SHORTCUTS[word];
    if (short !== undefined) return short;
  }
  if (style.stretched && random.chance(0.4)) {
    const long = STRETCHABLE[word];
    if (long !== undefined) return long;
  }
  if (word.length < 3 || /\d/.test(word) || !random.chance(style.slips)) return word;
  const common = COMMON_SLIPS[word];
  if (common !== undefined) return common;
  if (word.length < 4) return word;
  const at = random.between(1, word.length - 3);
  switch (random.int(4)) {
    case 0:
      return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
    case 1:
      return word.slice(0, at) + word.slice(at + 1);
    case 2:
      return word.slice(0, at) + word.charAt(at) + word.slice(at);
    default:
      return word.slice(0, at) + neighbour(word.charAt(at), random) + word.slice(at + 1);
  }
}

const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

function neighbour(letter: string, random: Random): string {
  for (const row of ROWS) {
    const at = row.indexOf(letter);
    if (at >= 0) return row.charAt(at === 0 || (at < row.length - 1 && random.chance(0.5)) ? at + 1 : at - 1);
  }
  return letter;
}

const QUESTION = /^(can|could|is|are|do|does|where|why|how|will|would|who|which|am)\b/i;

/** Upper case at the start and a stop or question mark at the end, for those who use them; no blanks around. */
export function closeSentence(
  segments: readonly Segment[],
  style: Pick<Style, "lower" | "stops">,
): Segment[] {
  const closed = [...segments];
  const first = closed[0];
  if (first === undefined) return closed;
  const isQuestion = QUESTION.test(first.text.trimStart());
  if (first.mark === undefined) closed[0] = { text: openSentences(first.text.trimStart(), style.lower) };
  const last = closed[closed.length - 1] as Segment;
  const text = last.mark === undefined ? last.text.trimEnd() : last.text;
  if (last.mark === undefined) closed[closed.length - 1] = { text };
  const final = text.charAt(text.length - 1);
  if (style.stops && !".?!…),:\n".includes(final)) closed.push({ text: isQuestion ? "?" : "." });
  else if (!style.stops && final === "." && last.mark === undefined)
    closed[closed.length - 1] = { text: text.slice(0, -1) };
  return closed;
}

function openSentences(text: string, lower: boolean): string {
  if (lower) return text;
  const started = text.charAt(0).toUpperCase() + text.slice(1);
  return started.replaceAll(
    /([.?!] )([a-z])/g,
    (_, stop: string, letter: string) => stop + letter.toUpperCase(),
  );
}
