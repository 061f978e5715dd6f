// How well a head fitted to people's own ratings of turns would do on the encoder's states: what the state holds of satisfaction,
// beside the shipped scores that never saw a rating. Measured by cross-validation over whole dialogues; nothing of it is shipped.
import { fitSoftmax, scoreClasses } from "../../src/mining/intents/softmax-regression.ts";
import { macroRecall } from "./label-scores.ts";

/** A rated turn: numbers of about the size 1, the level from 0 to 4 that most raters gave, and its dialogue. */
export type RatedRow = {
  readonly features: Float64Array;
  readonly level: number;
  readonly dialogue: number;
};

const FOLDS = 5;
const LEVELS = 5;
const PENALTY = 60;
const MOST_STEPS = 40;

/** Mean recall of the levels that occur, each turn judged by a fit that saw no turn of its dialogue. */
export function fittedRecall(rows: readonly RatedRow[]): number {
  const found: number[] = [];
  const gold: number[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const learnt = rows.filter(({ dialogue }) => dialogue % FOLDS !== fold);
    const kept = rows.filter(({ dialogue }) => dialogue % FOLDS === fold);
    const labels = Int32Array.from(learnt, ({ level }) => level);
    const weights = fitSoftmax(featuresOf(learnt), labels, LEVELS, {
      penalty: PENALTY,
      iterations: MOST_STEPS,
    });
    const logits = scoreClasses(featuresOf(kept), weights);
    // Recall counts each level the same, however rare: each is asked for by its own share less.
    const shares = Array.from(
      { length: LEVELS },
      (_, level) => (learnt.filter((row) => row.level === level).length + 1) / (learnt.length + LEVELS),
    );
    for (const [place, { level }] of kept.entries()) {
      const scores = shares.map((share, at) => (logits[place * LEVELS + at] ?? 0) - Math.log(share));
      found.push(scores.indexOf(Math.max(...scores)));
      gold.push(level);
    }
  }
  return macroRecall(found, gold);
}

function featuresOf(rows: readonly RatedRow[]) {
  const dimension = rows[0]?.features.length ?? 0;
  const dense = new Float64Array(rows.length * dimension);
  for (const [place, { features }] of rows.entries()) dense.set(features, place * dimension);
  const none = { features: new Int32Array(0), values: new Float64Array(0) };
  return { dense, dimension, sparse: rows.map(() => none), terms: 0 };
}
