import type { LayoutThreadData } from "./layout-thread.ts";
import { ownNumbers, runInThread } from "./run-in-thread.ts";

export type LayoutInWorkerOptions = LayoutThreadData & {
  /** Called with the share done, 0 to 1. */
  readonly onShare?: (share: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * Lays vectors out on a map, in a thread of its own: two coordinates a vector. The vectors are handed over: the caller's
 * array is empty afterwards. Aborting ends the thread at once and rejects with AppError CANCELLED.
 */
export function layoutMapInWorker(options: LayoutInWorkerOptions): Promise<Float32Array> {
  const { onShare, signal, ...given } = options;
  const vectors = ownNumbers(given.vectors);
  return runInThread<Float32Array, number>(new URL("./layout-thread.ts", import.meta.url), {
    what: "The layout of the map",
    data: { ...given, vectors },
    transfer: [vectors.buffer],
    onProgress: onShare,
    signal,
  });
}
