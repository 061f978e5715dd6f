// How often the lexicon agrees with people on two public sets; they are used for measuring only.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lexiconSentiment } from "../src/nlp/sentiment/lexicon-sentiment.ts";
import type { Bench, BenchRow } from "./bench.ts";

/** Scores nearer to 0 than this count as neutral where the set has a neutral class. */
const NEUTRAL_BELOW = 0.25;

export const bench: Bench = {
  name: "sentiment",
  summary: "Agreement of the sentiment lexicon with SST-2 and TweetEval",
  async run({ datasets }) {
    if (datasets === undefined) throw new Error("Set PARLANCE_DATASETS to the folder of the data sets.");
    return [...scoreSst2(datasets), ...scoreTweetEval(datasets)];
  },
};

/** Film reviews, positive or negative. A text that the lexicon leaves open counts as half right. */
function scoreSst2(datasets: string): BenchRow[] {
  const lines = readFileSync(join(datasets, "sst2", "SST-2", "test.tsv"), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  let right = 0;
  let open = 0;
  for (const line of lines) {
    const [text = "", label] = line.split("\t");
    const score = lexiconSentiment.score(text);
    if (score === null) open += 1;
    else if (score > 0 === (label?.trim() === "1")) right += 1;
  }
  return [
    {
      what: "SST-2 test, accuracy (open = half right)",
      value: (100 * (right + open / 2)) / lines.length,
      unit: "%",
    },
    { what: "SST-2 test, accuracy where it tells", value: (100 * right) / (lines.length - open), unit: "%" },
    { what: "SST-2 test, left open", value: (100 * open) / lines.length, unit: "%" },
  ];
}

/** Tweets, negative, neutral or positive; the set's own figure is the mean recall of the three. */
function scoreTweetEval(datasets: string): BenchRow[] {
  const folder = join(datasets, "tweeteval", "sentiment");
  const texts = readFileSync(join(folder, "test_text.txt"), "utf8").trimEnd().split("\n");
  const labels = readFileSync(join(folder, "test_labels.txt"), "utf8").trim().split("\n").map(Number);
  const right = [0, 0, 0];
  const total = [0, 0, 0];
  const startedAt = performance.now();
  for (const [index, text] of texts.entries()) {
    const label = labels[index] ?? 1;
    const score = lexiconSentiment.score(text) ?? 0;
    const found = Math.abs(score) < NEUTRAL_BELOW ? 1 : score > 0 ? 2 : 0;
    total[label] = (total[label] ?? 0) + 1;
    if (found === label) right[label] = (right[label] ?? 0) + 1;
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const recalls = right.map((count, label) => count / (total[label] ?? 1));
  return [
    {
      what: "TweetEval sentiment test, mean recall",
      value: (100 * recalls.reduce((sum, recall) => sum + recall, 0)) / recalls.length,
      unit: "%",
    },
    { what: "speed on tweets, one core", value: texts.length / seconds, unit: "texts/s" },
  ];
}
