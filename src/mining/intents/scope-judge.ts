// Tells texts that belong to none of the intents. It learns on the training texts alone: a held-out text is in scope as it
// is, and out of scope once its own intent is taken away (its logit, its examples, the words that only it uses).
import type { Evidence } from "./evidence.ts";
import type { ScopeJudge } from "./intent-types.ts";
import { minimise } from "./minimise.ts";

/** What the judge sees of one text. */
export const SCOPE_SIGNS = 6;

/** Share of rightly classified held-out texts that the threshold may reject. */
const REJECTED_SHARE = 0.05;
const PENALTY = 1;

export type ScopeText = {
  readonly evidence: Evidence;
  /** Mixed scores of all intents, row after row. */
  readonly scores: Float64Array;
  readonly row: number;
  /** Share of the text's words, by weight, that no example uses. */
  readonly novelty: number;
  /** An intent that is taken away, or −1. */
  readonly without: number;
};

/** Writes the signs of one text into `out` from `start` on. */
export function readSigns(text: ScopeText, out: Float64Array, start: number): void {
  const { evidence, scores, row, novelty, without } = text;
  const { classes } = evidence;
  let [best, second, logit, nearest, closeness] = Array<number>(5).fill(Number.NEGATIVE_INFINITY) as [
    number,
    number,
    number,
    number,
    number,
  ];
  for (let label = 0; label < classes; label += 1) {
    if (label === without) continue;
    const at = row * classes + label;
    const score = scores[at] as number;
    if (score > best) [best, second] = [score, best];
    else if (score > second) second = score;
    logit = Math.max(logit, evidence.linear[at] as number);
    nearest = Math.max(nearest, evidence.nearest[at] as number);
    closeness = Math.max(closeness, evidence.closeness[at] as number);
  }
  let sum = 0;
  for (let label = 0; label < classes; label += 1) {
    if (label !== without) sum += Math.exp((scores[row * classes + label] as number) - best);
  }
  out[start] = Math.log(sum);
  out[start + 1] = Number.isFinite(second) ? Math.min(10, best - second) : 0;
  out[start + 2] = logit;
  out[start + 3] = nearest;
  out[start + 4] = closeness;
  out[start + 5] = novelty;
}

/** Fits the judge to rows of signs, each in scope or out of it; the threshold spares `rightRows`, which are in scope. */
export function fitScopeJudge(
  signs: Float64Array,
  isOutside: readonly boolean[],
  rightRows: readonly number[],
): ScopeJudge {
  const count = isOutside.length;
  const { means, scales } = measureColumns(signs, count);
  const fitted = minimise(
    (point, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (let row = 0; row < count; row += 1) {
        let score = point[SCOPE_SIGNS] as number;
        for (let at = 0; at < SCOPE_SIGNS; at += 1)
          score += (point[at] as number) * standard(signs, row, at, means, scales);
        const sign = isOutside[row] ? 1 : -1;
        loss += Math.log1p(Math.exp(-Math.abs(score))) + Math.max(0, -sign * score);
        const residual = 1 / (1 + Math.exp(-score)) - (isOutside[row] ? 1 : 0);
        for (let at = 0; at < SCOPE_SIGNS; at += 1) {
          gradient[at] = (gradient[at] as number) + residual * standard(signs, row, at, means, scales);
        }
        gradient[SCOPE_SIGNS] = (gradient[SCOPE_SIGNS] as number) + residual;
      }
      for (let at = 0; at < SCOPE_SIGNS; at += 1) {
        const weight = point[at] as number;
        loss += (PENALTY * weight * weight) / 2;
        gradient[at] = (gradient[at] as number) + PENALTY * weight;
      }
      return loss;
    },
    new Float64Array(SCOPE_SIGNS + 1),
  );
  const judge = {
    means,
    scales,
    weights: fitted.slice(0, SCOPE_SIGNS),
    bias: fitted[SCOPE_SIGNS] as number,
  };
  const kept = rightRows
    .map((row) => judgeScope(judge, signs.subarray(row * SCOPE_SIGNS, (row + 1) * SCOPE_SIGNS)))
    .sort((a, b) => a - b);
  const threshold = kept[Math.min(kept.length - 1, Math.floor(kept.length * (1 - REJECTED_SHARE)))];
  return { ...judge, threshold: threshold ?? Number.POSITIVE_INFINITY };
}

/** The higher, the likelier the text belongs to no intent. */
export function judgeScope(judge: Omit<ScopeJudge, "threshold">, signs: Float64Array): number {
  let score = judge.bias;
  for (let at = 0; at < SCOPE_SIGNS; at += 1) {
    score += (judge.weights[at] as number) * standard(signs, 0, at, judge.means, judge.scales);
  }
  return score;
}

function standard(
  signs: Float64Array,
  row: number,
  at: number,
  means: Float64Array,
  scales: Float64Array,
): number {
  return ((signs[row * SCOPE_SIGNS + at] as number) - (means[at] as number)) / (scales[at] as number);
}

function measureColumns(signs: Float64Array, count: number) {
  const means = new Float64Array(SCOPE_SIGNS);
  const scales = new Float64Array(SCOPE_SIGNS).fill(1);
  for (let at = 0; at < SCOPE_SIGNS; at += 1) {
    let [sum, squares] = [0, 0];
    for (let row = 0; row < count; row += 1) {
      const value = signs[row * SCOPE_SIGNS + at] as number;
      sum += value;
      squares += value * value;
    }
    means[at] = sum / Math.max(1, count);
    const variance = squares / Math.max(1, count) - (means[at] as number) ** 2;
    if (variance > 1e-12) scales[at] = Math.sqrt(variance);
  }
  return { means, scales };
}
