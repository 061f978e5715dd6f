// ONNX Runtime and nothing else: a thread that runs ready-made batches, taken in turn by a shared counter.
import { parentPort, workerData } from "node:worker_threads";
import { InferenceSession, Tensor } from "onnxruntime-node";

export type BareBatch = {
  readonly ids: BigInt64Array;
  readonly mask: BigInt64Array;
  readonly shape: readonly number[];
};
export type BareWork = { readonly batches: readonly BareBatch[]; readonly counter: Int32Array };

const port = parentPort;
if (port === null) throw new Error("bare-onnx-worker.ts runs in a worker thread only.");
const session = await InferenceSession.create(String(workerData), {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  graphOptimizationLevel: "basic",
});
port.on("message", async ({ batches, counter }: BareWork) => {
  for (let next = Atomics.add(counter, 0, 1); next < batches.length; next = Atomics.add(counter, 0, 1)) {
    const batch = batches[next];
    if (batch === undefined) break;
    await session.run({
      input_ids: new Tensor("int64", batch.ids, batch.shape),
      attention_mask: new Tensor("int64", batch.mask, batch.shape),
    });
  }
  port.postMessage("done");
});
port.postMessage("ready");
