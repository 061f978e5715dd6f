// What goes into training intents by example and what comes out.
import type { KnownWords } from "./known-words.ts";
import type { Vocabulary } from "./lexical-features.ts";
import type { SoftmaxWeights } from "./softmax-regression.ts";

/** Texts with their vectors, row after row, all of length 1 and of one encoder version. */
export type TextVectors = {
  readonly texts: readonly string[];
  readonly vectors: Float32Array;
  readonly dimension: number;
};

export type LabelledTexts = TextVectors & {
  /** The intent of each text. */
  readonly intents: readonly string[];
};

/** Examples that new texts are compared with. */
export type ExampleRows = {
  readonly vectors: Float32Array;
  readonly dimension: number;
  /** Place of each example's intent in the model's list. */
  readonly labels: Int32Array;
};

/** How much each kind of evidence adds to an intent's score; fitted on held-out texts, so that scores are calibrated. */
export type EvidenceMix = {
  readonly linear: number;
  readonly nearest: number;
  readonly closeness: number;
};

/** A logistic regression on what shows that a text belongs to no intent. */
export type ScopeJudge = {
  readonly means: Float64Array;
  readonly scales: Float64Array;
  readonly weights: Float64Array;
  readonly bias: number;
  /** A text whose score is above this is out of scope. */
  readonly threshold: number;
};

export type IntentModel = {
  readonly encoderVersion: string;
  readonly dimension: number;
  /** In alphabetical order. */
  readonly intents: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly words: KnownWords;
  readonly weights: SoftmaxWeights;
  readonly examples: ExampleRows;
  readonly mix: EvidenceMix;
  readonly scope: ScopeJudge;
};

export type IntentPrediction = {
  readonly intent: string;
  /** Calibrated probability that the intent is right, given that the text belongs to one of them. */
  readonly confidence: number;
  readonly runnerUp: { readonly intent: string; readonly confidence: number };
  readonly outOfScope: boolean;
  /** The higher, the less the text is like any intent. */
  readonly outOfScopeScore: number;
};

export type ConfusingPair = {
  readonly intent: string;
  readonly takenFor: string;
  readonly count: number;
  /** Of the held-out examples of `intent`. */
  readonly share: number;
};

export type TrainingReport = {
  readonly examples: number;
  readonly folds: number;
  /** Examples that were held out once; intents with a single example have none. */
  readonly heldOut: number;
  readonly right: number;
  /** Wilson's interval for the accuracy, 95 %. */
  readonly accuracy: { readonly value: number; readonly low: number; readonly high: number };
  /** Mean distance of confidence from accuracy over ten bins of confidence. */
  readonly calibrationError: number;
  readonly penalty: number;
  /** Separation of held-out texts from texts whose own intent was taken away. */
  readonly outOfScopeAuroc: number;
  /** Share of held-out texts that the threshold would wrongly reject. */
  readonly rejected: number;
  readonly confusingPairs: readonly ConfusingPair[];
  readonly byIntent: readonly {
    readonly intent: string;
    readonly examples: number;
    readonly right: number;
  }[];
};
