// Entry of a worker thread: opens the model and answers batches until the thread is ended.
import { parentPort, workerData } from "node:worker_threads";
import { openSession } from "./session.ts";
import type { WorkerAnswer, WorkerRequest } from "./worker-pool.ts";

const port = parentPort;
if (port === null) throw new Error("encoder-worker.ts runs in a worker thread only.");
const session = await openSession(String(workerData));
port.on("message", async ({ id, ids, lengths, width }: WorkerRequest) => {
  try {
    const output = await session.run(ids, lengths, width);
    const moved = [output.vectors.buffer as ArrayBuffer, output.states.buffer as ArrayBuffer];
    port.postMessage({ id, ...output } satisfies WorkerAnswer, moved);
  } catch (error) {
    port.postMessage({ id, problem: String(error) } satisfies WorkerAnswer);
  }
});
port.postMessage("ready");
