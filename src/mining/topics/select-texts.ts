// Decides which texts can carry a topic at all: those with something to say, in a language that the log is held in.
import { wordRuns } from "./phrases.ts";
import { isStopWord } from "./stop-words.ts";

export const KEPT = 0;
export const TOO_SHORT = 1;
export const OTHER_LANGUAGE = 2;

/** A language is a main one of the log when it holds at least this share of the texts. */
const MAIN_SHARE = 0.1;

/** One of KEPT, TOO_SHORT and OTHER_LANGUAGE for each text. */
export function selectTexts(
  texts: readonly string[],
  languages?: readonly string[],
  weights?: ArrayLike<number>,
): Uint8Array {
  const main = languages === undefined ? undefined : mainLanguages(languages, weights);
  return Uint8Array.from(texts, (text, row) => {
    if (!saysSomething(text)) return TOO_SHORT;
    const language = languages?.[row];
    return main !== undefined && language !== undefined && !main.has(language) ? OTHER_LANGUAGE : KEPT;
  });
}

/** At least two words, or one that is no stop word; redaction tags and numbers don't count. */
function saysSomething(text: string): boolean {
  const words = wordRuns(text)
    .flat()
    .filter((word) => /\p{L}/u.test(word));
  return words.length >= 2 || words.some((word) => !isStopWord(word));
}

/** Texts whose language nobody could tell stay in. */
function mainLanguages(languages: readonly string[], weights?: ArrayLike<number>): Set<string> {
  const sums = new Map<string, number>();
  let total = 0;
  languages.forEach((language, row) => {
    if (language === "" || language === "und") return;
    const weight = weights === undefined ? 1 : (weights[row] as number);
    sums.set(language, (sums.get(language) ?? 0) + weight);
    total += weight;
  });
  const main = [...sums].filter(([, sum]) => sum >= MAIN_SHARE * total).map(([language]) => language);
  return new Set(["", "und", ...main]);
}
