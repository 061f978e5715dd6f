// Finds words that are exchanged freely between sentences: names of products, models, places. Texts that share such a word
// have nothing else in common, and yet it draws their vectors together, so that topics of products would stand beside topics
// of matters. Seen without labels: what is said around the word is as varied as the whole log.
import { wordRuns } from "./phrases.ts";
import type { Rows } from "./rows.ts";
import { isStopWord } from "./stop-words.ts";

/** Texts looked at; an even sample beyond. */
const MOST_TEXTS = 20_000;
/** With fewer texts of a word its surroundings can't be judged. */
const FEWEST_TEXTS = 30;
/** Words that stand beside it in this share of its texts belong to it ("light strip"). */
const COMPANION_SHARE = 0.3;
/** Rarer words say nothing of what texts have in common. */
const FEWEST_OF_CONTEXT = 5;
/** Mean likeness (TF-IDF cosine) of two texts with the word, the word left out. */
const MOST_ALIKE = 0.02;
/** How far the word's texts are from the mean of all, by the log's spread: weaker words move no text. */
const LEAST_PULL = 0.45;

/** The words with their texts' rows, the commonest first. Rows must have length 1. */
export function exchangedWords(rows: Rows, texts: readonly string[]): { word: string; rows: number[] }[] {
  const step = Math.max(1, rows.count / MOST_TEXTS);
  const looked = Array.from({ length: Math.floor(rows.count / step) }, (_, at) => Math.floor(at * step));
  const wordsOf = looked.map((row) => contentWords(texts[row] ?? ""));
  const textsOf = new Map<string, number[]>();
  wordsOf.forEach((words, at) => {
    for (const word of words) {
      const known = textsOf.get(word);
      if (known === undefined) textsOf.set(word, [at]);
      else known.push(at);
    }
  });
  const rarity = new Map(
    [...textsOf]
      .filter(([, list]) => list.length >= FEWEST_OF_CONTEXT)
      .map(([word, list]) => [word, Math.log(looked.length / list.length)] as const),
  );
  const pullOf = pullMeasure(rows, looked);
  return [...textsOf]
    .filter(([, list]) => list.length >= FEWEST_TEXTS && list.length <= looked.length / 2)
    .filter(([, list]) => likeness(list, wordsOf, rarity) <= MOST_ALIKE && pullOf(list) >= LEAST_PULL)
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([word, list]) => ({ word, rows: list.map((at) => looked[at] as number) }));
}

export function contentWords(text: string): ReadonlySet<string> {
  return new Set(
    wordRuns(text)
      .flat()
      .filter((word) => !isStopWord(word)),
  );
}

/** Mean cosine of all pairs of these texts, without the words that stand in many of them. */
function likeness(
  list: readonly number[],
  wordsOf: readonly ReadonlySet<string>[],
  rarity: ReadonlyMap<string, number>,
): number {
  const counts = new Map<string, number>();
  for (const at of list) for (const word of wordsOf[at] ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sums = new Map<string, number>();
  let used = 0;
  for (const at of list) {
    const weights = [...(wordsOf[at] ?? [])].flatMap((word) => {
      const weight = (counts.get(word) ?? 0) < COMPANION_SHARE * list.length ? rarity.get(word) : undefined;
      return weight === undefined ? [] : [[word, weight] as const];
    });
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0));
    if (length === 0) continue;
    used += 1;
    for (const [word, weight] of weights) sums.set(word, (sums.get(word) ?? 0) + weight / length);
  }
  const squares = [...sums.values()].reduce((sum, value) => sum + value * value, 0);
  return used < FEWEST_TEXTS / 2 ? 1 : (squares - used) / (used * (used - 1));
}

/** Distance of some texts' mean from the mean of all, as a share of the root of the log's variance. */
function pullMeasure(rows: Rows, looked: readonly number[]): (list: readonly number[]) => number {
  const { values, dimension } = rows;
  const meanOf = (places: readonly number[]) => {
    const mean = new Float64Array(dimension);
    for (const row of places) {
      for (let at = 0; at < dimension; at += 1) {
        mean[at] = (mean[at] as number) + (values[row * dimension + at] as number) / places.length;
      }
    }
    return mean;
  };
  const all = meanOf(looked);
  const spread = Math.sqrt(Math.max(1e-9, 1 - all.reduce((sum, value) => sum + value * value, 0)));
  return (list) => {
    const own = meanOf(list.map((at) => looked[at] as number));
    return Math.sqrt(own.reduce((sum, value, at) => sum + (value - (all[at] as number)) ** 2, 0)) / spread;
  };
}
