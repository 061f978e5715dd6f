// Trains a classifier of intents from examples: cross-validation chooses the penalty, mixes the kinds of evidence, fits the
// judge of scope and gives the report; then all examples train the model that is kept.
import { AppError } from "../../core/errors.ts";
import { unitRows } from "../topics/rows.ts";
import { crossValidate } from "./cross-validate.ts";
import { describeTraining } from "./describe-training.ts";
import { mixScores } from "./evidence.ts";
import { fitScope } from "./fit-scope.ts";
import type { ExampleRows, IntentModel, LabelledTexts, TrainingReport } from "./intent-types.ts";
import { learnWords } from "./known-words.ts";
import { createLexicalReader, learnVocabulary } from "./lexical-features.ts";
import { type Features, fitSoftmax } from "./softmax-regression.ts";
import { splitFolds } from "./split-folds.ts";

export type TrainIntentsOptions = {
  readonly encoderVersion: string;
  /** Decides the folds. Default 1. */
  readonly seed?: number;
  /** Called with the share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
};

export type TrainedIntents = { readonly model: IntentModel; readonly report: TrainingReport };

const FOLDS = 5;
/** Past this many examples a quarter of them, held out once, tells as much as all held out in turn. */
const MANY_EXAMPLES = 4000;
const MANY_PARTS = 4;
/** Examples kept of an intent to compare texts with. */
const MOST_KEPT = 200;

/** Trains on examples with their vectors. Throws as `requireExamples` does. */
export function trainIntents(
  input: LabelledTexts,
  { encoderVersion, seed = 1, onProgress = () => undefined }: TrainIntentsOptions,
): TrainedIntents {
  requireExamples(input.intents);
  const intents = [...new Set(input.intents)].sort();
  const places = new Map(intents.map((intent, place) => [intent, place]));
  const labels = Int32Array.from(input.intents, (intent) => places.get(intent) ?? 0);
  const classes = intents.length;
  const vocabulary = learnVocabulary(input.texts);
  const features: Features = {
    dense: Float64Array.from(unitRows(input.vectors, input.dimension).values),
    dimension: input.dimension,
    sparse: input.texts.map(createLexicalReader(vocabulary)),
    terms: vocabulary.terms.length,
  };
  const isMany = labels.length > MANY_EXAMPLES;
  const folds = isMany ? 1 : FOLDS;
  const parts = splitFolds(labels, classes, isMany ? MANY_PARTS : FOLDS, seed);
  const fold = isMany ? parts.map((part) => (part === 0 ? 0 : -1)) : parts;
  const { held, evidence, mix, penalty, start } = crossValidate(
    { features, labels, classes, fold, folds },
    (share) => onProgress(share * 0.9),
  );
  const scores = mixScores(evidence, mix);
  const scope = fitScope({ texts: input.texts, labels, fold, folds, held, evidence, scores });
  const weights = fitSoftmax(features, labels, classes, { penalty, start });
  onProgress(1);
  const { texts, counts } = learnWords(input.texts, labels);
  return {
    model: {
      encoderVersion,
      dimension: input.dimension,
      intents,
      vocabulary,
      words: { texts, counts },
      weights,
      examples: keepExamples(features, labels),
      mix,
      scope: scope.judge,
    },
    report: describeTraining({ intents, labels, held, scores, folds, penalty, scope }),
  };
}

/** Throws AppError INTENTS_TOO_FEW unless there are two intents, one of them with two examples. */
export function requireExamples(intents: readonly string[]): void {
  const distinct = new Set(intents).size;
  if (distinct >= 2 && intents.length > distinct) return;
  throw new AppError("INTENTS_TOO_FEW", { intents: distinct, examples: intents.length });
}

/** All examples of an intent, or every so manyth of a large one. */
function keepExamples({ dense, dimension }: Features, labels: Int32Array): ExampleRows {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const seen = new Map<number, number>();
  const kept = [...labels.keys()].filter((row) => {
    const label = labels[row] as number;
    const place = seen.get(label) ?? 0;
    seen.set(label, place + 1);
    const step = Math.max(1, (counts.get(label) ?? 0) / MOST_KEPT);
    return Math.floor(place / step) !== Math.floor((place - 1) / step) || place === 0;
  });
  const vectors = new Float32Array(kept.length * dimension);
  for (const [to, from] of kept.entries()) {
    vectors.set(dense.subarray(from * dimension, (from + 1) * dimension), to * dimension);
  }
  return { vectors, dimension, labels: Int32Array.from(kept, (row) => labels[row] as number) };
}
