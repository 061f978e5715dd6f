// Sentiment of a text: five classes with probabilities, from very negative to very positive.
import { applyDense, softmax } from "../heads/dense.ts";
import type { HeadsFile } from "../heads/heads-file.ts";

export type Sentiment = {
  /** From −2 (very negative) to 2 (very positive): the mean of the classes, weighted by their probabilities. */
  readonly score: number;
  /** Of −2, −1, 0, 1 and 2, in this order; they sum to 1. */
  readonly probabilities: readonly number[];
};

/** `state` is the encoder's state of the text. */
export function readSentiment(heads: HeadsFile, state: Float32Array): Sentiment {
  const probabilities = softmax(applyDense(heads.layers.sentiment, state), heads.sentimentTemperature);
  return {
    score: probabilities.reduce((sum, chance, place) => sum + chance * (place - 2), 0),
    probabilities,
  };
}
