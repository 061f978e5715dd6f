// What a run changes in the records beside its topics: which ones end and where their texts went, the lineage of each level, and
// the merges above the finest topics. Pure.
import { type Curation, TOPIC_LEVELS, type TopicLevel } from "../../core/curation.ts";
import type { Dendrogram } from "../../core/dendrogram.ts";
import type { TopicTree } from "../../core/topic-tree.ts";
import type { RunChanges } from "../../records/topics.ts";
import type { Held } from "./hold-by-hand.ts";
import { findSuccessor, type LineageChange, traceLineage } from "./trace-lineage.ts";
import type { RunTree } from "./tree-of-run.ts";

export type ChangesInput = {
  /** As people saw it before the run. */
  readonly tree: TopicTree;
  readonly edits: readonly Curation[];
  readonly stored: readonly number[];
  readonly leaves: readonly number[];
  readonly held: Held;
  readonly runTree: RunTree;
  readonly dendrogram: Dendrogram;
  /** Topics that live in the records. */
  readonly known: readonly { readonly id: number }[];
};

export function changesOfRun(input: ChangesInput): RunChanges {
  const { stored, leaves, runTree, held, known, dendrogram } = input;
  const kept = new Set([...runTree.nodes.flatMap(({ id }) => id ?? []), ...held.topics]);
  const placesPlusOne = leaves.map((place) => place + 1);
  const successor = findSuccessor(stored, placesPlusOne);
  return {
    retired: known
      .filter(({ id }) => !kept.has(id))
      .map(({ id }) => {
        const place = successor(id);
        return { id, ...(place !== undefined && { successor: { place: place - 1 } }) };
      }),
    lineage: (ids) => TOPIC_LEVELS.flatMap((level) => lineageOf(input, level, ids)),
    dendrogram: (ids) => ({ ...dendrogram, leafIds: runTree.leaves.map((place) => ids[place] ?? 0) }),
  };
}

function lineageOf(
  { tree, stored, leaves, held, runTree }: ChangesInput,
  level: TopicLevel,
  ids: readonly number[],
): LineageChange[] {
  const isSeen = (id: number): boolean => tree.nodes.get(id)?.level === level;
  const before = stored.map((id) => tree.path(id).find((node) => isSeen(node.id))?.id ?? 0);
  const atLevel = runTree.nodes.map((_, place) => {
    let at: number | undefined = place;
    while (at !== undefined && runTree.nodes[at]?.level !== level) at = runTree.nodes[at]?.parent;
    return at === undefined ? 0 : (ids[at] ?? 0);
  });
  const heldAt = (id: number): number => tree.path(id).find((node) => isSeen(node.id))?.id ?? 0;
  const after = leaves.map((place, row) => {
    const hand = held.leafOf.get(row);
    return hand === undefined ? (atLevel[place] ?? 0) : heldAt(hand);
  });
  const seen = [...tree.nodes.values()].filter((node) => node.level === level);
  const namesAfter = new Map<number, string>();
  for (const { id, name } of seen) if (held.topics.has(id)) namesAfter.set(id, name);
  runTree.nodes.forEach((node, place) => {
    const id = ids[place] ?? 0;
    if (node.level === level) namesAfter.set(id, tree.nodes.get(id)?.name ?? node.name);
  });
  return traceLineage({
    level,
    before,
    after,
    namesBefore: new Map(seen.map(({ id, name }) => [id, name])),
    namesAfter,
  });
}
