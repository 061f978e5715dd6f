import { Worker } from "node:worker_threads";
import { AppError } from "../../core/errors.ts";
import type { DiscoverOptions, DiscoverResult } from "../topics/topic-types.ts";
import type { TopicWorkerMessage } from "./topic-worker-messages.ts";

/**
 * `discoverTopics` in a thread of its own, so that the server keeps answering. The vectors are handed over: the caller's
 * array is empty afterwards. Aborting ends the thread at once and rejects with AppError CANCELLED.
 */
export async function discoverTopicsInWorker(options: DiscoverOptions): Promise<DiscoverResult> {
  const { onProgress, signal, ...given } = options;
  const cancelled = () => new AppError("CANCELLED", { what: "Topic discovery" });
  if (signal?.aborted) throw cancelled();
  const vectors = ownsBuffer(given.vectors) ? given.vectors : given.vectors.slice();
  const worker = new Worker(new URL("./topic-worker.ts", import.meta.url), {
    workerData: { ...given, vectors },
    transferList: [vectors.buffer as ArrayBuffer],
  });
  try {
    return await new Promise<DiscoverResult>((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(cancelled()), { once: true });
      worker.on("message", (message: TopicWorkerMessage) => {
        switch (message.kind) {
          case "progress":
            onProgress?.(message.progress);
            break;
          case "result":
            resolve(message.result);
            break;
          case "failed":
            reject(
              message.isRange
                ? new RangeError(message.problem)
                : new AppError("INTERNAL", {}, { cause: new Error(message.problem) }),
            );
            break;
          default:
            message satisfies never;
        }
      });
      worker.on("error", (cause) => reject(new AppError("INTERNAL", {}, { cause })));
      worker.on("exit", () => reject(new AppError("INTERNAL", {}, { cause: new Error("the thread ended") })));
    });
  } finally {
    await worker.terminate();
  }
}

/** Whether the array is all of its memory, so that handing it over takes nothing else along. */
function ownsBuffer(vectors: Float32Array): boolean {
  return vectors.buffer instanceof ArrayBuffer && vectors.byteLength === vectors.buffer.byteLength;
}
