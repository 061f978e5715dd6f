import type { DiscoverOptions, DiscoverProgress, DiscoverResult } from "../topics/topic-types.ts";
import { ownNumbers, runInThread } from "./run-in-thread.ts";

/**
 * `discoverTopics` in a thread of its own, so that the server keeps answering. The vectors are handed over: the caller's
 * array is empty afterwards. Aborting ends the thread at once and rejects with AppError CANCELLED.
 */
export function discoverTopicsInWorker(options: DiscoverOptions): Promise<DiscoverResult> {
  const { onProgress, signal, ...given } = options;
  const vectors = ownNumbers(given.vectors);
  return runInThread<DiscoverResult, DiscoverProgress>(new URL("./discover-thread.ts", import.meta.url), {
    what: "Topic discovery",
    data: { ...given, vectors },
    transfer: [vectors.buffer],
    onProgress,
    signal,
  });
}
