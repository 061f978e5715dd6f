// The 28 emotions on GoEmotions' test part.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FINE_EMOTIONS, fineProbabilities } from "../src/nlp/emotion/emotion.ts";
import type { Bench, BenchRow } from "./bench.ts";
import { calibrationError, f1, mean } from "./support/label-scores.ts";
import { type BenchLabeller, openLabeller } from "./support/open-labeller.ts";

export const bench: Bench = {
  name: "emotion",
  summary: "Emotions on GoEmotions' test part, and how true their probabilities are",
  async run({ datasets }) {
    if (datasets === undefined) throw new Error("Set PARLANCE_DATASETS to the folder of the data sets.");
    const opened = await openLabeller();
    try {
      return await measureEmotion(opened, datasets);
    } finally {
      await opened.encoder.close();
    }
  },
};

export async function measureEmotion({ heads, read }: BenchLabeller, datasets: string): Promise<BenchRow[]> {
  const file = readFileSync(join(datasets, "goemotions", "original", "test.tsv"), "utf8");
  const rows = file
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));
  const gold = rows.map(([, ids = ""]) => new Set(ids.split(",").map(Number)));
  const readings = await read(rows.map(([text = ""]) => text));
  const chances = readings.map(({ state }) => fineProbabilities(heads, state));
  const scores = FINE_EMOTIONS.map((name, label) =>
    f1(
      chances.map((each) => each[name] >= heads.emotion[name].threshold),
      gold.map((labels) => labels.has(label)),
    ),
  );
  const macro = mean(scores);
  const error = calibrationError(
    chances.flatMap((each) => FINE_EMOTIONS.map((name) => each[name])),
    gold.flatMap((labels) => FINE_EMOTIONS.map((_, label) => labels.has(label))),
  );
  return [
    {
      what: "GoEmotions test, 28 labels, macro F1",
      value: macro,
      unit: "",
      limit: { text: "≥ 0.50", met: macro >= 0.5 },
      peer: { name: "BERT-base (published)", value: 0.503 },
    },
    {
      what: "GoEmotions test, calibration error",
      value: error,
      unit: "",
      limit: { text: "≤ 0.05", met: error <= 0.05 },
    },
  ];
}
