// Turns text into the lower-case, accent-free form that the vocabulary was made of, exactly as the reference
// tokenizer does (BertNormalizer: clean, space ideographs, strip accents, lower-case), and says what splits words.
import { DROPPED, IDEOGRAPH, PUNCTUATION, SPACE, UNDECOMPOSED } from "./unicode-classes.ts";

const SPACE_CLASS = 1;
const PUNCTUATION_CLASS = 2;
const DROPPED_CLASS = 3;
const IDEOGRAPH_CLASS = 4;

const classOfCodePoint = new Uint8Array(0x110000);
fillClass(DROPPED, DROPPED_CLASS);
fillClass(SPACE, SPACE_CLASS);
fillClass(PUNCTUATION, PUNCTUATION_CLASS);
fillClass(IDEOGRAPH, IDEOGRAPH_CLASS);
const undecomposed = new Set(codePointsOf(UNDECOMPOSED));

const PRINTABLE_ASCII = /^[ -~]*$/;

/** Splits text into words and punctuation marks, normalised. Lone surrogates count as nothing. */
export function splitWords(text: string): string[] {
  const normalised = PRINTABLE_ASCII.test(text) ? text.toLowerCase() : normalise(text);
  const words: string[] = [];
  let start = 0;
  let index = 0;
  while (index < normalised.length) {
    const code = normalised.codePointAt(index) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const kind = classOfCodePoint[code];
    if (kind === SPACE_CLASS || kind === PUNCTUATION_CLASS) {
      if (index > start) words.push(normalised.slice(start, index));
      if (kind === PUNCTUATION_CLASS) words.push(normalised.slice(index, index + width));
      start = index + width;
    }
    index += width;
  }
  if (normalised.length > start) words.push(normalised.slice(start));
  return words;
}

function normalise(text: string): string {
  let cleaned = "";
  let isDecomposable = true;
  for (const character of text.toWellFormed()) {
    const code = character.codePointAt(0) ?? 0;
    const kind = classOfCodePoint[code];
    if (kind === DROPPED_CLASS) continue;
    if (kind === SPACE_CLASS) cleaned += " ";
    else if (kind === IDEOGRAPH_CLASS) cleaned += ` ${character} `;
    else cleaned += character;
    if (undecomposed.has(code)) isDecomposable = false;
  }
  const decomposed = isDecomposable ? cleaned.normalize("NFD") : decomposeEach(cleaned);
  let stripped = "";
  for (const character of decomposed) {
    if (classOfCodePoint[character.codePointAt(0) ?? 0] !== DROPPED_CLASS) stripped += character;
  }
  // JavaScript lower-cases a sigma by its place in the word, the reference does not.
  return stripped.replaceAll("Σ", "σ").toLowerCase();
}

function decomposeEach(text: string): string {
  let result = "";
  for (const character of text) {
    result += undecomposed.has(character.codePointAt(0) ?? 0) ? character : character.normalize("NFD");
  }
  return result;
}

function fillClass(ranges: string, kind: number): void {
  for (const range of ranges.trim().split(/\s+/)) {
    const [low = "0", high = low] = range.split("-");
    classOfCodePoint.fill(kind, Number.parseInt(low, 16), Number.parseInt(high, 16) + 1);
  }
}

function codePointsOf(ranges: string): number[] {
  return ranges
    .trim()
    .split(/\s+/)
    .flatMap((range) => {
      const [low = "0", high = low] = range.split("-");
      const first = Number.parseInt(low, 16);
      return Array.from({ length: Number.parseInt(high, 16) - first + 1 }, (_, offset) => first + offset);
    });
}
