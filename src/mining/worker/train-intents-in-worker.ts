import type { LabelledTexts } from "../intents/intent-types.ts";
import { requireExamples, type TrainedIntents, type TrainIntentsOptions } from "../intents/train-intents.ts";
import { ownNumbers, runInThread } from "./run-in-thread.ts";
import type { TrainIntentsData } from "./train-intents-thread.ts";

/**
 * `trainIntents` in a thread of its own, so that it can be cancelled. The vectors are handed over: the caller's array is
 * empty afterwards. Throws INTENTS_TOO_FEW as it does; aborting rejects with AppError CANCELLED.
 */
export async function trainIntentsInWorker(
  input: LabelledTexts,
  options: TrainIntentsOptions & { readonly signal?: AbortSignal },
): Promise<TrainedIntents> {
  requireExamples(input.intents);
  const { encoderVersion, seed = 1, onProgress, signal } = options;
  const vectors = ownNumbers(input.vectors);
  const data: TrainIntentsData = { ...input, vectors, encoderVersion, seed };
  return runInThread<TrainedIntents, number>(new URL("./train-intents-thread.ts", import.meta.url), {
    what: "Training",
    data,
    transfer: [vectors.buffer],
    onProgress,
    signal,
  });
}
