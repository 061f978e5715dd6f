// The candidate phrases of a text: one to four words in the users' own wording, light words left out, neither opening
// nor closing with a stop word, never across a sentence end or a redaction tag.
import { replacePlaceholders } from "./placeholders.ts";
import { isHanging, isLightWord, isParticle, isStopWord } from "./stop-words.ts";

const LONGEST = 4;
const BREAK = /[.!?;:,()\n\r"|]+/;

/** Lower-case words of a text in stretches that a phrase may not cross. Apostrophes fall out: "can't" is "cant". */
export function wordRuns(text: string): string[][] {
  return replacePlaceholders(text, " | ")
    .toLowerCase()
    .replaceAll(/['’`]/g, "")
    .split(BREAK)
    .map((run) => run.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .filter((run) => run.length > 0);
}

/** Each distinct candidate phrase of a text once. */
export function candidatePhrases(text: string): Set<string> {
  const found = new Set<string>();
  for (const run of wordRuns(text)) {
    const kept = run.filter((word) => !isLightWord(word));
    for (let start = 0; start < kept.length; start += 1) {
      if (isStopWord(kept[start] as string)) continue;
      for (let end = start; end < Math.min(kept.length, start + LONGEST); end += 1) {
        const last = kept[end] as string;
        if (kept.indexOf(last, start) < end) break;
        const closes = end > start && isParticle(last) && isVerbPlace(kept, end);
        if ((!isStopWord(last) && !isHanging(last)) || closes)
          found.add(kept.slice(start, end + 1).join(" "));
      }
    }
  }
  return found;
}

/** A particle closes a phrase only right behind its verb, not behind another stop word. */
function isVerbPlace(kept: readonly string[], end: number): boolean {
  return !isStopWord(kept[end - 1] as string);
}

/** A word without its commonest English endings, to see that "cards" and "card" are alike. */
export function stem(word: string): string {
  if (word.length <= 3) return word;
  const base = word
    .replace(/(?:ies)$/, "y")
    .replace(/(?:sses)$/, "ss")
    .replace(/([^s])s$/, "$1");
  const cut = base.replace(/(?:ing|ed)$/, "");
  return (cut.length >= 3 ? cut : base).replace(/([^aeiou])\1$/, "$1").replace(/e$/, "");
}

/** The same for phrases that differ in endings or the order of words alone. */
export function phraseSignature(phrase: string): string {
  return phrase
    .split(" ")
    .filter((word) => !isStopWord(word))
    .map(stem)
    .sort()
    .join(" ");
}
