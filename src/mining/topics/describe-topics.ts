import { chooseQuotes } from "./choose-quotes.ts";
import { describePhrases } from "./describe-phrases.ts";
import { nameTopics } from "./name-topics.ts";
import { dotRows, groupCentroids, type Rows } from "./rows.ts";
import type { NamedTexts } from "./topic-types.ts";

/** Names, phrases, quotes, sizes and centroids of `count` groups of texts; `assignment` is the group of each row, -1 for none. */
export function describeTopics(
  rows: Rows,
  texts: readonly string[],
  assignment: Int32Array,
  count: number,
  weights?: ArrayLike<number>,
): NamedTexts[] {
  const members: number[][] = Array.from({ length: count }, () => []);
  assignment.forEach((topic, row) => {
    if (topic >= 0) members[topic]?.push(row);
  });
  const centroids = groupCentroids(rows, assignment, count, weights);
  const words = nameTopics(texts, members);
  return members.map((rowsOfTopic, topic) => {
    const { name, phrases } = words[topic] as (typeof words)[number];
    const start = topic * centroids.dimension;
    const weightOf = (row: number) => (weights === undefined ? 1 : (weights[row] as number));
    const cosines = rowsOfTopic.reduce((sum, row) => sum + dotRows(rows, row, centroids, topic), 0);
    return {
      key: keyOf(name),
      name,
      description: describePhrases(name, phrases, rowsOfTopic.length),
      phrases,
      size: rowsOfTopic.length,
      weight: rowsOfTopic.reduce((sum, row) => sum + weightOf(row), 0),
      centroid: centroids.values.slice(start, start + centroids.dimension),
      quotes: chooseQuotes(rows, texts, rowsOfTopic, centroids, topic),
      cohesion: rowsOfTopic.length === 0 ? 0 : cosines / rowsOfTopic.length,
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
