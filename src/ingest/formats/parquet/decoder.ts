// Asks a worker thread to decode a Parquet file, range by range, and gives it up when it takes too long or too much memory.
import { Worker } from "node:worker_threads";

export type DecodeSource = { readonly path: string } | { readonly bytes: ArrayBuffer };

export type DecodeRequest =
  | { readonly kind: "groups" }
  | { readonly kind: "rows"; readonly rowStart: number; readonly rowEnd: number };

export type DecodeReply =
  | { readonly kind: "groups"; readonly rows: readonly number[] }
  | { readonly kind: "rows"; readonly rows: readonly unknown[] }
  | { readonly kind: "failed"; readonly problem: string };

export type ParquetDecoder = {
  /** Numbers of rows of the file's row groups, in order. */
  groups(): Promise<readonly number[]>;
  /** Rows as plain JSON values; `rowEnd` is out. */
  rows(rowStart: number, rowEnd: number): Promise<readonly unknown[]>;
  close(): Promise<void>;
};

const MAX_HEAP_MB = 1024;

/** Every call rejects with an Error when the file is broken, or when nothing has come after `maxMs`. */
export function createDecoder(source: DecodeSource, maxMs: number): ParquetDecoder {
  const worker = new Worker(new URL("./decode-worker.ts", import.meta.url), {
    workerData: source,
    transferList: "bytes" in source ? [source.bytes] : [],
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  let failure: Error | undefined;
  let settle: ((reply: DecodeReply) => void) | undefined;
  const fail = (problem: string) => {
    failure ??= new Error(problem);
    settle?.({ kind: "failed", problem });
  };
  worker.on("message", (reply: DecodeReply) => settle?.(reply));
  worker.on("error", (error: Error) => fail(error.message));
  worker.on("exit", () => fail("the decoder ended"));

  async function ask(request: DecodeRequest): Promise<DecodeReply> {
    if (failure !== undefined) throw failure;
    const { promise, resolve } = Promise.withResolvers<DecodeReply>();
    settle = resolve;
    const timer = setTimeout(() => {
      fail(`nothing came within ${maxMs} ms`);
      void worker.terminate();
    }, maxMs);
    worker.postMessage(request);
    const reply = await promise;
    clearTimeout(timer);
    settle = undefined;
    if (reply.kind === "failed") throw new Error(reply.problem);
    return reply;
  }

  return {
    async groups() {
      const reply = await ask({ kind: "groups" });
      return reply.kind === "groups" ? reply.rows : [];
    },
    async rows(rowStart, rowEnd) {
      const reply = await ask({ kind: "rows", rowStart, rowEnd });
      return reply.kind === "rows" ? reply.rows : [];
    },
    async close() {
      await worker.terminate();
    },
  };
}
