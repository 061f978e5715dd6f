import { seededRandom, shuffledRange } from "../topics/random.ts";

/**
 * The fold of each example, so that every intent is spread evenly. An intent with a single example is in no fold (−1): it
 * is always trained on.
 */
export function splitFolds(labels: Int32Array, classes: number, folds: number, seed: number): Int32Array {
  const counts = new Int32Array(classes);
  for (const label of labels) counts[label] = (counts[label] as number) + 1;
  const random = seededRandom(seed);
  const next = Int32Array.from({ length: classes }, () => Math.floor(random() * folds));
  const fold = new Int32Array(labels.length).fill(-1);
  for (const row of shuffledRange(labels.length, random)) {
    const label = labels[row] as number;
    if ((counts[label] as number) < 2) continue;
    fold[row] = (next[label] as number) % folds;
    next[label] = (next[label] as number) + 1;
  }
  return fold;
}
