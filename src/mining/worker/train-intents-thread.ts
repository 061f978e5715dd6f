// The thread that trains intents.
import type { LabelledTexts } from "../intents/intent-types.ts";
import { type TrainedIntents, trainIntents } from "../intents/train-intents.ts";
import { answerFromThread } from "./run-in-thread.ts";

export type TrainIntentsData = LabelledTexts & { readonly encoderVersion: string; readonly seed: number };

answerFromThread<TrainIntentsData, TrainedIntents, number>(
  (data, report) => trainIntents(data, { ...data, onProgress: report }),
  ({ model }) => [model.weights.values.buffer, model.examples.vectors.buffer],
);
