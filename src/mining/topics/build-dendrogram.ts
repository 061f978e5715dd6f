// One tree out of three levels: Ward inside each topic over its subtopics, inside each group over its topics, and over the
// groups. Levels don't mix, so that a cut at the number of topics gives the topics.
import type { Dendrogram, DendrogramMerge } from "../../core/dendrogram.ts";
import { type Rows, takeRows } from "./rows.ts";
import { wardTree } from "./ward.ts";

/** A set of nodes to be joined into one, whose name the last merge gets. */
export type Family = { readonly members: readonly number[]; readonly name: string };

export type Level = {
  /** One row a member of any family. */
  readonly centroids: Rows;
  readonly sizes: ArrayLike<number>;
  readonly names: readonly string[];
  readonly families: readonly Family[];
};

/**
 * `levels` go from the leaves up: the families of a level are the members of the next, in the same order, and the last
 * level has one family. Heights of level i lie between i and i + 1.
 */
export function buildDendrogram(levels: readonly Level[]): Dendrogram {
  const leaves = levels[0]?.centroids.count ?? 0;
  const merges: DendrogramMerge[] = [];
  let nodeOf = Int32Array.from({ length: leaves }, (_, leaf) => leaf);
  levels.forEach((level, height) => {
    nodeOf = joinLevel(level, height, nodeOf, leaves, merges);
  });
  return { leaves, merges };
}

/** Adds the merges of a level; gives the node of each of its families. */
function joinLevel(
  level: Level,
  base: number,
  nodeOf: Int32Array,
  leaves: number,
  merges: DendrogramMerge[],
): Int32Array<ArrayBuffer> {
  const trees = level.families.map(({ members }) =>
    wardTree(
      takeRows(level.centroids, members),
      members.map((member) => level.sizes[member] as number),
    ),
  );
  const most = Math.max(1e-12, ...trees.flatMap((tree) => tree.map(({ cost }) => cost)));
  const steps = trees.flatMap((tree, family) => tree.map((merge, place) => ({ ...merge, family, place })));
  steps.sort((a, b) => a.cost - b.cost || a.family - b.family || a.place - b.place);
  const made = level.families.map(({ members }) => ({
    nodes: members.map((member) => nodeOf[member] as number),
    names: members.map((member) => level.names[member] as string),
    sizes: members.map((member) => level.sizes[member] as number),
  }));
  for (const { family, left, right, cost } of steps) {
    const { nodes, names, sizes } = made[family] as (typeof made)[number];
    const { members, name } = level.families[family] as Family;
    const isLast = nodes.length === 2 * members.length - 2;
    const heavier = (sizes[left] as number) >= (sizes[right] as number) ? left : right;
    const merged = isLast ? name : (names[heavier] as string);
    const height = base + (0.999 * cost) / most;
    merges.push({ left: nodes[left] as number, right: nodes[right] as number, height, name: merged });
    nodes.push(leaves + merges.length - 1);
    names.push(merged);
    sizes.push((sizes[left] as number) + (sizes[right] as number));
  }
  return Int32Array.from(made, ({ nodes }) => nodes.at(-1) ?? -1);
}
