// The tree of subtopics, topics and groups as a list of merges, and how it is cut to any number of groups. Pure and small, so
// that the workbench's granularity slider re-cuts in the browser.

/**
 * Two nodes that become one. Leaves are 0 to `leaves - 1`, the node made by merge i is `leaves + i`. Heights never fall
 * from one merge to the next: below 1 merges lie inside a topic, below 2 they join topics into a group, below 3 groups.
 */
export type DendrogramMerge = {
  readonly left: number;
  readonly right: number;
  readonly height: number;
  /** Name of the node that this merge makes. */
  readonly name: string;
};

export type Dendrogram = {
  readonly leaves: number;
  /** `leaves - 1` merges, the closest first. */
  readonly merges: readonly DendrogramMerge[];
};

export type DendrogramCut = {
  /** Cluster of each leaf, from 0, in order of first appearance. */
  readonly clusterOf: Int32Array;
  /** The node of each cluster: a leaf, or `leaves + i` for the node made by merge i. */
  readonly nodes: readonly number[];
};

/** Cuts the tree so that `count` clusters are left: at least 1 and at most as many as there are leaves. */
export function cutDendrogram(dendrogram: Dendrogram, count: number): DendrogramCut {
  const { leaves, merges } = dendrogram;
  const done = Math.max(0, Math.min(merges.length, leaves - Math.max(1, Math.floor(count))));
  const parent = Int32Array.from({ length: leaves + done }, (_, node) => node);
  for (let at = 0; at < done; at += 1) {
    const { left, right } = merges[at] as DendrogramMerge;
    parent[left] = leaves + at;
    parent[right] = leaves + at;
  }
  for (let node = leaves + done - 1; node >= 0; node -= 1)
    parent[node] = parent[parent[node] as number] as number;
  const numbers = new Map<number, number>();
  const clusterOf = Int32Array.from({ length: leaves }, (_, leaf) => {
    const root = parent[leaf] as number;
    const known = numbers.get(root) ?? numbers.size;
    numbers.set(root, known);
    return known;
  });
  return { clusterOf, nodes: [...numbers.keys()] };
}
