// The one bench of the language models: every head, its test set, its figure, a peer's, its speed and its size.
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { measureActs } from "./acts.ts";
import type { Bench, BenchRow } from "./bench.ts";
import { measureBias } from "./bias.ts";
import { measureEmotion } from "./emotion.ts";
import { measureSatisfaction } from "./satisfaction.ts";
import { measureSentiment } from "./sentiment.ts";
import { readDialogueTexts } from "./support/dialogue-texts.ts";
import { type BenchLabeller, openLabeller } from "./support/open-labeller.ts";

const TEXTS = 1500;
const ROUNDS = 5;

/** Models with a bench of their own, which prints more. */
const OTHERS: readonly (() => Promise<{ readonly bench: Bench }>)[] = [
  () => import("./encoder.ts"),
  () => import("./intents.ts"),
  () => import("./entities.ts"),
];

export const bench: Bench = {
  name: "models",
  summary: "Every language model: its figure on its test set, a peer's, speed and size",
  async run(context) {
    const { datasets, write } = context;
    if (datasets === undefined) throw new Error("Set PARLANCE_DATASETS to the folder of the data sets.");
    const rows: BenchRow[] = [];
    const opened = await openLabeller();
    try {
      write("sentiment");
      rows.push(...(await measureSentiment(opened, datasets)));
      write("emotion");
      rows.push(...(await measureEmotion(opened, datasets)));
      write("acts");
      rows.push(...(await measureActs(opened, datasets)));
      write("satisfaction");
      rows.push(...(await measureSatisfaction(opened, datasets, write)));
      write("bias");
      rows.push(...(await measureBias(opened)));
      write("speed of the heads");
      rows.push(...(await measureHeads(opened, datasets)));
      rows.push(sizeOf("encoder/model.onnx"), sizeOf("encoder-fast/model.onnx"));
      rows.push(sizeOf("heads/weights.bin"), sizeOf("tagger/tagger.bin"));
    } finally {
      await opened.encoder.close();
    }
    for (const load of OTHERS) {
      const { bench: other } = await load();
      write(other.name);
      rows.push(...(await other.run(context)).map((row) => ({ ...row, what: `${other.name}: ${row.what}` })));
    }
    return rows;
  },
};

/** What the heads cost beside the encoder's pass that they read from, by processor time. */
async function measureHeads({ encoder, labeller }: BenchLabeller, datasets: string): Promise<BenchRow[]> {
  const texts = [...new Set((await readDialogueTexts(datasets)).flat())]
    .filter((text) => text.length < 80)
    .slice(0, TEXTS * (ROUNDS + 1));
  const costs: { readonly bare: number; readonly whole: number }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const some = texts.slice(round * TEXTS, (round + 1) * TEXTS);
    const bare = await cpuSeconds(() => encoder.read(some));
    const whole = await cpuSeconds(async () => {
      const given = await labeller.readTexts(some.map((text) => ({ text, language: "en" })));
      for (const { state } of given) labeller.readTurn({ state, isCustomer: true });
    });
    // The round before the first warms both up.
    if (round > 0) costs.push({ bare: bare / some.length, whole: whole / some.length });
  }
  const median = (values: readonly number[]) =>
    [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  const share = median(costs.map(({ bare, whole }) => bare / whole));
  return [
    {
      what: "all heads on distinct short turns, per second of processor time",
      value: 1 / median(costs.map(({ whole }) => whole)),
      unit: "texts/s",
      peer: { name: "the encoder's pass alone", value: 1 / median(costs.map(({ bare }) => bare)) },
    },
    {
      what: "all heads, share of the encoder's pass",
      value: 100 * share,
      unit: "%",
      limit: { text: "≥ 85 %", met: share >= 0.85 },
    },
  ];
}

async function cpuSeconds(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function sizeOf(file: string): BenchRow {
  const path = fileURLToPath(new URL(`../models/${file}`, import.meta.url));
  return { what: `size of models/${file}`, value: statSync(path).size / 1e6, unit: "MB" };
}
