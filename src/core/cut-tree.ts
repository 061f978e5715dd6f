// The tree cut to any number of clusters over its finest topics, by the merges of the last run, with people's edits kept: what
// somebody merged stays one, what somebody hid stays hidden. Pure, so that a re-cut costs nothing but its counts.
import { cutDendrogram, type Dendrogram } from "./dendrogram.ts";
import { buildTopicTree, type StoredTopic, type TopicNode, type TopicTree } from "./topic-tree.ts";

/** Ids of clusters in a cut tree lie above every topic's. */
const FIRST_CLUSTER = 4_000_000_000;

export type Cluster = {
  /** Its id in the cut tree. */
  readonly id: number;
  /** The topic or group that consists of just these finest topics; undefined when there is none. */
  readonly node: TopicNode | undefined;
  readonly name: string;
  /** Finest topics in it, as people see them. */
  readonly members: readonly number[];
};

export type CutTree = { readonly tree: TopicTree; readonly clusters: readonly Cluster[] };

/** `leafIds` are the topics that the dendrogram's leaves were when it was made. */
export function cutTopicTree(
  tree: TopicTree,
  dendrogram: Dendrogram & { readonly leafIds: readonly number[] },
  count: number,
): CutTree {
  const { clusterOf, nodes } = cutDendrogram(dendrogram, count);
  const placeOf = new Map<number, number>();
  dendrogram.leafIds.forEach((leaf, place) => {
    const finest = tree.resolve(leaf);
    const cluster = clusterOf[place];
    if (finest === undefined || cluster === undefined) return;
    // Merged topics lie where the one lies that they were merged into.
    if (leaf === finest.id || !placeOf.has(finest.id)) placeOf.set(finest.id, cluster);
  });
  const members = new Map<string, number[]>();
  for (const id of tree.storedIds) {
    const finest = tree.resolve(id);
    if (finest?.id !== id || !isLeaf(finest, tree)) continue;
    const place = placeOf.get(id);
    // What people made since the run is no leaf of it, and stands for itself.
    const key = place === undefined ? `topic ${id}` : `cluster ${place}`;
    members.set(key, [...(members.get(key) ?? []), id]);
  }
  const known = namesOfSets(tree);
  const clusters = [...members].map(([key, ids], at): Cluster => {
    const node = known.get(ids.join(" "));
    const root = key.startsWith("cluster ") ? nodes[Number(key.slice(8))] : undefined;
    const merge = root === undefined ? undefined : dendrogram.merges[root - dendrogram.leaves];
    const name = node?.name ?? merge?.name ?? tree.nameOf(ids[0] ?? 0);
    return { id: FIRST_CLUSTER + at, node, name, members: ids };
  });
  return { tree: buildTopicTree(storeClusters(tree, clusters), hides(tree)), clusters };
}

function isLeaf(node: TopicNode, tree: TopicTree): boolean {
  return node.level !== "group" && tree.children(node.id).length === 0;
}

/** Nodes by the finest topics below them, the highest first to be taken last: a topic with one subtopic stands for itself. */
function namesOfSets(tree: TopicTree): ReadonlyMap<string, TopicNode> {
  const sets = new Map<string, TopicNode>();
  for (const level of ["subtopic", "group", "topic"] as const) {
    for (const node of tree.nodes.values()) {
      if (node.level !== level) continue;
      const leaves = new Set(
        tree
          .storedUnder(node.id)
          .flatMap((id) => tree.resolve(id) ?? [])
          .filter((finest) => isLeaf(finest, tree))
          .map((finest) => finest.id),
      );
      sets.set([...leaves].sort((one, other) => one - other).join(" "), node);
    }
  }
  return sets;
}

function storeClusters(tree: TopicTree, clusters: readonly Cluster[]): StoredTopic[] {
  const parentOf = new Map(clusters.flatMap(({ id, members }) => members.map((member) => [member, id])));
  const base = { isRetired: false, successorId: null };
  const tops = clusters.map(
    ({ id, name, node }, place): StoredTopic => ({
      ...base,
      id,
      name,
      level: "topic",
      parentId: null,
      colorIndex: node?.colorIndex ?? place % 8,
    }),
  );
  const stored = tree.storedIds.flatMap((id): StoredTopic[] => {
    const finest = tree.resolve(id);
    if (finest === undefined) return [];
    const { name, colorIndex } = finest;
    const own = { ...base, id, name, colorIndex, level: "subtopic" as const };
    if (finest.id !== id) return [{ ...own, parentId: null, isRetired: true, successorId: finest.id }];
    // A row that carries a topic with subtopics fits none of them; it goes with the first.
    const parent = parentOf.get(id) ?? parentOf.get(firstLeaf(finest, tree));
    return [{ ...own, parentId: parent ?? null }];
  });
  return [...tops, ...stored];
}

function firstLeaf(node: TopicNode, tree: TopicTree): number {
  let at = node;
  for (let child = tree.children(at.id)[0]; child !== undefined; child = tree.children(at.id)[0]) at = child;
  return at.id;
}

function hides(tree: TopicTree) {
  return [...tree.nodes.values()]
    .filter((node) => node.isHidden)
    .map((node) => ({ kind: "hide" as const, topic: node.id }));
}
