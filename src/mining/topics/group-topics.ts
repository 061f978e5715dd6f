// The level above topics: Ward on the topics' centroids, each as heavy as the root of its texts, so that a common matter does
// not swallow the rest. Topics that a person put into one group stay there.
import { renumber } from "./leiden.ts";
import type { Rows } from "./rows.ts";
import { cutTree, wardTree } from "./ward.ts";

const FEWEST_GROUPS = 7;
const MOST_GROUPS = 15;
const TOPICS_PER_GROUP = 4;

/** Groups for this many topics: 7 to 15, fewer where a group would have fewer than two topics or so. */
export function countGroups(topics: number): number {
  const wanted = Math.min(MOST_GROUPS, Math.max(FEWEST_GROUPS, Math.round(topics / TOPICS_PER_GROUP)));
  return Math.max(Math.min(1, topics), Math.min(wanted, Math.floor(topics / 2)));
}

/** The group of each topic, from 0. `fixed` is the place of the hand-made group of each topic, -1 for none. */
export function groupTopics(centroids: Rows, sizes: ArrayLike<number>, fixed?: Int32Array): Int32Array {
  const count = centroids.count;
  const free = Array.from({ length: count }, (_, topic) => topic).filter(
    (topic) => (fixed?.[topic] ?? -1) < 0,
  );
  const made = new Set(fixed?.filter((group) => group >= 0) ?? []).size;
  const groups = new Int32Array(count);
  fixed?.forEach((group, topic) => {
    if (group >= 0) groups[topic] = group;
  });
  if (free.length > 0) {
    const values = new Float32Array(free.length * centroids.dimension);
    free.forEach((topic, at) => {
      const start = topic * centroids.dimension;
      values.set(centroids.values.subarray(start, start + centroids.dimension), at * centroids.dimension);
    });
    const rows: Rows = { values, count: free.length, dimension: centroids.dimension };
    const weights = free.map((topic) => Math.sqrt(sizes[topic] as number));
    const wanted = Math.max(1, Math.min(free.length, countGroups(count) - made));
    const cut = cutTree(wardTree(rows, weights), free.length, wanted);
    free.forEach((topic, at) => {
      groups[topic] = count + (cut[at] as number);
    });
  }
  return renumber(groups);
}
