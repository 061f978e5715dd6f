// A pure function in a thread of its own, so that the server keeps answering: how it is started, ended and how its errors
// come back. The thread's side is `answerFromThread`.
import { parentPort, Worker, workerData } from "node:worker_threads";
import { AppError } from "../../core/errors.ts";

type ThreadMessage<Result, Progress> =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "result"; readonly result: Result }
  | { readonly kind: "failed"; readonly isRange: boolean; readonly problem: string };

export type ThreadOptions<Progress> = {
  /** What it does, for the error when it is cancelled: `Topic discovery`. */
  readonly what: string;
  readonly data: unknown;
  /** Memory that is handed over; the caller's arrays on it are empty afterwards. */
  readonly transfer: readonly ArrayBuffer[];
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/** Aborting ends the thread at once and rejects with AppError CANCELLED. A RangeError of the function comes back as one. */
export async function runInThread<Result, Progress>(
  file: URL,
  { what, data, transfer, onProgress, signal }: ThreadOptions<Progress>,
): Promise<Result> {
  const cancelled = () => new AppError("CANCELLED", { what });
  if (signal?.aborted) throw cancelled();
  const worker = new Worker(file, { workerData: data, transferList: [...transfer] });
  try {
    return await new Promise<Result>((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(cancelled()), { once: true });
      worker.on("message", (message: ThreadMessage<Result, Progress>) => {
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

/** The numbers themselves if they are all of their memory, else a copy: handing over must take nothing else along. */
export function ownNumbers(values: Float32Array): Float32Array<ArrayBuffer> {
  const isWhole = values.buffer instanceof ArrayBuffer && values.byteLength === values.buffer.byteLength;
  return isWhole ? (values as Float32Array<ArrayBuffer>) : values.slice();
}

/** Runs in the thread: answers with what `work` gives, its arrays handed over, not copied. */
export function answerFromThread<Data, Result, Progress>(
  work: (data: Data, report: (progress: Progress) => void) => Result,
  handedOver: (result: Result) => readonly ArrayBufferLike[],
): void {
  const send = (message: ThreadMessage<Result, Progress>, transfer: readonly ArrayBufferLike[] = []) =>
    parentPort?.postMessage(message, transfer as ArrayBuffer[]);
  try {
    const result = work(workerData as Data, (progress) => send({ kind: "progress", progress }));
    send({ kind: "result", result }, handedOver(result));
  } catch (error) {
    // A RangeError says which sizes don't fit. The message of any other error could quote a text, so only its place leaves.
    const problem =
      error instanceof RangeError
        ? error.message
        : error instanceof Error
          ? `${error.name} ${error.stack?.split("\n")[1]?.trim() ?? ""}`
          : "unknown";
    send({ kind: "failed", isRange: error instanceof RangeError, problem });
  }
}
