// Emotions of a text: the 28 of GoEmotions (Demszky et al. 2020), and the nine that a support team asks for, made of them and
// of the signals.
import type { EMOTIONS } from "../../core/domain.ts";
import { applyDense, sigmoid } from "../heads/dense.ts";
import type { HeadsFile } from "../heads/heads-file.ts";
import type { Signals } from "../signal/signal.ts";

export const FINE_EMOTIONS = [
  ...([
    "admiration",
    "amusement",
    "anger",
    "annoyance",
    "approval",
    "caring",
    "confusion",
    "curiosity",
  ] as const),
  ...(["desire", "disappointment", "disapproval", "disgust", "embarrassment", "excitement", "fear"] as const),
  ...(["gratitude", "grief", "joy", "love", "nervousness", "optimism", "pride", "realization"] as const),
  ...(["relief", "remorse", "sadness", "surprise", "neutral"] as const),
] as const;
export type FineEmotion = (typeof FINE_EMOTIONS)[number];

export type Emotion = (typeof EMOTIONS)[number];

/** A label that holds, with its probability. */
export type Felt<Name> = { readonly emotion: Name; readonly probability: number };

export type Emotions = {
  /** Of the nine, the most probable first; `neutral` alone when no other holds. */
  readonly felt: readonly Felt<Emotion>[];
  /** Those of the 28 that hold, the most probable first. */
  readonly fine: readonly Felt<FineEmotion>[];
};

/** Which of the 28 mean which of the nine. What tells nothing about a service (curiosity, approval …) means none. */
const MEANING: Partial<Record<FineEmotion, Exclude<Emotion, "neutral">>> = {
  anger: "anger",
  disgust: "anger",
  annoyance: "frustration",
  disappointment: "disappointment",
  sadness: "disappointment",
  grief: "disappointment",
  confusion: "confusion",
  fear: "worry",
  nervousness: "worry",
  gratitude: "gratitude",
  admiration: "joy",
  amusement: "joy",
  excitement: "joy",
  joy: "joy",
  love: "joy",
  optimism: "joy",
  pride: "joy",
  relief: "joy",
};

/** Probability of each of the 28. */
export function fineProbabilities(heads: HeadsFile, state: Float32Array): Record<FineEmotion, number> {
  const hidden = applyDense(heads.layers.emotionHidden, state).map((value) => Math.max(0, value));
  const logits = applyDense(heads.layers.emotion, hidden);
  return Object.fromEntries(
    FINE_EMOTIONS.map((name, place) => {
      const { scale, shift } = heads.emotion[name];
      return [name, sigmoid(scale * (logits[place] ?? 0) + shift)];
    }),
  ) as Record<FineEmotion, number>;
}

/** `state` is the encoder's state of the text, `signals` what was read from the same state. */
export function readEmotions(heads: HeadsFile, state: Float32Array, signals: Signals): Emotions {
  const chances = fineProbabilities(heads, state);
  const fine = FINE_EMOTIONS.filter((name) => chances[name] >= heads.emotion[name].threshold).map(
    (emotion) => ({ emotion, probability: chances[emotion] }),
  );
  const felt = new Map<Emotion, number>();
  const raise = (emotion: Emotion, probability: number): void => {
    felt.set(emotion, Math.max(felt.get(emotion) ?? 0, probability));
  };
  for (const { emotion, probability } of fine) {
    const meant = MEANING[emotion];
    if (meant !== undefined) raise(meant, probability);
  }
  for (const name of ["frustration", "worry", "urgency"] as const) {
    if (signals[name] >= heads.signal[name].threshold) raise(name, signals[name]);
  }
  if (felt.size === 0) raise("neutral", chances.neutral);
  return { felt: byProbability(felt), fine: fine.sort((a, b) => b.probability - a.probability) };
}

function byProbability(felt: ReadonlyMap<Emotion, number>): Felt<Emotion>[] {
  return [...felt]
    .map(([emotion, probability]) => ({ emotion, probability }))
    .sort((a, b) => b.probability - a.probability);
}
