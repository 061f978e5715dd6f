// Sentiment by counting strong words, for English: one of the signals that the sentiment head is trained on. It knows negation,
// degree, contrast, capitals, exclamation and emoji, but neither irony nor context.
import { CONTRASTS, DEGREES, NEGATIONS, NOT_DERIVED, SYMBOLS, WORDS } from "./english-lexicon.ts";

const LONGEST_PHRASE = 4;
const LONGEST_TEXT = 20_000;
/** Words back that a negation reaches, unless punctuation stands between. */
const NEGATION_REACH = 3;
const NEGATED = -0.6;
const CAPITALS = 1.3;
const BEFORE_CONTRAST = 0.5;
const AFTER_CONTRAST = 1.3;
/** Sum of strengths that gives half of the whole scale. */
const HALF_SCALE = 1.6;

const strengths = new Map([...invert(WORDS), ...invert(SYMBOLS)]);
const degrees = invert(DEGREES);
const negations = new Set(words(NEGATIONS));
const notDerived = new Set(words(NOT_DERIVED));
const contrasts = new Set(words(CONTRASTS));

const symbolPattern = [...invert(SYMBOLS).keys()]
  .sort((a, b) => b.length - a.length)
  .map((symbol) =>
    /^\w|\w$/.test(symbol) ? `(?<!\\w)${RegExp.escape(symbol)}(?!\\w)` : RegExp.escape(symbol),
  )
  .join("|");
const TOKEN = new RegExp(
  `https?://\\S+|${symbolPattern}|\\d+/\\d+|[\\p{L}\\p{N}]+(?:['-][\\p{L}\\p{N}]+)*|[.,;:!?]+|\\n`,
  "gu",
);

type Token = { readonly text: string; readonly isShouted: boolean; readonly isBreak: boolean };

export const lexiconSentiment = {
  /** From −2 (very negative) to 2 (very positive); null when no word of the text tells. */
  score(text: string): number | null {
    const tokens = tokenize(text.slice(0, LONGEST_TEXT));
    let sum = 0;
    let hits = 0;
    let index = 0;
    let clauseStart = 0;
    while (index < tokens.length) {
      const token = tokens[index];
      if (token === undefined) break;
      if (contrasts.has(token.text)) {
        // "not only … but" and a text that opens with "but" have nothing before to play down.
        if (hits > 0) sum *= BEFORE_CONTRAST;
        clauseStart = index + 1;
      }
      const found = longestEntry(tokens, index);
      if (found === undefined) {
        index += 1;
        continue;
      }
      const weight = contextWeight(tokens, index) * (token.isShouted ? CAPITALS : 1);
      sum += found.strength * weight * (clauseStart > 0 ? AFTER_CONTRAST : 1);
      hits += 1;
      index += found.length;
    }
    if (hits === 0) return null;
    const loud = sum * (1 + 0.1 * Math.min(3, text.match(/!/g)?.length ?? 0));
    return (2 * loud) / (Math.abs(loud) + HALF_SCALE);
  },
};

/** Factor from what stands before the word: degree next to it, negation up to three words back. */
function contextWeight(tokens: readonly Token[], index: number): number {
  let weight = 1;
  for (let back = 1; back <= NEGATION_REACH; back++) {
    const before = tokens[index - back];
    if (before === undefined || before.isBreak || contrasts.has(before.text)) break;
    if (back <= 2) weight *= degrees.get(before.text) ?? 1;
    if (negations.has(before.text)) return NEGATED * Math.min(weight, 1);
  }
  return weight;
}

function longestEntry(
  tokens: readonly Token[],
  index: number,
): { readonly strength: number; readonly length: number } | undefined {
  let phrase = tokens.slice(index, index + LONGEST_PHRASE).map((token) => token.text);
  while (phrase.length > 1) {
    const strength = strengths.get(phrase.join("_"));
    if (strength !== undefined) return { strength, length: phrase.length };
    phrase = phrase.slice(0, -1);
  }
  const strength = wordStrength(phrase[0] ?? "");
  return strength === undefined ? undefined : { strength, length: 1 };
}

/** Strength of a word or of the base form that it may come from. */
function wordStrength(word: string): number | undefined {
  const own = strengths.get(word);
  if (own !== undefined || word.length < 5 || notDerived.has(word)) return own;
  for (const [ending, replacements] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (stem.length < 3) continue;
    for (const replacement of replacements) {
      const strength = strengths.get(stem + replacement);
      if (strength !== undefined) return strength;
    }
    const undoubled = /(.)\1$/.test(stem) ? strengths.get(stem.slice(0, -1)) : undefined;
    if (undoubled !== undefined) return undoubled;
  }
  return undefined;
}

const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ["iest", ["y"]],
  ["ier", ["y"]],
  ["ies", ["y"]],
  ["ied", ["y"]],
  ["ily", ["y"]],
  ["ness", [""]],
  ["ing", ["", "e"]],
  ["est", ["", "e"]],
  ["ed", ["", "e"]],
  ["er", ["", "e"]],
  ["es", ["", "e"]],
  ["ly", ["", "le"]],
  ["s", [""]],
];

function tokenize(text: string): Token[] {
  const isAllCapitals = !/\p{Ll}/u.test(text);
  return (text.replaceAll("’", "'").match(TOKEN) ?? []).map((raw) => {
    const isWord = /^\p{L}/u.test(raw);
    return {
      text: isWord && !strengths.has(raw) ? shorten(raw.toLowerCase()) : raw,
      isShouted: isWord && !isAllCapitals && raw.length > 2 && raw === raw.toUpperCase(),
      isBreak: /^[.,;:!?\n]+$/.test(raw),
    };
  });
}

/** "sooooo" to "so", "goood" to "good": three and more of a letter stand for one or two. */
function shorten(word: string): string {
  if (!/(.)\1\1/u.test(word)) return word;
  const twice = word.replaceAll(/(.)\1{2,}/gu, "$1$1");
  return wordStrength(twice) === undefined ? word.replaceAll(/(.)\1{2,}/gu, "$1") : twice;
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

function invert(lists: ReadonlyMap<number, string>): Map<string, number> {
  return new Map([...lists].flatMap(([value, list]) => words(list).map((word) => [word, value] as const)));
}
