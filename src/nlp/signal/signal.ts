// Signals of a text that no emotion or act tells: what a support team acts on, and what the scores of a conversation rest on.
import { applyDense, sigmoid } from "../heads/dense.ts";
import type { HeadsFile } from "../heads/heads-file.ts";

export const SIGNALS = [
  ...(["frustration", "worry", "urgency", "churn", "purchase"] as const),
  /** `escalation` asks for a person or a superior, `repeat` says something again, `unsolved` and `solved` judge the help, `failure` is the helper's "I could not". */
  ...(["escalation", "repeat", "unsolved", "solved", "failure"] as const),
] as const;
export type Signal = (typeof SIGNALS)[number];

/** Probability of each, 0 to 1. */
export type Signals = Readonly<Record<Signal, number>>;

/** `state` is the encoder's state of the text. */
export function readSignals(heads: HeadsFile, state: Float32Array): Signals {
  const logits = applyDense(heads.layers.signal, state);
  return Object.fromEntries(
    SIGNALS.map((name, place) => {
      const { scale, shift } = heads.signal[name];
      return [name, sigmoid(scale * (logits[place] ?? 0) + shift)];
    }),
  ) as Signals;
}
