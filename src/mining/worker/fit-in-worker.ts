import type { JudgedModel } from "../topic-models/compare-with-tree.ts";
import type { TopicModel } from "../topic-models/topic-model.ts";
import { runInThread } from "./run-in-thread.ts";

export const TOPIC_MODEL_METHODS = ["lda", "lda-gibbs", "nmf"] as const;
export type TopicModelMethod = (typeof TOPIC_MODEL_METHODS)[number];

export type TopicModelThreadData = {
  readonly method: TopicModelMethod;
  readonly texts: readonly string[];
  readonly topicCount: number;
  readonly seed: number;
  /** The topic of each text in a tree, 0 for none: then the model is judged and compared with it as well. */
  readonly tree?: readonly number[];
};

export type FittedTexts = {
  readonly vocabulary: readonly string[];
  readonly model: TopicModel;
  readonly judged?: JudgedModel;
};

export type FitInWorkerOptions = TopicModelThreadData & {
  /** Called with the share done, 0 to 1. */
  readonly onShare?: (share: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * Fits a classical topic model to texts, in a thread of its own. Words in one text only, or in more than half of them, are
 * left out. Aborting ends the thread at once and rejects with AppError CANCELLED; a topic count below 1 is a RangeError.
 */
export function fitTopicModelInWorker({
  onShare,
  signal,
  ...data
}: FitInWorkerOptions): Promise<FittedTexts> {
  return runInThread<FittedTexts, number>(new URL("./topic-model-thread.ts", import.meta.url), {
    what: "Fitting the topic model",
    data,
    transfer: [],
    onProgress: onShare,
    signal,
  });
}
