// What a topic may be called: the phrases of its texts, counted over their endings, each in its most usual wording.
import { actionPhrases, isPreposition } from "./action-phrases.ts";
import { candidatePhrases } from "./phrases.ts";
import { stem } from "./stem.ts";
import { isStopWord } from "./stop-words.ts";
import { isAuxiliary, isParticleOf } from "./verbs.ts";

export type Candidate = {
  /** The stems of its words, in order, without prepositions. */
  readonly key: string;
  /** The most usual wording, the shorter one of two. */
  readonly phrase: string;
  /** Texts that have it in any wording. */
  readonly count: number;
  /** Whether it opens with an action, or says that something is not done. */
  readonly isAction: boolean;
  /** Whether most texts go on where it ends: half a phrase. */
  readonly isCut: boolean;
};

/** The same for wordings that differ in endings and prepositions alone. */
function candidateKey(phrase: string): string {
  const words = phrase.replaceAll("cannot", "not").replaceAll("never", "not").split(" ");
  return words
    .filter((word, at) => {
      if (isAuxiliary(word) && words[at + 1] === "not") return false;
      return !isPreposition(word) || isParticleOf(words[at - 1] ?? "", word);
    })
    .map((word) => (isStopWord(word) ? word : stem(word)))
    .join(" ");
}

type Count = { count: number; actions: number; cuts: number; readonly wordings: Map<string, number> };

/** The candidates of some rows of `texts`, by key. */
export function countCandidates(texts: readonly string[], rows: readonly number[]): Map<string, Candidate> {
  const counts = new Map<string, Count>();
  for (const row of rows) {
    const text = texts[row] as string;
    const ofText = new Map<string, { phrase: string; isAction: boolean; isCut: boolean }>();
    for (const [phrase, { isCut }] of candidatePhrases(text)) {
      ofText.set(candidateKey(phrase), { phrase, isAction: false, isCut });
    }
    for (const phrase of actionPhrases(text)) {
      ofText.set(candidateKey(phrase), { phrase, isAction: true, isCut: false });
    }
    for (const [key, { phrase, isAction, isCut }] of ofText) {
      const known = counts.get(key) ?? { count: 0, actions: 0, cuts: 0, wordings: new Map<string, number>() };
      known.count += 1;
      known.actions += isAction ? 1 : 0;
      known.cuts += isCut ? 1 : 0;
      known.wordings.set(phrase, (known.wordings.get(phrase) ?? 0) + 1);
      counts.set(key, known);
    }
  }
  return new Map(
    [...counts].map(([key, { count, actions, cuts, wordings }]) => [
      key,
      { key, phrase: mostUsual(wordings), count, isAction: 2 * actions >= count, isCut: 2 * cuts > count },
    ]),
  );
}

function mostUsual(wordings: ReadonlyMap<string, number>): string {
  let best = "";
  let most = 0;
  for (const [wording, count] of wordings) {
    const isBetter =
      count > most ||
      (count === most &&
        (wording.length < best.length || (wording.length === best.length && wording < best)));
    if (!isBetter) continue;
    best = wording;
    most = count;
  }
  return best;
}
