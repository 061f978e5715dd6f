// All that the models say of a text from one pass of the encoder. Used alike by the pipeline, the bench and `parlance label`.
import { AppError } from "../../core/errors.ts";
import { readTurn, type Turn, type TurnReading } from "../act/act.ts";
import { type Emotions, readEmotions } from "../emotion/emotion.ts";
import type { EmbedOptions, Encoder, Reading } from "../encoder/encoder.ts";
import type { HeadsFile } from "../heads/heads-file.ts";
import { readSentiment, type Sentiment } from "../sentiment/sentiment.ts";
import { readSignals, type Signals } from "../signal/signal.ts";

/** The languages that the heads were trained on. Others are marked, not guessed. */
export const KNOWN_LANGUAGES: ReadonlySet<string> = new Set(["en"]);

export type TextLabels = {
  readonly sentiment: Sentiment;
  readonly emotions: Emotions;
  readonly signals: Signals;
};

export type TextReading = Reading & {
  /** Undefined where the text is in a language that the heads do not know. */
  readonly labels: TextLabels | undefined;
};

export type TextToRead = {
  /** As stored: normalised (`prepare/normalise`). */
  readonly text: string;
  /** ISO 639-1, or `und` (also empty) where it could not be told: such texts are read as if English. */
  readonly language: string;
};

export type Labeller = {
  /** Names weights and calibration: labels of two versions differ. */
  readonly version: string;
  /** What depends on the words alone, in the order given; each distinct text is read once. */
  readTexts(texts: readonly TextToRead[], options?: EmbedOptions): Promise<TextReading[]>;
  /** What depends on the turn before as well. */
  readTurn(turn: Turn): TurnReading;
};

/** Throws AppError MODEL_MISSING when the heads were made for another branch than the encoder's. */
export function createLabeller(encoder: Encoder, heads: HeadsFile): Labeller {
  if (encoder.stateVersion !== heads.state) {
    throw new AppError(
      "MODEL_MISSING",
      { model: "heads", path: "models/heads" },
      {
        cause: new Error(
          `The heads read states of ${heads.state}, the encoder gives ${encoder.stateVersion}.`,
        ),
      },
    );
  }
  const labelsOf = (state: Float32Array): TextLabels => {
    const signals = readSignals(heads, state);
    return { sentiment: readSentiment(heads, state), emotions: readEmotions(heads, state, signals), signals };
  };
  return {
    version: heads.version,
    async readTexts(texts, options) {
      const readings = await encoder.read(
        texts.map(({ text }) => text),
        options,
      );
      const done = new Map<Reading, TextLabels>();
      return readings.map((reading, place) => {
        if (!isKnown(texts[place]?.language ?? "")) return { ...reading, labels: undefined };
        const labels = done.get(reading) ?? labelsOf(reading.state);
        done.set(reading, labels);
        return { ...reading, labels };
      });
    },
    readTurn: (turn) => readTurn(heads, turn),
  };
}

function isKnown(language: string): boolean {
  return language === "" || language === "und" || KNOWN_LANGUAGES.has(language);
}
