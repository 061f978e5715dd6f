// Which unlabelled texts are worth labelling next: those that the model is unsure of, in the thick of the log, and unlike
// each other (density-weighted uncertainty sampling; Settles and Craven, 2008).
import { nearestNeighbours } from "../topics/neighbour-graph.ts";
import { unitRows } from "../topics/rows.ts";
import type { IntentPrediction, TextVectors } from "./intent-types.ts";

export type Suggestion = {
  /** Place of the text among those given. */
  readonly row: number;
  /** `unsure`: between two intents; `new`: many texts like it, and no intent for them. */
  readonly reason: "unsure" | "new";
  /** From 0 to 1. */
  readonly worth: number;
};

const NEIGHBOURS = 10;
/** A text this similar to one already suggested teaches nothing more. */
const REPEATS = 0.95;

/** The `count` texts most worth labelling, best first. Texts should be distinct. */
export function suggestTexts(
  pool: TextVectors,
  predictions: readonly IntentPrediction[],
  count: number,
): Suggestion[] {
  const rows = unitRows(pool.vectors, pool.dimension);
  const neighbours = nearestNeighbours(rows, NEIGHBOURS);
  const densities = Float64Array.from(predictions, (_, row) => {
    const own = neighbours.similarities.subarray(row * neighbours.k, (row + 1) * neighbours.k);
    return neighbours.k === 0 ? 1 : own.reduce((sum, similarity) => sum + similarity, 0) / neighbours.k;
  });
  const [low, high] = range(densities);
  const worths = Float64Array.from(predictions, (prediction, row) => {
    const density = high > low ? ((densities[row] as number) - low) / (high - low) : 1;
    return doubt(prediction) * (0.2 + 0.8 * density);
  });
  const chosen: Suggestion[] = [];
  while (chosen.length < Math.min(count, worths.length)) {
    const row = highest(worths);
    const worth = worths[row] as number;
    if (!(worth > 0)) break;
    chosen.push({ row, reason: predictions[row]?.outOfScope ? "new" : "unsure", worth });
    worths[row] = 0;
    for (let at = row * neighbours.k; at < (row + 1) * neighbours.k; at += 1) {
      const other = neighbours.ids[at] as number;
      const similarity = neighbours.similarities[at] as number;
      if (other >= 0) {
        worths[other] = similarity > REPEATS ? 0 : (worths[other] as number) * (1 - Math.max(0, similarity));
      }
    }
  }
  return chosen;
}

/** 1 when nothing speaks for one intent rather than another, or for none. */
function doubt({ confidence, runnerUp, outOfScope }: IntentPrediction): number {
  return outOfScope ? 1 : 1 - (confidence - runnerUp.confidence);
}

function range(values: Float64Array): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

function highest(values: Float64Array): number {
  let best = 0;
  for (let at = 1; at < values.length; at += 1) {
    if ((values[at] as number) > (values[best] as number)) best = at;
  }
  return best;
}
