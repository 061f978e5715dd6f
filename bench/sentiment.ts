// How often the sentiment agrees with people on two public sets that it was never trained on.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Bench, BenchRow } from "./bench.ts";
import { macroRecall } from "./support/label-scores.ts";
import { type BenchLabeller, openLabeller } from "./support/open-labeller.ts";

/** Every third tweet of the test part: 4,095, so that the figure is known to about a point. */
const EVERY = 3;

export const bench: Bench = {
  name: "sentiment",
  summary: "Sentiment on TweetEval and SST-2, neither of which it was trained on",
  async run({ datasets }) {
    if (datasets === undefined) throw new Error("Set PARLANCE_DATASETS to the folder of the data sets.");
    const opened = await openLabeller();
    try {
      return await measureSentiment(opened, datasets);
    } finally {
      await opened.encoder.close();
    }
  },
};

export async function measureSentiment(opened: BenchLabeller, datasets: string): Promise<BenchRow[]> {
  return [await scoreTweetEval(opened, datasets), await scoreSst2(opened, datasets)];
}

/** Film reviews, positive or negative. */
async function scoreSst2({ read }: BenchLabeller, datasets: string): Promise<BenchRow> {
  const file = readFileSync(join(datasets, "sst2", "SST-2", "test.tsv"), "utf8");
  const rows = file
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));
  const readings = await read(rows.map(([text = ""]) => text));
  const right = rows.filter(([, label], place) => {
    const score = readings[place]?.labels?.sentiment.score ?? 0;
    return score > 0 === (label?.trim() === "1");
  }).length;
  const value = (100 * right) / rows.length;
  return { what: "SST-2 test, accuracy", value, unit: "%", limit: { text: "≥ 82 %", met: value >= 82 } };
}

/** Tweets, negative, neutral or positive; the set's own figure is the mean recall of the three. */
async function scoreTweetEval({ read }: BenchLabeller, datasets: string): Promise<BenchRow> {
  const folder = join(datasets, "tweeteval", "sentiment");
  const lines = (name: string) => readFileSync(join(folder, name), "utf8").trimEnd().split("\n");
  const labels = lines("test_labels.txt").map(Number);
  const rows = lines("test_text.txt").flatMap((text, place) =>
    place % EVERY === 0 ? [{ text, label: labels[place] ?? 1 }] : [],
  );
  const readings = await read(rows.map(({ text }) => text));
  const found = readings.map((reading) => side(reading.labels?.sentiment.probabilities ?? []));
  const value =
    100 *
    macroRecall(
      found,
      rows.map(({ label }) => label),
    );
  return {
    what: "TweetEval sentiment test, mean recall",
    value,
    unit: "%",
    limit: { text: "≥ 66 %", met: value >= 66 },
    peer: { name: "RoBERTa, trained on it (published)", value: 71.3 },
  };
}

/** 0, 1, 2 for negative, neutral, positive: where most of the probability lies. */
function side([a = 0, b = 0, neutral = 0, c = 0, d = 0]: readonly number[]): number {
  const sums = [a + b, neutral, c + d];
  return sums.indexOf(Math.max(...sums));
}
