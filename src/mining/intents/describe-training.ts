// What cross-validation says about a classifier: accuracy with its interval, calibration, confusing pairs, rejection.
import type { FittedScope } from "./fit-scope.ts";
import type { ConfusingPair, TrainingReport } from "./intent-types.ts";
import { toProbabilities } from "./softmax-regression.ts";

export type ValidationOutcome = {
  readonly intents: readonly string[];
  /** Of all examples. */
  readonly labels: Int32Array;
  /** Rows of the examples that `scores` are of. */
  readonly held: Int32Array;
  readonly scores: Float64Array;
  readonly folds: number;
  readonly penalty: number;
  readonly scope: FittedScope;
};

const MOST_PAIRS = 20;
const FEWEST_CONFUSIONS = 2;
const BINS = 10;
const Z = 1.959964;

export function describeTraining(outcome: ValidationOutcome): TrainingReport {
  const { intents, labels, held, scores, folds, penalty, scope } = outcome;
  const classes = intents.length;
  const confusions = new Int32Array(classes * classes);
  const judged = Array.from(held, (example, row) => {
    const own = scores.slice(row * classes, (row + 1) * classes);
    toProbabilities(own);
    const confidence = Math.max(...own);
    const found = own.indexOf(confidence);
    const label = labels[example] as number;
    confusions[label * classes + found] = (confusions[label * classes + found] as number) + 1;
    return { confidence, isRight: found === label };
  });
  const right = judged.filter(({ isRight }) => isRight).length;
  const examplesOf = intents.map((_, label) => labels.reduce((sum, one) => sum + (one === label ? 1 : 0), 0));
  return {
    examples: labels.length,
    folds,
    heldOut: held.length,
    right,
    accuracy: wilsonInterval(right, held.length),
    calibrationError: calibrationError(judged),
    penalty,
    outOfScopeAuroc: auroc(scope.inside, scope.outside),
    rejected: scope.inside.filter((score) => score > scope.judge.threshold).length / Math.max(1, held.length),
    confusingPairs: listConfusions(intents, confusions),
    byIntent: intents.map((intent, label) => ({
      intent,
      examples: examplesOf[label] ?? 0,
      right: confusions[label * classes + label] as number,
    })),
  };
}

function listConfusions(intents: readonly string[], confusions: Int32Array): ConfusingPair[] {
  const classes = intents.length;
  return intents
    .flatMap((intent, label) => {
      const own = confusions.subarray(label * classes, (label + 1) * classes);
      const total = own.reduce((sum, count) => sum + count, 0);
      return intents.flatMap((takenFor, other) => {
        const count = own[other] as number;
        return other === label || count < FEWEST_CONFUSIONS
          ? []
          : [{ intent, takenFor, count, share: count / total }];
      });
    })
    .sort((a, b) => b.share * Math.sqrt(b.count) - a.share * Math.sqrt(a.count))
    .slice(0, MOST_PAIRS);
}

function wilsonInterval(right: number, count: number): TrainingReport["accuracy"] {
  if (count === 0) return { value: 0, low: 0, high: 1 };
  const share = right / count;
  const spread = 1 + (Z * Z) / count;
  const middle = (share + (Z * Z) / (2 * count)) / spread;
  const half = (Z * Math.sqrt((share * (1 - share)) / count + (Z * Z) / (4 * count * count))) / spread;
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Expected calibration error: mean distance of confidence from accuracy in bins of equal width, weighted by size. */
export function calibrationError(
  judged: readonly { readonly confidence: number; readonly isRight: boolean }[],
): number {
  const bins = Array.from({ length: BINS }, () => ({ gap: 0 }));
  for (const { confidence, isRight } of judged) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (bin) bin.gap += confidence - (isRight ? 1 : 0);
  }
  return bins.reduce((sum, { gap }) => sum + Math.abs(gap), 0) / Math.max(1, judged.length);
}

/** Chance that a score of `high` is above one of `low`; ties count half. */
export function auroc(low: ArrayLike<number>, high: ArrayLike<number>): number {
  if (low.length === 0 || high.length === 0) return 0.5;
  const all = [
    ...Array.from(low, (score) => ({ score, isHigh: false })),
    ...Array.from(high, (score) => ({ score, isHigh: true })),
  ].sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.score === all[from]?.score) to += 1;
    for (let at = from; at < to; at += 1) if (all[at]?.isHigh) ranks += (from + to + 1) / 2;
    from = to;
  }
  return (ranks - (high.length * (high.length + 1)) / 2) / (low.length * high.length);
}
