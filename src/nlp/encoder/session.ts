// Runs the model on one batch of token ids. The only file that talks to ONNX Runtime.
import { InferenceSession, Tensor } from "onnxruntime-node";

/** Row by row. */
export type SessionOutput = {
  /** Vectors of length 1. */
  readonly vectors: Float32Array;
  /** Empty where the model has no branch for the heads. */
  readonly states: Float32Array;
};

export type EncoderSession = {
  run(ids: Int32Array, lengths: Int32Array, width: number): Promise<SessionOutput>;
};

/** Opens the model for one thread; run as many sessions as there are cores to use. */
export async function openSession(modelPath: string): Promise<EncoderSession> {
  const session = await InferenceSession.create(modelPath, {
    executionProviders: ["cpu"],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    // The graph is written as it should run. "all" would fuse Add and LayerNormalization into an operator that is
    // seven times slower on a CPU (337 instead of 440 texts a second).
    graphOptimizationLevel: "basic",
  });
  return {
    async run(ids, lengths, width) {
      const shape = [lengths.length, width];
      const mask = new BigInt64Array(ids.length);
      for (const [row, length] of lengths.entries()) mask.fill(1n, row * width, row * width + length);
      const { vector, state } = await session.run({
        input_ids: new Tensor("int64", BigInt64Array.from(ids, BigInt), shape),
        attention_mask: new Tensor("int64", mask, shape),
      });
      if (!(vector?.data instanceof Float32Array)) throw new Error("The model gives no float vectors.");
      const states = state?.data;
      return {
        vectors: normaliseRows(vector.data, lengths.length),
        states: states instanceof Float32Array ? states : new Float32Array(),
      };
    },
  };
}

function normaliseRows(values: Float32Array, rows: number): Float32Array {
  const dimension = values.length / rows;
  const result = new Float32Array(values.length);
  for (let start = 0; start < values.length; start += dimension) {
    let sum = 0;
    for (let index = start; index < start + dimension; index++) sum += (values[index] ?? 0) ** 2;
    const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0;
    for (let index = start; index < start + dimension; index++) result[index] = (values[index] ?? 0) * scale;
  }
  return result;
}
