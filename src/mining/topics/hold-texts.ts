// Keeps texts where they were in an earlier run unless they clearly belong elsewhere now: between two topics that fit a text
// almost alike, a few more texts should not move it to and fro.
import { matchTopics } from "./match-topics.ts";
import { dotRows, groupCentroids, type Rows } from "./rows.ts";
import type { PreviousRun } from "./topic-types.ts";

/** A text moves when the new group is nearer than the old one by more than this share of the log's spread. */
const MARGIN = 0.1;

/** `groups` is the raw group of each row, -1 for none; `anisotropy` the mean cosine of any two texts. */
export function holdTexts(
  rows: Rows,
  groups: Int32Array,
  previous: PreviousRun,
  anisotropy: number,
): Int32Array {
  const before = previous.assignment;
  if (before === undefined || previous.topics.length === 0) return groups;
  const count = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const centroids = groupCentroids(rows, groups, count);
  const found = Array.from({ length: count }, (_, group) => ({
    centroid: centroids.values.subarray(group * rows.dimension, (group + 1) * rows.dimension),
  }));
  const { continues } = matchTopics(found, groups, previous, anisotropy);
  const groupOf = new Map<number, number>();
  continues.forEach((place, group) => {
    const id = previous.topics[place]?.id;
    if (id !== undefined) groupOf.set(id, group);
  });
  const margin = MARGIN * (1 - anisotropy);
  return groups.map((group, row) => {
    const old = groupOf.get(before[row] as number);
    if (group < 0 || old === undefined || old === group) return group;
    const gain = dotRows(rows, row, centroids, group) - dotRows(rows, row, centroids, old);
    return gain > margin ? group : old;
  });
}
