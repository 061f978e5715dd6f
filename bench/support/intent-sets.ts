// Labelled customer texts from the public data sets, for benches of topics: sets to tune on, and sets that only measure.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { distinctSet, readMultiDogo, readMultiWoz, readSgd } from "./dialogue-sets.ts";

export type IntentSet = {
  readonly name: string;
  readonly texts: readonly string[];
  readonly labels: readonly string[];
};

/** Domains of MultiDoGO that neither the encoder nor topic discovery was tuned on. */
const HELD_OUT_DOMAINS = ["airline", "software"];
const TUNING_DOMAINS = ["fastfood", "finance", "insurance", "media"];
const MOST = 3000;

function toSet(name: string, rows: readonly (readonly [string, string])[]): IntentSet {
  return { name, texts: rows.map(([text]) => text), labels: rows.map(([, label]) => label) };
}

function banking(datasets: string): IntentSet {
  const file = readFileSync(join(datasets, "banking77", "test.csv"));
  const rows = parse(file, { columns: true }) as { text: string; category: string }[];
  return toSet(
    "BANKING77 test",
    rows.map(({ text, category }) => [text, category]),
  );
}

function clinc(datasets: string): IntentSet {
  const file = readFileSync(join(datasets, "clinc150", "data_full.json"), "utf8");
  const { test } = JSON.parse(file) as { test: [string, string][] };
  return toSet("CLINC150 test", test);
}

function hwu64(datasets: string): IntentSet {
  const lines = (part: string, file: string) =>
    readFileSync(join(datasets, "hwu64", "few-shot-split", part, file), "utf8")
      .trimEnd()
      .split("\n");
  const rows = ["valid", "test"].flatMap((part) => {
    const labels = lines(part, "label");
    return lines(part, "seq.in").map((text, at) => [text, labels[at] ?? ""] as const);
  });
  return distinctSet("HWU64 valid, test", rows);
}

function massive(datasets: string): IntentSet {
  const rows = readFileSync(join(datasets, "massive-en", "massive.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { partition: string; intent: string; utt: string })
    .filter(({ partition }) => partition === "test")
    .map(({ utt, intent }) => [utt, intent] as const);
  return distinctSet("MASSIVE test", rows);
}

function bitext(datasets: string): IntentSet {
  const file = "Bitext_Sample_Customer_Support_Training_Dataset.csv";
  const rows = parse(readFileSync(join(datasets, "bitext-customer-support", file)), {
    columns: true,
    relax_quotes: true,
  }) as { instruction: string; intent: string }[];
  const every = rows.flatMap(({ instruction, intent }, at) =>
    at % 4 === 0 ? [[instruction.trim(), intent] as const] : [],
  );
  return distinctSet("Bitext, every fourth", every);
}

/** The public yardsticks of even classes. Nothing is tuned on them. */
export function readYardsticks(datasets: string): IntentSet[] {
  return [banking(datasets), clinc(datasets)];
}

/** The yardsticks, and dialogue turns of domains and services that neither the encoder nor topic discovery was tuned on. */
export async function readMeasuringSets(datasets: string): Promise<IntentSet[]> {
  return [
    ...readYardsticks(datasets),
    readMultiDogo(datasets, "MultiDoGO airline, software", HELD_OUT_DOMAINS),
    readSgd(datasets, "SGD unseen services", false, MOST),
    await readMultiWoz(datasets, "MultiWOZ", MOST),
  ];
}

/** What settings are chosen on: even classes and skewed turns. */
export function readTuningSets(datasets: string): IntentSet[] {
  return [
    hwu64(datasets),
    massive(datasets),
    bitext(datasets),
    readMultiDogo(datasets, "MultiDoGO fastfood, finance, insurance, media", TUNING_DOMAINS),
    readSgd(datasets, "SGD seen services", true, MOST),
  ];
}
