// Tells the language of a chat text: by its script where one language alone uses it, by letter statistics (the library eld)
// where there are enough letters, by common words where there are few; and says `und` rather than guess. Why this library and
// these limits: docs/decisions/0004-language-detection.md.
import { eld } from "eld/small";
import { anyCaseTagPattern } from "../../core/redaction-tag.ts";
import { languageOfWords } from "./common-words.ts";
import type { DetectedLanguage } from "./language.ts";
import { findSecondLanguage } from "./mixed-languages.ts";
import { languageOfScript } from "./script-language.ts";

const UNDETERMINED: DetectedLanguage = { language: "und", score: 0 };

/** Letters from which on statistics alone are trusted. Names, towns and "ok" are shorter, and look like any language. */
const FEWEST_LATIN_LETTERS = 12;
const FEWEST_OTHER_LETTERS = 2;
/** Up to this many letters common words may overrule statistics. */
const FEW_LETTERS = 40;
/** Letters of a text from which on it is worth looking for a second language. */
const MAY_BE_MIXED = 10;
/** A second language must be this sure. */
const SURE = 0.5;
/** No more than this is looked at, in UTF-16 code units. */
const LONGEST_TEXT = 1000;

const NOT_WORDS = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+|[#@]\w+|\p{N}+/gu;
/** Cheap tests that spare most texts the dear ones. */
const MAY_HOLD_MARKS = /[\p{N}@#[:.]/u;
const LETTER = /\p{L}/gu;
const LATIN = /\p{Script=Latin}/u;

/**
 * Language of a text as ISO 639-1, among the 60 that eld knows. Links, addresses, numbers and redaction tags don't count.
 * Texts of fewer than 12 letters (2 in other scripts than Latin) that hold no word which tells, and texts that eld itself
 * calls unreliable, are `und`.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const words = withoutMarks(text.slice(0, LONGEST_TEXT));
  const letters = words.match(LETTER)?.length ?? 0;
  const found = languageOfScript(words) ?? detectByLetters(words, letters);
  if (found === undefined) return UNDETERMINED;
  const score = "score" in found ? found.score : found.share;
  const second =
    letters >= MAY_BE_MIXED ? findSecondLanguage(words, found.language, detectClause) : undefined;
  return { language: found.language, score, ...(second !== undefined && { mixedWith: second }) };
}

function detectByLetters(words: string, letters: number): { language: string; score: number } | undefined {
  const least = LATIN.test(words) ? FEWEST_LATIN_LETTERS : FEWEST_OTHER_LETTERS;
  const known = letters <= FEW_LETTERS ? languageOfWords(words) : undefined;
  if (letters < least) return known && { language: known.language, score: 0.5 + 0.4 * known.share };
  const result = eld.detect(words);
  const score = result.getScores()[result.language] ?? 0;
  const isReliable = result.language !== "" && result.isReliable();
  if (known !== undefined && (!isReliable || known.language !== result.language)) {
    return { language: known.language, score: 0.5 + 0.4 * known.share };
  }
  return isReliable ? { language: result.language, score } : undefined;
}

/** Only a language that statistics and words agree on, or that statistics are sure of. */
function detectClause(clause: string): string | undefined {
  const result = eld.detect(clause);
  if (result.language === "" || !result.isReliable()) return undefined;
  const known = languageOfWords(clause);
  if (known?.language === result.language) return result.language;
  return known === undefined && (result.getScores()[result.language] ?? 0) >= SURE
    ? result.language
    : undefined;
}

function withoutMarks(text: string): string {
  if (!MAY_HOLD_MARKS.test(text)) return text;
  return text.replace(anyCaseTagPattern(), " ").replace(NOT_WORDS, " ");
}
