// Tells the language of a chat text with the library eld, and says `und` rather than guess. Why this library and these
// limits: docs/decisions/0004-language-detection.md.
import { eld } from "eld/small";
import { redactionTagPattern } from "../../core/redaction-tag.ts";
import type { DetectedLanguage } from "./language.ts";

const UNDETERMINED: DetectedLanguage = { language: "und", score: 0 };

/** Letters that a text in Latin script must have. Names, towns and "ok" are shorter, and look like any language. */
const FEWEST_LATIN_LETTERS = 12;
const FEWEST_OTHER_LETTERS = 2;
/** No more than this is looked at, in UTF-16 code units. */
const LONGEST_TEXT = 1000;

const NOT_WORDS = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+|[#@]\w+|\p{N}+/gu;
/** Cheap tests that spare most texts the dear ones. */
const MAY_HOLD_MARKS = /[\p{N}@#[:.]/u;
const LONG_RUN = /^(?:[A-Za-z]{2,}[ ,]+){6}/;
const LETTER = /\p{L}/gu;
const LATIN = /\p{Script=Latin}/u;

/**
 * Language of a text as ISO 639-1, among the 60 that eld knows. Links, addresses, numbers and redaction tags don't
 * count. Texts of fewer than 12 letters (2 in other scripts than Latin) and texts that eld itself calls unreliable
 * are `und`.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const words = withoutMarks(text.slice(0, LONGEST_TEXT));
  if (!hasEnoughLetters(words)) return UNDETERMINED;
  const result = eld.detect(words);
  if (result.language === "" || !result.isReliable()) return UNDETERMINED;
  return { language: result.language, score: result.getScores()[result.language] ?? 0 };
}

function withoutMarks(text: string): string {
  if (!MAY_HOLD_MARKS.test(text)) return text;
  return text.replace(redactionTagPattern(), " ").replace(NOT_WORDS, " ");
}

function hasEnoughLetters(text: string): boolean {
  if (LONG_RUN.test(text)) return true;
  const letters = text.match(LETTER)?.length ?? 0;
  return letters >= (LATIN.test(text) ? FEWEST_LATIN_LETTERS : FEWEST_OTHER_LETTERS);
}
