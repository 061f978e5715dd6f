// Threads that each hold the model. Hands batches out, two a thread so that none waits for the next, and takes
// vectors back. Threads keep the process alive only while they work.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { AppError } from "../../core/errors.ts";
import type { SessionOutput } from "./session.ts";

export type WorkerRequest = {
  readonly id: number;
  readonly ids: Int32Array;
  readonly lengths: Int32Array;
  readonly width: number;
};

export type WorkerAnswer =
  | (SessionOutput & { readonly id: number })
  | { readonly id: number; readonly problem: string };

type Batch = Omit<WorkerRequest, "id">;
type Job = { readonly request: WorkerRequest; readonly done: PromiseWithResolvers<SessionOutput> };
type Thread = { readonly worker: Worker; readonly jobs: Map<number, Job> };

const JOBS_PER_THREAD = 2;

export type WorkerPool = {
  /** Vectors and states of the batch's rows, one after another. */
  run(batch: Batch): Promise<SessionOutput>;
  close(): Promise<void>;
};

/** Starts the threads and waits until each has opened the model. Throws MODEL_MISSING when one cannot. */
export async function openWorkerPool(modelPath: string, threadCount: number): Promise<WorkerPool> {
  const entry = new URL("./encoder-worker.ts", import.meta.url);
  const waiting: Job[] = [];
  const threads: Thread[] = Array.from({ length: threadCount }, () => ({
    worker: new Worker(entry, { workerData: modelPath, execArgv: ["--disable-warning=ExperimentalWarning"] }),
    jobs: new Map(),
  }));
  let failure: AppError | undefined;
  let nextId = 0;

  function dispatch(): void {
    for (const thread of threads) {
      while (thread.jobs.size < JOBS_PER_THREAD) {
        const job = waiting.shift();
        if (job === undefined) break;
        if (thread.jobs.size === 0) thread.worker.ref();
        thread.jobs.set(job.request.id, job);
        thread.worker.postMessage(job.request);
      }
    }
  }

  function settle(thread: Thread, answer: WorkerAnswer): void {
    const job = thread.jobs.get(answer.id);
    thread.jobs.delete(answer.id);
    if (thread.jobs.size === 0) thread.worker.unref();
    if ("vectors" in answer) job?.done.resolve(answer);
    else job?.done.reject(new AppError("INTERNAL", {}, { cause: new Error(answer.problem) }));
    dispatch();
  }

  /** Rejects all that is under way and all that comes. */
  function fail(error: AppError): void {
    failure ??= error;
    for (const job of waiting.splice(0)) job.done.reject(failure);
    for (const thread of threads) {
      for (const job of thread.jobs.values()) job.done.reject(failure);
      thread.jobs.clear();
    }
  }

  async function close(): Promise<void> {
    fail(new AppError("CANCELLED", { what: "Embedding" }));
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }

  try {
    await Promise.all(threads.map(({ worker }) => once(worker, "message")));
  } catch (cause) {
    await close();
    throw new AppError("MODEL_MISSING", { model: "encoder", path: modelPath }, { cause });
  }
  for (const thread of threads) {
    thread.worker.on("message", (answer: WorkerAnswer) => settle(thread, answer));
    thread.worker.on("error", (cause) => fail(new AppError("INTERNAL", {}, { cause })));
    thread.worker.on("exit", (code) =>
      fail(new AppError("INTERNAL", {}, { cause: new Error(`An encoder thread ended with code ${code}.`) })),
    );
    thread.worker.unref();
  }

  return {
    run(batch) {
      if (failure !== undefined) return Promise.reject(failure);
      const job: Job = { request: { id: nextId++, ...batch }, done: Promise.withResolvers() };
      waiting.push(job);
      dispatch();
      return job.done.promise;
    },
    close,
  };
}
