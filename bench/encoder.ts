// The encoder's speed beside bare ONNX Runtime, and how well its vectors group texts by intent.
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { makeBatches } from "../src/nlp/encoder/batches.ts";
import { createEncoder } from "../src/nlp/encoder/create-encoder.ts";
import type { Encoder } from "../src/nlp/encoder/encoder.ts";
import { readEncoderFiles } from "../src/nlp/encoder/manifest.ts";
import { createTokenizer } from "../src/nlp/encoder/word-piece-tokenizer.ts";
import type { Bench, BenchRow } from "./bench.ts";
import type { BareBatch, BareWork } from "./support/bare-onnx-worker.ts";
import { scoreClusters } from "./support/cluster-scores.ts";
import { readIntentSets } from "./support/intent-sets.ts";
import { clusterByWard } from "./support/ward.ts";

const MODEL_DIR = fileURLToPath(new URL("../models/encoder", import.meta.url));
/** Both run by turns, so that other load on the machine falls on both. */
const ROUNDS = 6;
const TEXTS_A_ROUND = 1024;
const YARDSTICKS = new Set(["BANKING77 test", "CLINC150 test"]);
const SHARE_OF_BARE = 0.9;

export const bench: Bench = {
  name: "encoder",
  summary: "Texts a second beside bare ONNX Runtime; Ward's clusters with K given on two intent sets",
  async run({ datasets, write }) {
    if (datasets === undefined) throw new Error("Set PARLANCE_DATASETS to the folder of the data sets.");
    const sets = readIntentSets(datasets).filter(({ name }) => YARDSTICKS.has(name));
    const threads = Math.min(availableParallelism(), 8);
    const encoder = await createEncoder({ threads, cacheSize: 0 });
    try {
      write(`${ROUNDS} rounds of ${TEXTS_A_ROUND} distinct short texts, ${threads} threads`);
      const rows = await measureSpeed(encoder, [...new Set(sets.flatMap(({ texts }) => texts))], threads);
      for (const { name, texts, labels } of sets) {
        write(`clustering ${name}`);
        const found = clusterByWard(await encoder.embed(texts), new Set(labels).size);
        const { nmi, accuracy } = scoreClusters(found, labels);
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
  const seconds = { own: 0, bare: 0 };
  try {
    for (let round = -1; round < ROUNDS; round++) {
      const chosen = texts
        .filter((_, index) => index % ROUNDS === Math.max(0, round))
        .slice(0, TEXTS_A_ROUND);
      const batches = makeBatches(chosen.map((text) => tokenizer.encode(text))).map(toBareBatch);
      const bareSeconds = await secondsOf(() => bare.run(batches));
      const ownSeconds = await secondsOf(() => encoder.embed(chosen));
      // The round before the first warms both up.
      if (round < 0) continue;
      seconds.bare += bareSeconds;
      seconds.own += ownSeconds;
    }
  } finally {
    await bare.close();
  }
  const [own, runtime] = [(ROUNDS * TEXTS_A_ROUND) / seconds.own, (ROUNDS * TEXTS_A_ROUND) / seconds.bare];
  return [
    {
      what: "distinct short texts, from string to vector",
      value: own,
      unit: "texts/s",
      peer: { name: "bare ONNX Runtime, same batches", value: runtime },
    },
    {
      what: "share of bare ONNX Runtime",
      value: (100 * own) / runtime,
      unit: "%",
      limit: { text: "≥ 90 %", met: own / runtime >= SHARE_OF_BARE },
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

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}
