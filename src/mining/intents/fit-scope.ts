// The judge of scope from cross-validated evidence: each held-out text once as it is and once with its own intent taken away.
import type { Evidence } from "./evidence.ts";
import type { ScopeJudge } from "./intent-types.ts";
import { learnWords, measureNovelty } from "./known-words.ts";
import { fitScopeJudge, judgeScope, readSigns, SCOPE_SIGNS } from "./scope-judge.ts";

export type ScopeTraining = {
  readonly texts: readonly string[];
  readonly labels: Int32Array;
  readonly fold: Int32Array;
  readonly folds: number;
  /** Rows of the texts that the evidence and the scores are of. */
  readonly held: Int32Array;
  readonly evidence: Evidence;
  readonly scores: Float64Array;
};

export type FittedScope = {
  readonly judge: ScopeJudge;
  /** The judge's scores of the held-out texts, and of the same without their own intent. */
  readonly inside: Float64Array;
  readonly outside: Float64Array;
};

export function fitScope(training: ScopeTraining): FittedScope {
  const { labels, held, evidence, scores } = training;
  const count = held.length;
  const signs = new Float64Array(2 * count * SCOPE_SIGNS);
  const novelties = measureFolds(training);
  const right: number[] = [];
  for (const [row, example] of held.entries()) {
    const without = labels[example] as number;
    const text = { evidence, scores, row };
    readSigns({ ...text, novelty: novelties.inside[row] as number, without: -1 }, signs, row * SCOPE_SIGNS);
    const outside = { ...text, novelty: novelties.outside[row] as number, without };
    readSigns(outside, signs, (count + row) * SCOPE_SIGNS);
    if (bestOf(scores, row, evidence.classes) === without) right.push(row);
  }
  const isOutside = Array.from({ length: 2 * count }, (_, row) => row >= count);
  const judge = fitScopeJudge(signs, isOutside, right.length > 0 ? right : [...held.keys()]);
  const judged = Float64Array.from(isOutside, (_, row) =>
    judgeScope(judge, signs.subarray(row * SCOPE_SIGNS, (row + 1) * SCOPE_SIGNS)),
  );
  return { judge, inside: judged.subarray(0, count), outside: judged.subarray(count) };
}

/** Novelty of each held-out text beside the examples of the other folds, with its own intent's words and without. */
function measureFolds({ texts, labels, fold, folds, held }: ScopeTraining) {
  const inside = new Float64Array(held.length);
  const outside = new Float64Array(held.length);
  for (let one = 0; one < folds; one += 1) {
    const rows = [...fold.keys()].filter((row) => fold[row] !== one);
    const known = learnWords(
      rows.map((row) => texts[row] as string),
      rows.map((row) => labels[row] as number),
    );
    for (const [place, example] of held.entries()) {
      if (fold[example] !== one) continue;
      const text = texts[example] as string;
      const own = labels[example] as number;
      inside[place] = measureNovelty(text, known);
      outside[place] = measureNovelty(text, known, (word) => (known.owners.get(word) ?? own) !== own);
    }
  }
  return { inside, outside };
}

function bestOf(scores: Float64Array, row: number, classes: number): number {
  let best = 0;
  for (let label = 1; label < classes; label += 1) {
    if ((scores[row * classes + label] as number) > (scores[row * classes + best] as number)) best = label;
  }
  return best;
}
