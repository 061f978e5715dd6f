// Topics of the sample's openings against its answer key: which planted topics are found, how pure, and how they are named.
// Counted is what the product shows: a conversation's main topic is that of the first thing its customer says that has one.
import { discoverTopics } from "../src/mining/topics/discover-topics.ts";
import type { DiscoverResult } from "../src/mining/topics/topic-types.ts";
import { TOPICS } from "../src/sample/topics/all-topics.ts";
import type { Bench, BenchRow } from "./bench.ts";
import { openLabeller } from "./support/open-labeller.ts";
import { readSampleOpenings, type SampleOpenings } from "./support/sample-openings.ts";
import { sharesContentWord } from "./support/topic-names.ts";

const CONVERSATIONS = 8000;
const LEAST_CONVERSATIONS = 30;
const LEAST_PURITY = 0.9;

type Found = {
  readonly name: string;
  readonly planted: string;
  readonly purity: number;
  readonly conversations: number;
};

type Read = {
  readonly vectors: Float32Array;
  readonly bears: readonly boolean[];
  readonly dimension: number;
};

/** Vectors, and whether the model finds a wish in a text; true where it does not know the language. */
async function readAll({ texts, languages }: SampleOpenings): Promise<Read> {
  const { encoder, labeller } = await openLabeller();
  try {
    const { dimension } = encoder;
    const readings = await labeller.readTexts(
      texts.map((text, row) => ({ text, language: languages[row] ?? "" })),
    );
    const vectors = new Float32Array(texts.length * dimension);
    const bears = readings.map(({ vector, state, labels }, row) => {
      vectors.set(vector, row * dimension);
      return labels === undefined || labeller.readTurn({ state, isCustomer: true }).bearsIntent;
    });
    return { vectors, bears, dimension };
  } finally {
    await encoder.close();
  }
}

/** Topics from the texts that bear an intent; no topic is about the others. */
function discover(sample: SampleOpenings, { vectors, bears, dimension }: Read) {
  const opening = sample.texts.flatMap((_, row) => (bears[row] === true ? [row] : []));
  const taken = new Float32Array(opening.length * dimension);
  opening.forEach((row, at) => {
    taken.set(vectors.subarray(row * dimension, (row + 1) * dimension), at * dimension);
  });
  const result = discoverTopics({
    vectors: taken,
    dimension,
    texts: opening.map((row) => sample.texts[row] ?? ""),
    weights: opening.map((row) => sample.weights[row] ?? 1),
    languages: opening.map((row) => sample.languages[row] ?? ""),
    seed: 1,
  });
  const topicOf = new Int32Array(sample.texts.length).fill(-1);
  opening.forEach((row, at) => {
    topicOf[row] = result.assignment[at] ?? -1;
  });
  return { result, topicOf };
}

/** For each found topic: its commonest planted topic by conversations. */
function compare(
  result: DiscoverResult,
  topicOf: Int32Array,
  conversations: SampleOpenings["conversations"],
): Found[] {
  const counts = result.topics.map(() => new Map<string, number>());
  for (const { rows, topic } of conversations) {
    const main = rows.map((row) => topicOf[row] ?? -1).find((found) => found >= 0) ?? -1;
    counts[main]?.set(topic, (counts[main]?.get(topic) ?? 0) + 1);
  }
  return result.topics.map(({ name }, at) => {
    const ranked = [...(counts[at] ?? [])].sort((a, b) => b[1] - a[1]);
    const total = ranked.reduce((sum, [, count]) => sum + count, 0);
    const [planted, most] = ranked[0] ?? ["", 0];
    return { name, planted, purity: most / Math.max(1, total), conversations: total };
  });
}

export const bench: Bench = {
  name: "topics-sample",
  summary: "Planted topics of the sample found again, their purity and names",
  async run() {
    const sample = readSampleOpenings(CONVERSATIONS);
    const { conversations } = sample;
    const { result, topicOf } = discover(sample, await readAll(sample));
    const found = compare(result, topicOf, conversations);
    const planted = TOPICS.filter(
      ({ id }) => conversations.filter(({ topic }) => topic === id).length >= LEAST_CONVERSATIONS,
    );
    const isPure = ({ purity }: Found) => purity >= LEAST_PURITY;
    const pure = planted.filter(({ id }) => found.some((topic) => topic.planted === id && isPure(topic)));
    const named = found.filter(({ name, planted: id }) => {
      const key = TOPICS.find((topic) => topic.id === id);
      return key !== undefined && sharesContentWord(name, `${key.name} ${key.words.join(" ")}`);
    });
    const weigh = (topics: readonly Found[], value: (topic: Found) => number) =>
      topics.reduce((sum, topic) => sum + value(topic) * topic.conversations, 0);
    const total = Math.max(
      1,
      weigh(found, () => 1),
    );
    const share = (100 * pure.length) / planted.length;
    const names = (100 * named.length) / Math.max(1, found.length);
    const rows: BenchRow[] = [
      { what: "topics found", value: found.length, unit: `for ${planted.length} planted` },
      { what: "groups", value: result.groups.length, unit: "groups" },
      {
        what: `planted topics of ${LEAST_CONVERSATIONS} conversations with a topic of purity ${LEAST_PURITY}`,
        value: share,
        unit: "%",
        limit: { text: "≥ 100", met: share >= 100 },
      },
      {
        what: "mean purity by conversations",
        value: (100 * weigh(found, ({ purity }) => purity)) / total,
        unit: "%",
      },
      {
        what: "conversations without a topic",
        value: (100 * (conversations.length - total)) / conversations.length,
        unit: "%",
      },
      {
        what: "names that share a content word with the key's",
        value: names,
        unit: "%",
        limit: { text: "≥ 80", met: names >= 80 },
      },
      { what: "the same, by conversations", value: (100 * weigh(named, () => 1)) / total, unit: "%" },
    ];
    return rows;
  },
};
