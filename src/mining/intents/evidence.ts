// What speaks for each intent in a text: the linear model's logit, the most similar example, and the mean of the three
// most similar. The three are kept apart until `mixScores`, so that an intent can be taken away afterwards.
import type { EvidenceMix, ExampleRows } from "./intent-types.ts";
import { type Features, type SoftmaxWeights, scoreClasses } from "./softmax-regression.ts";

/** Row after row, one number an intent. */
export type Evidence = {
  readonly classes: number;
  readonly linear: Float64Array;
  readonly nearest: Float64Array;
  readonly closeness: Float64Array;
};

/** Similarity that stands for "no example at all". */
const NO_SIMILARITY = -1;

export function gatherEvidence(features: Features, weights: SoftmaxWeights, examples: ExampleRows): Evidence {
  const count = features.sparse.length;
  const { classes } = weights;
  const nearest = new Float64Array(count * classes).fill(NO_SIMILARITY);
  const second = new Float64Array(classes);
  const third = new Float64Array(classes);
  const closeness = new Float64Array(count * classes);
  for (let row = 0; row < count; row += 1) {
    second.fill(NO_SIMILARITY);
    third.fill(NO_SIMILARITY);
    const first = nearest.subarray(row * classes, (row + 1) * classes);
    for (let example = 0; example < examples.labels.length; example += 1) {
      const similarity = similarityOf(features, row, examples, example);
      const label = examples.labels[example] as number;
      if (similarity <= (third[label] as number)) continue;
      if (similarity <= (second[label] as number)) third[label] = similarity;
      else {
        third[label] = second[label] as number;
        if (similarity <= (first[label] as number)) second[label] = similarity;
        else {
          second[label] = first[label] as number;
          first[label] = similarity;
        }
      }
    }
    for (let label = 0; label < classes; label += 1) {
      const [a, b, c] = [first[label] as number, second[label] as number, third[label] as number];
      closeness[row * classes + label] =
        c > NO_SIMILARITY ? (a + b + c) / 3 : b > NO_SIMILARITY ? (a + b) / 2 : a;
    }
  }
  return { classes, linear: scoreClasses(features, weights), nearest, closeness };
}

/** The score of each intent: the logarithm of its probability but for a constant of the text. */
export function mixScores(evidence: Evidence, mix: EvidenceMix): Float64Array {
  return evidence.linear.map(
    (logit, at) =>
      mix.linear * logit +
      mix.nearest * (evidence.nearest[at] as number) +
      mix.closeness * (evidence.closeness[at] as number),
  );
}

function similarityOf(
  { dense, dimension }: Features,
  row: number,
  { vectors }: ExampleRows,
  example: number,
): number {
  let at = row * dimension;
  let other = example * dimension;
  const end = at + dimension;
  let [a, b, c, d] = [0, 0, 0, 0];
  for (; at + 3 < end; at += 4, other += 4) {
    a += (dense[at] as number) * (vectors[other] as number);
    b += (dense[at + 1] as number) * (vectors[other + 1] as number);
    c += (dense[at + 2] as number) * (vectors[other + 2] as number);
    d += (dense[at + 3] as number) * (vectors[other + 3] as number);
  }
  for (; at < end; at += 1, other += 1) a += (dense[at] as number) * (vectors[other] as number);
  return a + b + c + d;
}
