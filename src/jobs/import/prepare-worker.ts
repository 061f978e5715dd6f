// The worker thread that prepares: CPU work only, never an engine (chDB must stay on the main thread).
import { parentPort, workerData } from "node:worker_threads";
import { transferables } from "../../columnar/write/encoded-batch.ts";
import { createBatchPreparer } from "./prepare-batch.ts";
import type { PrepareReply, PrepareRequest, PrepareWorkerData } from "./prepare-messages.ts";

const { preparer, context } = workerData as PrepareWorkerData;
const prepareBatch = createBatchPreparer(preparer, context);

parentPort?.on("message", ({ id, conversations }: PrepareRequest) => {
  let reply: PrepareReply;
  try {
    reply = { id, ok: true, ...prepareBatch(conversations) };
  } catch (error) {
    // The message of an unknown error could quote a text: only its kind and place leave the thread.
    const where =
      error instanceof Error ? `${error.name} ${error.stack?.split("\n")[1]?.trim() ?? ""}` : "unknown";
    reply = { id, ok: false, problem: where };
  }
  parentPort?.postMessage(reply, reply.ok ? transferables(reply.batch) : []);
});
