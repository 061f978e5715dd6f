// Multinomial logistic regression with a quadratic penalty, on a dense vector and a sparse one a text.
import type { SparseRow } from "./lexical-features.ts";
import { type MinimiseOptions, minimise } from "./minimise.ts";

/** Row i is `dense[i * dimension …]` with `sparse[i]`; 64-bit numbers, which JavaScript adds fastest. */
export type Features = {
  readonly dense: Float64Array;
  readonly dimension: number;
  readonly sparse: readonly SparseRow[];
  /** Number of sparse features. */
  readonly terms: number;
};

/** All weights in one array: class × dimension, then term × class, then one bias a class. */
export type SoftmaxWeights = {
  readonly values: Float64Array;
  readonly classes: number;
  readonly dimension: number;
  readonly terms: number;
};

export type SoftmaxFit = MinimiseOptions & {
  /** Strength of the penalty on the sum of squared weights, per training set (1 / C elsewhere). Biases are free. */
  readonly penalty: number;
  readonly start?: SoftmaxWeights;
};

export function fitSoftmax(
  features: Features,
  labels: Int32Array,
  classes: number,
  fit: SoftmaxFit,
): SoftmaxWeights {
  const { dimension, terms } = features;
  const weightCount = classes * dimension + terms * classes;
  const start = fit.start?.values ?? new Float64Array(weightCount + classes);
  const count = labels.length;
  const shape = { classes, dimension, terms };
  const logits = new Float64Array(count * classes);
  const values = minimise(
    (point, gradient) => {
      scoreClasses(features, { ...shape, values: point }, logits);
      let loss = 0;
      for (let row = 0; row < count; row += 1) {
        const own = logits.subarray(row * classes, (row + 1) * classes);
        const label = labels[row] as number;
        loss -= own[label] as number;
        loss += toProbabilities(own);
        own[label] = (own[label] as number) - 1;
      }
      gradient.fill(0);
      addGradient(features, logits, shape, gradient);
      let squares = 0;
      for (let at = 0; at < weightCount; at += 1) {
        const weight = point[at] as number;
        squares += weight * weight;
        gradient[at] = ((gradient[at] as number) + fit.penalty * weight) / count;
      }
      for (let at = weightCount; at < gradient.length; at += 1)
        gradient[at] = (gradient[at] as number) / count;
      return (loss + (fit.penalty * squares) / 2) / count;
    },
    start,
    fit,
  );
  return { ...shape, values };
}

/** Logits of every row, row after row, into `out` (or a new array). */
export function scoreClasses(
  { dense, dimension, sparse }: Features,
  { values, classes, terms }: SoftmaxWeights,
  out: Float64Array = new Float64Array(sparse.length * classes),
): Float64Array {
  const termStart = classes * dimension;
  const biasStart = termStart + terms * classes;
  for (let row = 0; row < sparse.length; row += 1) {
    const rowStart = row * dimension;
    const outStart = row * classes;
    let label = 0;
    // Four classes at once: each number of the row is loaded once for the four.
    for (; label + 3 < classes; label += 4) {
      let a = label * dimension;
      let [b, c, d] = [a + dimension, a + 2 * dimension, a + 3 * dimension];
      let [sumA, sumB, sumC, sumD] = [0, 0, 0, 0];
      for (let at = rowStart; at < rowStart + dimension; at += 1, a += 1, b += 1, c += 1, d += 1) {
        const x = dense[at] as number;
        sumA += x * (values[a] as number);
        sumB += x * (values[b] as number);
        sumC += x * (values[c] as number);
        sumD += x * (values[d] as number);
      }
      out[outStart + label] = sumA + (values[biasStart + label] as number);
      out[outStart + label + 1] = sumB + (values[biasStart + label + 1] as number);
      out[outStart + label + 2] = sumC + (values[biasStart + label + 2] as number);
      out[outStart + label + 3] = sumD + (values[biasStart + label + 3] as number);
    }
    for (; label < classes; label += 1) {
      let sum = values[biasStart + label] as number;
      const weightStart = label * dimension;
      for (let at = 0; at < dimension; at += 1) {
        sum += (dense[rowStart + at] as number) * (values[weightStart + at] as number);
      }
      out[outStart + label] = sum;
    }
    const terms = sparse[row];
    if (terms === undefined) continue;
    for (let index = 0; index < terms.features.length; index += 1) {
      const from = termStart + (terms.features[index] as number) * classes;
      const value = terms.values[index] as number;
      for (let at = 0; at < classes; at += 1) {
        out[outStart + at] = (out[outStart + at] as number) + value * (values[from + at] as number);
      }
    }
  }
  return out;
}

/** Turns logits into probabilities in place and returns the logarithm of the sum of their exponentials. */
export function toProbabilities(logits: Float64Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (const logit of logits) if (logit > highest) highest = logit;
  let sum = 0;
  for (let at = 0; at < logits.length; at += 1) {
    const weight = Math.exp((logits[at] as number) - highest);
    logits[at] = weight;
    sum += weight;
  }
  for (let at = 0; at < logits.length; at += 1) logits[at] = (logits[at] as number) / sum;
  return highest + Math.log(sum);
}

type Shape = Pick<SoftmaxWeights, "classes" | "dimension" | "terms">;

/** Smaller residuals than this change no weight that is ever read. */
const NO_RESIDUAL = 1e-9;

function addGradient(
  { dense, sparse }: Features,
  residuals: Float64Array,
  { classes, dimension, terms }: Shape,
  gradient: Float64Array,
): void {
  const termStart = classes * dimension;
  const biasStart = termStart + terms * classes;
  for (let row = 0; row < sparse.length; row += 1) {
    const rowStart = row * dimension;
    const own = row * classes;
    for (let label = 0; label < classes; label += 1) {
      const residual = residuals[own + label] as number;
      gradient[biasStart + label] = (gradient[biasStart + label] as number) + residual;
      if (residual < NO_RESIDUAL && residual > -NO_RESIDUAL) continue;
      const to = label * dimension;
      for (let at = 0; at < dimension; at += 1) {
        gradient[to + at] = (gradient[to + at] as number) + residual * (dense[rowStart + at] as number);
      }
    }
    const own2 = sparse[row];
    if (own2 === undefined) continue;
    for (let index = 0; index < own2.features.length; index += 1) {
      const to = termStart + (own2.features[index] as number) * classes;
      const value = own2.values[index] as number;
      for (let at = 0; at < classes; at += 1) {
        gradient[to + at] = (gradient[to + at] as number) + value * (residuals[own + at] as number);
      }
    }
  }
}
