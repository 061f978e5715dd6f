import { chooseQuotes } from "./choose-quotes.ts";
import { nameTopics } from "./name-topics.ts";
import type { Placed } from "./place-texts.ts";
import type { Rows } from "./rows.ts";
import type { DiscoveredTopic } from "./topic-types.ts";

/** Names, phrases, quotes and sizes of the topics that texts were placed in. */
export function describeTopics(
  rows: Rows,
  texts: readonly string[],
  placed: Placed,
  weights?: ArrayLike<number>,
): DiscoveredTopic[] {
  const { centroids, cohesions, assignment } = placed;
  const members: number[][] = Array.from({ length: centroids.count }, () => []);
  assignment.forEach((topic, row) => {
    if (topic >= 0) members[topic]?.push(row);
  });
  const words = nameTopics(texts, members);
  return members.map((rowsOfTopic, topic) => {
    const { name, phrases } = words[topic] as (typeof words)[number];
    const start = topic * centroids.dimension;
    return {
      key: keyOf(name),
      name,
      phrases,
      size: rowsOfTopic.length,
      weight: rowsOfTopic.reduce(
        (sum, row) => sum + (weights === undefined ? 1 : (weights[row] as number)),
        0,
      ),
      centroid: centroids.values.slice(start, start + centroids.dimension),
      quotes: chooseQuotes(rows, texts, rowsOfTopic, centroids, topic),
      cohesion: cohesions[topic] as number,
    };
  });
}

/** `Reset password` as `reset-password`. */
export function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
