// Both encoders: speed, and how well their vectors group customers' texts by intent, beside the model they started from.
// That model is not shipped: `training/encoder/export.py --unmodified` makes it, and without it the column stays empty.
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scoreClustering } from "../src/mining/evaluate/clustering-scores.ts";
import { unitRows } from "../src/mining/topics/rows.ts";
import { cutTree, wardTree } from "../src/mining/topics/ward.ts";
import { createEncoder } from "../src/nlp/encoder/create-encoder.ts";
import type { Encoder } from "../src/nlp/encoder/encoder.ts";
import type { Bench, BenchRow } from "./bench.ts";
import { measureSpeed, type Speed } from "./support/encoder-speed.ts";
import { type IntentSet, readMeasuringSets } from "./support/intent-sets.ts";

const folder = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const MODELS = {
  accurate: folder("models/encoder"),
  fast: folder("models/encoder-fast"),
  unmodified: folder("training/out/encoder/unmodified"),
};
const PEER = "bge-small-en-v1.5, int8, unmodified";
const SHARE_OF_BARE = 0.9;
const FAST_TIMES = 8;
const FAST_NMI_LOSS = 4;
const GAIN_IN_DIALOGUES = 8;
/** What the accurate model must reach on the yardsticks of even classes, in percent. */
const BARS: Readonly<Record<string, { nmi: number; accuracy: number }>> = {
  "BANKING77 test": { nmi: 86, accuracy: 74 },
  "CLINC150 test": { nmi: 94.5, accuracy: 86 },
};

type Scores = { readonly nmi: number; readonly accuracy: number };
type Measured = { readonly speed: Speed; readonly scores: ReadonlyMap<string, Scores> };

export const bench: Bench = {
  name: "encoder",
  summary: "Texts a second of both encoders; Ward's clusters with K given, beside the unmodified model",
  async run({ datasets, write }) {
    if (datasets === undefined) throw new Error("Set PARLANCE_DATASETS to the folder of the data sets.");
    const sets = await readMeasuringSets(datasets);
    const measure = async (name: keyof typeof MODELS): Promise<Measured | undefined> => {
      if (!existsSync(join(MODELS[name], "manifest.json"))) return undefined;
      write(name);
      return await measureModel(MODELS[name], sets);
    };
    const accurate = await measure("accurate");
    const unmodified = await measure("unmodified");
    const fast = await measure("fast");
    if (accurate === undefined) throw new Error("models/encoder is absent.");
    return [
      ...speedRows("accurate", accurate.speed),
      ...sets.flatMap(({ name }) => accurateRows(name, accurate, unmodified)),
      ...(fast === undefined ? [] : fastRows(fast, accurate, sets)),
    ];
  },
};

async function measureModel(modelDir: string, sets: readonly IntentSet[]): Promise<Measured> {
  const threads = Math.min(availableParallelism(), 8);
  const encoder = await createEncoder({ modelDir, threads, cacheSize: 0 });
  try {
    const short = [...new Set(sets.slice(0, 2).flatMap(({ texts }) => texts))];
    const speed = await measureSpeed(encoder, modelDir, short, threads);
    const scores = new Map<string, Scores>();
    for (const set of sets) scores.set(set.name, await clusterScores(encoder, set));
    return { speed, scores };
  } finally {
    await encoder.close();
  }
}

async function clusterScores(encoder: Encoder, { texts, labels }: IntentSet): Promise<Scores> {
  const vectors = await encoder.embed(texts);
  const flat = new Float32Array(texts.length * encoder.dimension);
  for (const [row, vector] of vectors.entries()) flat.set(vector, row * encoder.dimension);
  const tree = wardTree(unitRows(flat, encoder.dimension));
  const { nmi, accuracy } = scoreClustering(cutTree(tree, texts.length, new Set(labels).size), labels);
  return { nmi: 100 * nmi, accuracy: 100 * accuracy };
}

function speedRows(name: string, speed: Speed): BenchRow[] {
  return [
    {
      what: `${name}: distinct short texts, from string to vector`,
      value: speed.own,
      unit: "texts/s",
      peer: { name: "bare ONNX Runtime, same batches", value: speed.bare },
    },
    {
      what: `${name}: share of bare ONNX Runtime's rate`,
      value: 100 * speed.share,
      unit: "%",
      limit: { text: "≥ 90 %", met: speed.share >= SHARE_OF_BARE },
    },
    {
      what: `${name}: the same by processor time, which other load does not touch`,
      value: 100 * speed.shareByCpu,
      unit: "%",
    },
    {
      what: `${name}: texts per second of processor time`,
      value: speed.ownByCpu,
      unit: "texts/s",
      peer: { name: "bare ONNX Runtime", value: speed.bareByCpu },
    },
  ];
}

function accurateRows(set: string, accurate: Measured, unmodified: Measured | undefined): BenchRow[] {
  const own = accurate.scores.get(set);
  const base = unmodified?.scores.get(set);
  const bar = BARS[set];
  if (own === undefined) return [];
  const gained = base === undefined ? Number.NaN : own.nmi - base.nmi;
  const limit =
    bar === undefined
      ? { text: `≥ ${GAIN_IN_DIALOGUES} above ${PEER}`, met: gained >= GAIN_IN_DIALOGUES }
      : { text: `≥ ${bar.nmi}`, met: own.nmi >= bar.nmi };
  return [
    {
      what: `accurate: ${set}, Ward, K given: NMI`,
      value: own.nmi,
      unit: "%",
      limit,
      ...(base && { peer: { name: PEER, value: base.nmi } }),
    },
    {
      what: `accurate: ${set}, Ward, K given: ACC`,
      value: own.accuracy,
      unit: "%",
      ...(bar && { limit: { text: `≥ ${bar.accuracy}`, met: own.accuracy >= bar.accuracy } }),
      ...(base && { peer: { name: PEER, value: base.accuracy } }),
    },
  ];
}

function fastRows(fast: Measured, accurate: Measured, sets: readonly IntentSet[]): BenchRow[] {
  const times = fast.speed.ownByCpu / accurate.speed.ownByCpu;
  const faster: BenchRow = {
    what: "fast: times the accurate one's rate by processor time",
    value: times,
    unit: "×",
    limit: { text: `≥ ${FAST_TIMES}`, met: times >= FAST_TIMES },
  };
  const rows = sets.flatMap(({ name }): BenchRow[] => {
    const [own, other] = [fast.scores.get(name), accurate.scores.get(name)];
    if (own === undefined || other === undefined) return [];
    const met = own.nmi >= other.nmi - FAST_NMI_LOSS;
    return [
      {
        what: `fast: ${name}, Ward, K given: NMI`,
        value: own.nmi,
        unit: "%",
        limit: { text: `≤ ${FAST_NMI_LOSS} behind accurate`, met },
        peer: { name: "accurate", value: other.nmi },
      },
      {
        what: `fast: ${name}, Ward, K given: ACC`,
        value: own.accuracy,
        unit: "%",
        peer: { name: "accurate", value: other.accuracy },
      },
    ];
  });
  return [...speedRows("fast", fast.speed), faster, ...rows];
}
