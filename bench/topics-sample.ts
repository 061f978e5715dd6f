// Topics of the sample's openings against its answer key: which planted topics are found, how pure, and how they are named.
import { discoverTopics } from "../src/mining/topics/discover-topics.ts";
import type { DiscoverResult } from "../src/mining/topics/topic-types.ts";
import { TOPICS } from "../src/sample/topics/all-topics.ts";
import type { Bench, BenchRow } from "./bench.ts";
import { embedSets } from "./support/embed-sets.ts";
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

/** For each found topic: its commonest planted topic by conversations. */
function compare(result: DiscoverResult, conversations: SampleOpenings["conversations"]): Found[] {
  const counts = result.topics.map(() => new Map<string, number>());
  for (const { rows, topic } of conversations) {
    for (const found of new Set(rows.map((row) => result.assignment[row] ?? -1))) {
      counts[found]?.set(topic, (counts[found]?.get(topic) ?? 0) + 1);
    }
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
  async run({ write }) {
    const { all, dimension } = await embedSets([readSampleOpenings(CONVERSATIONS)], write);
    return all.flatMap(({ set, vectors }): BenchRow[] => {
      const { texts, weights, languages, conversations } = set;
      const result = discoverTopics({ vectors, dimension, texts, weights, languages, seed: 1 });
      const found = compare(result, conversations);
      const planted = TOPICS.filter(
        ({ id }) => conversations.filter(({ topic }) => topic === id).length >= LEAST_CONVERSATIONS,
      );
      const pure = planted.filter(({ id }) =>
        found.some((topic) => topic.planted === id && topic.purity >= LEAST_PURITY),
      );
      const named = found.filter(({ name, planted: id }) => {
        const key = TOPICS.find((topic) => topic.id === id);
        return key !== undefined && sharesContentWord(name, `${key.name} ${key.words.join(" ")}`);
      });
      const purity = found.reduce((sum, topic) => sum + topic.purity * topic.conversations, 0);
      const total = found.reduce((sum, { conversations: n }) => sum + n, 0);
      const share = (100 * pure.length) / planted.length;
      const names = (100 * named.length) / Math.max(1, found.length);
      return [
        { what: "topics found", value: found.length, unit: `for ${planted.length} planted` },
        { what: "groups", value: result.groups.length, unit: "groups" },
        {
          what: `planted topics of ${LEAST_CONVERSATIONS} conversations with a topic of purity ${LEAST_PURITY}`,
          value: share,
          unit: "%",
          limit: { text: "≥ 100", met: share >= 100 },
        },
        { what: "mean purity by conversations", value: (100 * purity) / Math.max(1, total), unit: "%" },
        {
          what: "names that share a content word with the key's",
          value: names,
          unit: "%",
          limit: { text: "≥ 80", met: names >= 80 },
        },
      ];
    });
  },
};
