// The encoder's rate beside bare ONNX Runtime on the same batches, by turns, so that other load on the machine falls on both.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { makeBatches } from "../../src/nlp/encoder/batches.ts";
import type { Encoder } from "../../src/nlp/encoder/encoder.ts";
import { readEncoderFiles } from "../../src/nlp/encoder/manifest.ts";
import { createTokenizer } from "../../src/nlp/encoder/word-piece-tokenizer.ts";
import type { BareBatch, BareWork } from "./bare-onnx-worker.ts";

/** The median of the rounds counts. */
const ROUNDS = 9;
const TEXTS_A_ROUND = 512;

export type Speed = {
  /** Texts a second, by the clock. */
  readonly own: number;
  readonly bare: number;
  /** Texts a second of processor time. */
  readonly ownByCpu: number;
  readonly bareByCpu: number;
  /** Our rate by bare ONNX Runtime's, the median over the rounds. */
  readonly share: number;
  readonly shareByCpu: number;
};

/** Runs both on parts of `texts`, which should be distinct, with as many threads each. */
export async function measureSpeed(
  encoder: Encoder,
  modelDir: string,
  texts: readonly string[],
  threads: number,
): Promise<Speed> {
  const files = await readEncoderFiles(modelDir);
  const tokenizer = createTokenizer(files.tokenizer, files.maxTokens);
  const bare = await openBareRuntime(files.modelPath, threads);
  const rounds: { own: Cost; bare: Cost }[] = [];
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      const chosen = texts.filter((_, index) => index % (ROUNDS + 1) === round).slice(0, TEXTS_A_ROUND);
      const batches = makeBatches(chosen.map((text) => tokenizer.encode(text))).map(toBareBatch);
      const runBare = () => costPerText(chosen.length, () => bare.run(batches));
      const runOwn = () => costPerText(chosen.length, () => encoder.embed(chosen));
      const [first, second] =
        round % 2 === 0 ? [await runBare(), await runOwn()] : [await runOwn(), await runBare()];
      // The round before the first warms both up.
      if (round > 0)
        rounds.push(round % 2 === 0 ? { bare: first, own: second } : { own: first, bare: second });
    }
  } finally {
    await bare.close();
  }
  return {
    own: 1 / median(rounds.map(({ own }) => own.seconds)),
    bare: 1 / median(rounds.map(({ bare }) => bare.seconds)),
    ownByCpu: 1 / median(rounds.map(({ own }) => own.cpuSeconds)),
    bareByCpu: 1 / median(rounds.map(({ bare }) => bare.cpuSeconds)),
    share: median(rounds.map(({ own, bare }) => bare.seconds / own.seconds)),
    shareByCpu: median(rounds.map(({ own, bare }) => bare.cpuSeconds / own.cpuSeconds)),
  };
}

function toBareBatch({ ids, lengths, width }: ReturnType<typeof makeBatches>[number]): BareBatch {
  const mask = new BigInt64Array(ids.length);
  for (const [row, length] of lengths.entries()) mask.fill(1n, row * width, row * width + length);
  return { ids: BigInt64Array.from(ids, BigInt), mask, shape: [lengths.length, width] };
}

async function openBareRuntime(modelPath: string, threads: number) {
  const entry = new URL("./bare-onnx-worker.ts", import.meta.url);
  const workers = Array.from({ length: threads }, () => new Worker(entry, { workerData: modelPath }));
  await Promise.all(workers.map((worker) => once(worker, "message")));
  return {
    async run(batches: readonly BareBatch[]): Promise<void> {
      const counter = new Int32Array(new SharedArrayBuffer(4));
      const done = workers.map((worker) => once(worker, "message"));
      for (const worker of workers) worker.postMessage({ batches, counter } satisfies BareWork);
      await Promise.all(done);
    },
    close: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}

type Cost = { readonly seconds: number; readonly cpuSeconds: number };

async function costPerText(texts: number, work: () => Promise<unknown>): Promise<Cost> {
  const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
  await work();
  const cpu = process.cpuUsage(cpuBefore);
  return {
    seconds: (performance.now() - startedAt) / 1000 / texts,
    cpuSeconds: (cpu.user + cpu.system) / 1e6 / texts,
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
