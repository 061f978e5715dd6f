// The encoder's speed beside bare ONNX Runtime, and how well its vectors group texts by intent.
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { scoreClustering } from "../src/mining/evaluate/clustering-scores.ts";
import { unitRows } from "../src/mining/topics/rows.ts";
import { cutTree, wardTree } from "../src/mining/topics/ward.ts";
import { makeBatches } from "../src/nlp/encoder/batches.ts";
import { createEncoder } from "../src/nlp/encoder/create-encoder.ts";
import type { Encoder } from "../src/nlp/encoder/encoder.ts";
import { readEncoderFiles } from "../src/nlp/encoder/manifest.ts";
import { createTokenizer } from "../src/nlp/encoder/word-piece-tokenizer.ts";
import type { Bench, BenchRow } from "./bench.ts";
import type { BareBatch, BareWork } from "./support/bare-onnx-worker.ts";
import { readYardsticks } from "./support/intent-sets.ts";

const MODEL_DIR = fileURLToPath(new URL("../models/encoder", import.meta.url));
/** Both run by turns and the median of the rounds counts, so that other load on the machine falls on both alike. */
const ROUNDS = 9;
const TEXTS_A_ROUND = 512;
const SHARE_OF_BARE = 0.9;

export const bench: Bench = {
  name: "encoder",
  summary: "Texts a second beside bare ONNX Runtime; Ward's clusters with K given on two intent sets",
  async run({ datasets, write }) {
    if (datasets === undefined) throw new Error("Set PARLANCE_DATASETS to the folder of the data sets.");
    const sets = readYardsticks(datasets);
    const threads = Math.min(availableParallelism(), 8);
    const encoder = await createEncoder({ threads, cacheSize: 0 });
    try {
      write(`${ROUNDS} rounds of ${TEXTS_A_ROUND} distinct short texts, ${threads} threads`);
      const rows = await measureSpeed(encoder, [...new Set(sets.flatMap(({ texts }) => texts))], threads);
      for (const { name, texts, labels } of sets) {
        write(`clustering ${name}`);
        const vectors = await encoder.embed(texts);
        const flat = Float32Array.from(vectors.flatMap((vector) => [...vector]));
        const tree = wardTree(unitRows(flat, encoder.dimension));
        const { nmi, accuracy } = scoreClustering(cutTree(tree, texts.length, new Set(labels).size), labels);
        rows.push({ what: `${name}, Ward, K given: NMI`, value: 100 * nmi, unit: "%" });
        rows.push({ what: `${name}, Ward, K given: ACC`, value: 100 * accuracy, unit: "%" });
      }
      return rows;
    } finally {
      await encoder.close();
    }
  },
};

async function measureSpeed(
  encoder: Encoder,
  texts: readonly string[],
  threads: number,
): Promise<BenchRow[]> {
  const files = await readEncoderFiles(MODEL_DIR);
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
  const share = median(rounds.map(({ own, bare }) => bare.seconds / own.seconds));
  return [
    {
      what: "distinct short texts, from string to vector",
      value: 1 / median(rounds.map(({ own }) => own.seconds)),
      unit: "texts/s",
      peer: {
        name: "bare ONNX Runtime, same batches",
        value: 1 / median(rounds.map(({ bare }) => bare.seconds)),
      },
    },
    {
      what: "share of bare ONNX Runtime's rate",
      value: 100 * share,
      unit: "%",
      limit: { text: "≥ 90 %", met: share >= SHARE_OF_BARE },
    },
    {
      what: "the same by processor time, which other load does not touch",
      value: 100 * median(rounds.map(({ own, bare }) => bare.cpuSeconds / own.cpuSeconds)),
      unit: "%",
    },
    {
      what: "texts per second of processor time",
      value: 1 / median(rounds.map(({ own }) => own.cpuSeconds)),
      unit: "texts/s",
      peer: { name: "bare ONNX Runtime", value: 1 / median(rounds.map(({ bare }) => bare.cpuSeconds)) },
    },
  ];
}

function toBareBatch({ ids, lengths, width }: ReturnType<typeof makeBatches>[number]): BareBatch {
  const mask = new BigInt64Array(ids.length);
  for (const [row, length] of lengths.entries()) mask.fill(1n, row * width, row * width + length);
  return { ids: BigInt64Array.from(ids, BigInt), mask, shape: [lengths.length, width] };
}

async function openBareRuntime(modelPath: string, threads: number) {
  const entry = new URL("./support/bare-onnx-worker.ts", import.meta.url);
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
