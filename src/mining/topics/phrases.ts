// The candidate phrases of a text: one to four words in the users' own wording, light words left out, neither opening
// nor closing with a stop word, never across a sentence end or a redaction tag.
import { replacePlaceholders } from "./placeholders.ts";
import { stem } from "./stem.ts";
import { isAsking, isHanging, isLightWord, isParticle, isStopWord, isUnfinished } from "./stop-words.ts";
import { isBareVerb, isNegation, isVerb } from "./verbs.ts";

const LONGEST = 4;
const BREAK = /[.!?;:,()\n\r"|]+/;

/** Lower-case words of a text in stretches that a phrase may not cross. Apostrophes fall out: "can't" is "cant", "bank's" is "bank". */
export function wordRuns(text: string): string[][] {
  return replacePlaceholders(text, " | ")
    .toLowerCase()
    .replaceAll(/['’`]s(?![\p{L}\p{N}])/gu, "")
    .replaceAll(/['’`]/g, "")
    .split(BREAK)
    .map((run) => run.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .filter((run) => run.length > 0);
}

/**
 * Each distinct candidate phrase of a text once, and whether it is cut off there: the noun that it leads to comes next ("early
 * termination" of "early termination fee"), or its last word is a verb that says of nothing ("soon expect").
 */
export function candidatePhrases(text: string): Map<string, { readonly isCut: boolean }> {
  const found = new Map<string, { readonly isCut: boolean }>();
  for (const run of wordRuns(text)) {
    for (const kept of stretches(run)) addPhrases(kept, found);
  }
  return found;
}

/** What stands between question words and auxiliaries, without light words: no phrase reaches over "what time does the train leave". */
function stretches(run: readonly string[]): string[][] {
  const found: string[][] = [[]];
  run.forEach((word, at) => {
    const isBreak = isAsking(word) || (/^(?:do|does|did)$/.test(word) && run[at + 1] !== "not");
    if (isBreak) found.push([]);
    else if (!isLightWord(word)) found.at(-1)?.push(word);
  });
  return found;
}

function addPhrases(kept: readonly string[], found: Map<string, { readonly isCut: boolean }>): void {
  for (let start = 0; start < kept.length; start += 1) {
    if (isStopWord(kept[start] as string)) continue;
    for (let end = start; end < Math.min(kept.length, start + LONGEST); end += 1) {
      const last = kept[end] as string;
      if (kept.indexOf(last, start) < end) break;
      const closes = end > start && isParticle(last) && isVerbPlace(kept, end);
      if ((isStopWord(last) || isHanging(last)) && !closes) continue;
      found.set(kept.slice(start, end + 1).join(" "), { isCut: end > start && isCutOff(kept, start, end) });
    }
  }
}

function isCutOff(kept: readonly string[], start: number, end: number): boolean {
  const next = kept[end + 1];
  if (isHanging(kept[start] as string) || isUnfinished(kept[end] as string)) return true;
  if (isBareVerb(kept[end] as string) && !kept.slice(start, end).some(isNegation)) return true;
  return next !== undefined && !isStopWord(next) && !isVerb(next);
}

/** A particle closes a phrase only right behind its verb, not behind another stop word. */
function isVerbPlace(kept: readonly string[], end: number): boolean {
  return !isStopWord(kept[end - 1] as string);
}

/** The same for phrases that differ in endings or the order of words alone; "turn on" and "turn off" do not. */
export function phraseSignature(phrase: string): string {
  return phrase
    .split(" ")
    .filter((word) => !isStopWord(word) || isParticle(word) || word === "on" || isNegation(word))
    .map((word) => (isNegation(word) ? "not" : stem(word)))
    .sort()
    .join(" ");
}
