import { dotRows, unitRows } from "../../mining/topics/rows.ts";
import type { DiscoverResult } from "../../mining/topics/topic-types.ts";
import type { RunTree } from "./tree-of-run.ts";

/** The finest topic, as a place in the run's tree, of texts that were put to topics by their centroids; -1 for none. */
export function nearestLeaves(
  vectors: Float32Array,
  dimension: number,
  topicOfRow: Int32Array,
  { subtopics }: Pick<DiscoverResult, "subtopics">,
  { leaves }: Pick<RunTree, "leaves">,
): Int32Array {
  const rows = unitRows(vectors, dimension);
  const values = new Float32Array(subtopics.length * dimension);
  subtopics.forEach(({ centroid }, at) => {
    values.set(centroid, at * dimension);
  });
  const means = unitRows(values, dimension);
  const below = Map.groupBy(subtopics.keys(), (at) => subtopics[at]?.topic ?? -1);
  return topicOfRow.map((topic, row) => {
    let best = -1;
    let most = Number.NEGATIVE_INFINITY;
    for (const at of below.get(topic) ?? []) {
      const cosine = dotRows(rows, row, means, at);
      if (cosine <= most) continue;
      most = cosine;
      best = at;
    }
    return leaves[best] ?? -1;
  });
}
