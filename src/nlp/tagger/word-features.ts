// What is known of a word by itself, as buckets of hashed features: its letters, shape, beginnings, endings, and the lists that
// hold it. training/tagger/tokens.py makes the same; a test compares them.
import { DIGIT, fold, kindOf, LETTER, LINE } from "./char-kinds.ts";

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a over UTF-16 code units, 32 bits, begun where `from` left off. */
function feed(from: number, text: string): number {
  let value = from;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), PRIME);
  return value;
}

function finish(value: number): number {
  return (value ^ (value >>> 15)) >>> 0;
}

/** Hash of a word in lower case, as the gazetteers' table keeps it. */
export function hashWord(lower: string): number {
  return finish(feed(OFFSET, lower)) || 1;
}

/** Upper X, lower x, digit 9, others as they are; of a run of letters or signs two are kept, of digits all; twelve at most. */
export function shapeOf(word: string): string {
  let shape = "";
  for (let index = 0; index < word.length; index += 1) {
    const char = word.charAt(index);
    const kind = kindOf(word.charCodeAt(index));
    const sign =
      kind === LETTER ? (fold(char) === char ? "x" : "X") : kind === DIGIT ? "9" : kind === LINE ? "n" : char;
    if (sign !== "9" && shape.endsWith(sign + sign)) continue;
    shape += sign;
  }
  return shape.slice(0, 12);
}

const NUMBER_CLASSES: readonly (readonly [limit: number, name: string])[] = [
  [12, "month"],
  [31, "day"],
  [99, "two"],
  [999, "three"],
  [1899, "four"],
  [2039, "year"],
];

function numberClass(word: string): string {
  if (word.length > 4) return `long${Math.min(word.length, 12)}`;
  if (word.startsWith("0")) return `zero${word.length}`;
  const value = Number(word);
  return NUMBER_CLASSES.find(([limit]) => value <= limit)?.[1] ?? "four";
}

/** The same for all numbers that have the same features: by it they are remembered. */
export function numberKey(digits: string): string {
  return `\u0002${numberClass(digits)} ${digits.length}`;
}

/** Buckets (below `buckets`, a power of two) of a token's features. `flags` names the gazetteers that hold the word. */
export function featuresOf(word: string, isGlued: boolean, flags: string, buckets: number): number[] {
  const kind = kindOf(word.charCodeAt(0));
  const glue = isGlued ? "+" : "-";
  const found: number[] = [];
  const add = (name: string): void => {
    found.push(finish(feed(OFFSET, name)) & (buckets - 1));
  };
  if (kind === LINE) add("line");
  else if (kind === DIGIT) {
    add(`n${numberClass(word)}`);
    add(`s${shapeOf(word)}`);
    add(`g${glue}9`);
  } else {
    const lower = fold(word);
    add(`w${lower}`);
    if (kind === LETTER) addLetters(word, lower, glue, add);
    else add(`g${glue}${lower}`);
  }
  for (const flag of flags) add(`f${flag}`);
  if (flags !== "" && kind === LETTER) add(`F${flags}`);
  return found;
}

function addLetters(word: string, lower: string, glue: string, add: (name: string) => void): void {
  const shape = shapeOf(word);
  add(`s${shape}`);
  add(`g${glue}${shape}`);
  add(`c${shape}${lower.slice(0, 24)}`);
  const padded = `^${lower.slice(0, 20)}$`;
  add(`p${padded.slice(0, 3)}`);
  add(`p${padded.slice(0, 4)}`);
  for (const size of [3, 4, 5]) add(`e${padded.slice(-size)}`);
  for (let index = 0; index + 3 <= padded.length; index += 1) add(`t${padded.slice(index, index + 3)}`);
}
