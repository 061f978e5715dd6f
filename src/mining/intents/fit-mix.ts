// How much each kind of evidence counts: the weights under which held-out texts get their own intent with the highest
// likelihood. One factor for all logits is temperature scaling (Guo et al., 2017); the other two are stacked beside it. As in
// Platt's scaling an example counts a little for the other intents too, so that few examples never make it certain.
import { type Evidence, mixScores } from "./evidence.ts";
import type { EvidenceMix } from "./intent-types.ts";
import { minimise } from "./minimise.ts";
import { toProbabilities } from "./softmax-regression.ts";

const START: EvidenceMix = { linear: 1, nearest: 0, closeness: 0 };
/** Keeps the mix near a plain linear model when there are few held-out texts. */
const PENALTY = 0.5;
/** Similarities differ by tenths where logits differ by units. */
const SIMILARITY_SCALE = 10;

export type FittedMix = {
  readonly mix: EvidenceMix;
  /** Mean negative log-likelihood of the held-out texts. */
  readonly loss: number;
};

export function fitMix(evidence: Evidence, labels: Int32Array): FittedMix {
  const { classes } = evidence;
  const other = 1 / (labels.length + 2) / (classes - 1);
  const objective = (point: Float64Array, gradient: Float64Array): number => {
    const scores = mixScores(evidence, toMix(point));
    let loss = 0;
    gradient.fill(0);
    for (let row = 0; row < labels.length; row += 1) {
      const own = scores.subarray(row * classes, (row + 1) * classes);
      const label = labels[row] as number;
      for (let at = 0; at < classes; at += 1) loss -= other * (own[at] as number);
      loss -= (1 - other * classes) * (own[label] as number);
      loss += toProbabilities(own);
      for (let at = 0; at < classes; at += 1) own[at] = (own[at] as number) - other;
      own[label] = (own[label] as number) - (1 - other * classes);
      for (let at = 0; at < classes; at += 1) {
        const residual = own[at] as number;
        const place = row * classes + at;
        gradient[0] = (gradient[0] as number) + residual * (evidence.linear[place] as number);
        gradient[1] =
          (gradient[1] as number) + residual * SIMILARITY_SCALE * (evidence.nearest[place] as number);
        gradient[2] =
          (gradient[2] as number) + residual * SIMILARITY_SCALE * (evidence.closeness[place] as number);
      }
    }
    let penalty = 0;
    for (let at = 0; at < 3; at += 1) {
      const away = (point[at] as number) - (at === 0 ? START.linear : 0);
      penalty += away * away;
      gradient[at] = ((gradient[at] as number) + PENALTY * away) / labels.length;
    }
    return (loss + (PENALTY * penalty) / 2) / labels.length;
  };
  const found = minimise(objective, Float64Array.of(START.linear, 0, 0), {
    iterations: 40,
    tolerance: 1e-6,
  });
  return { mix: toMix(found), loss: objective(found, new Float64Array(3)) };
}

function toMix(point: Float64Array): EvidenceMix {
  return {
    linear: point[0] as number,
    nearest: SIMILARITY_SCALE * (point[1] as number),
    closeness: SIMILARITY_SCALE * (point[2] as number),
  };
}
