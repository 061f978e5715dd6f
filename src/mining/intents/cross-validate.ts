// Every example is judged once by a model that has not seen it. The evidence so gathered chooses the penalty and the mix.
import { type Evidence, gatherEvidence } from "./evidence.ts";
import { fitMix } from "./fit-mix.ts";
import type { EvidenceMix, ExampleRows } from "./intent-types.ts";
import type { SparseRow } from "./lexical-features.ts";
import { type Features, fitSoftmax, type SoftmaxWeights } from "./softmax-regression.ts";

/** From strong to weak; each fit starts where the one before ended. */
const PENALTIES = [0.1, 0.03] as const;
/** Held-out examples after which the better penalty is clear, and the other folds are fitted with it alone. */
const ENOUGH_TO_CHOOSE = 250;
/** A fold's fit need not be as exact as the last. */
const TOLERANCE = 1e-4;

export type FoldedExamples = {
  readonly features: Features;
  readonly labels: Int32Array;
  readonly classes: number;
  /** Fold of each example; −1 is trained on always. */
  readonly fold: Int32Array;
  readonly folds: number;
};

export type Validated = {
  /** Examples that were held out; the evidence is by them, in this order. */
  readonly held: Int32Array;
  readonly evidence: Evidence;
  readonly mix: EvidenceMix;
  readonly penalty: number;
  /** Mean of the folds' weights under the penalty chosen: where the last fit starts. */
  readonly start: SoftmaxWeights;
};

export function crossValidate(examples: FoldedExamples, onProgress: (share: number) => void): Validated {
  const { labels, classes, fold, folds } = examples;
  const held = Int32Array.from(fold.keys().filter((row) => (fold[row] as number) >= 0));
  const heldLabels = held.map((row) => labels[row] as number);
  const gathered = PENALTIES.map(() => emptyEvidence(held.length, classes));
  const sums: (SoftmaxWeights | undefined)[] = PENALTIES.map(() => undefined);
  let tried: readonly number[] = [...PENALTIES.keys()];
  let judged: number[] = [];
  for (let one = 0; one < folds; one += 1) {
    const places = [...held.keys()].filter((place) => fold[held[place] as number] === one);
    const split = splitAt(examples, one);
    let start: SoftmaxWeights | undefined;
    for (const index of tried) {
      const penalty = PENALTIES[index] ?? 0;
      const fit = { penalty, tolerance: TOLERANCE, ...(start && { start }) };
      const weights = fitSoftmax(split.training, split.labels, classes, fit);
      start = weights;
      sums[index] = addWeights(sums[index], weights, 1 / folds);
      const evidence = gatherEvidence(split.rest, weights, split.rows);
      placeEvidence(evidence, places, gathered[index] as Evidence);
    }
    judged = [...judged, ...places];
    if (tried.length > 1 && (judged.length >= ENOUGH_TO_CHOOSE || one === folds - 1)) {
      const losses = tried.map((index) => {
        const evidence = takeEvidence(gathered[index] as Evidence, judged);
        return fitMix(
          evidence,
          Int32Array.from(judged, (place) => heldLabels[place] as number),
        ).loss;
      });
      tried = [tried[losses.indexOf(Math.min(...losses))] ?? 0];
    }
    onProgress((one + 1) / folds);
  }
  const best = tried[0] ?? 0;
  const evidence = gathered[best] as Evidence;
  return {
    held,
    evidence,
    mix: fitMix(evidence, heldLabels).mix,
    penalty: PENALTIES[best] ?? 0,
    start: sums[best] as SoftmaxWeights,
  };
}

function splitAt({ features, labels, fold }: FoldedExamples, one: number) {
  const inside = [...fold.keys()].filter((row) => fold[row] !== one);
  const outside = [...fold.keys()].filter((row) => fold[row] === one);
  const training = takeFeatures(features, inside);
  const trainingLabels = Int32Array.from(inside, (row) => labels[row] as number);
  const rows: ExampleRows = {
    vectors: Float32Array.from(training.dense),
    dimension: features.dimension,
    labels: trainingLabels,
  };
  return { training, labels: trainingLabels, rows, rest: takeFeatures(features, outside) };
}

function emptyEvidence(count: number, classes: number): Evidence {
  return {
    classes,
    linear: new Float64Array(count * classes),
    nearest: new Float64Array(count * classes),
    closeness: new Float64Array(count * classes),
  };
}

const KINDS = ["linear", "nearest", "closeness"] as const;

/** Row i of `from` becomes row `places[i]` of `to`. */
function placeEvidence(from: Evidence, places: readonly number[], to: Evidence): void {
  const { classes } = to;
  for (const kind of KINDS) {
    for (const [row, place] of places.entries()) {
      to[kind].set(from[kind].subarray(row * classes, (row + 1) * classes), place * classes);
    }
  }
}

function takeEvidence(from: Evidence, places: readonly number[]): Evidence {
  const { classes } = from;
  const taken = emptyEvidence(places.length, classes);
  for (const kind of KINDS) {
    for (const [row, place] of places.entries()) {
      taken[kind].set(from[kind].subarray(place * classes, (place + 1) * classes), row * classes);
    }
  }
  return taken;
}

function takeFeatures({ dense, dimension, sparse, terms }: Features, rows: readonly number[]): Features {
  const taken = new Float64Array(rows.length * dimension);
  for (const [to, from] of rows.entries()) {
    taken.set(dense.subarray(from * dimension, (from + 1) * dimension), to * dimension);
  }
  return { dense: taken, dimension, terms, sparse: Array.from(rows, (row) => sparse[row] as SparseRow) };
}

function addWeights(
  sum: SoftmaxWeights | undefined,
  weights: SoftmaxWeights,
  factor: number,
): SoftmaxWeights {
  const values = sum?.values ?? new Float64Array(weights.values.length);
  for (let at = 0; at < values.length; at += 1) {
    values[at] = (values[at] as number) + factor * (weights.values[at] as number);
  }
  return { ...weights, values };
}
