// What a run may not take from people: the texts that they gave to a topic, the subtopics that they spoke of, and what is needed
// to take a merge back later. Pure.
import { type Curation, namedTopics } from "../../core/curation.ts";
import type { StoredTopic, TopicTree } from "../../core/topic-tree.ts";
import { topicOf } from "./people-constraints.ts";
import type { RunTree } from "./tree-of-run.ts";

export type HoldInput = {
  readonly tree: TopicTree;
  readonly edits: readonly Curation[];
  /** The topic that people gave to texts, 0 for none. */
  readonly byHand: ReadonlyMap<string, number>;
  readonly hashes: readonly string[];
  /** The topic that each text carries. */
  readonly stored: readonly number[];
  /** The place in the run's tree of each text's finest topic, -1 for none. */
  readonly leaves: readonly number[];
  readonly runTree: RunTree;
  /** Topics that live in the records. */
  readonly known: readonly Pick<StoredTopic, "id">[];
};

export type Held = {
  /** The topic that a text keeps by hand, by its row. */
  readonly leafOf: ReadonlyMap<number, number>;
  /** Topics that live on though the run did not find them. */
  readonly topics: ReadonlySet<number>;
};

export function holdByHand(input: HoldInput): Held {
  const { tree, edits, byHand, hashes, stored, leaves, runTree } = input;
  const found = new Set(runTree.nodes.flatMap(({ id }) => id ?? []));
  const leafOf = new Map<number, number>();
  const topics = new Set(edits.flatMap(namedTopics).filter((id) => !found.has(id)));
  const gone = new Map(
    edits.flatMap((edit) =>
      edit.kind === "merge" ? edit.topics.map((id) => [id, topicOf(tree, edit.into)] as const) : [],
    ),
  );
  hashes.forEach((hash, row) => {
    const own = stored[row] ?? 0;
    const topic = topicOfLeaf(runTree, leaves[row] ?? -1);
    const given = byHand.get(hash) ?? 0;
    if (given !== 0) {
      // In the right topic the run may say which subtopic; a subtopic that was named is where the text belongs.
      const isWithin =
        topic !== undefined && topic === topicOf(tree, given) && topic === tree.resolve(given)?.id;
      if (!isWithin) leafOf.set(row, given);
      return;
    }
    if (topic === undefined || own === 0) return;
    // A merged topic keeps its texts, so that the merge can still be taken back.
    if (gone.has(own) && gone.get(own) === topic) leafOf.set(row, own);
    else if (topics.has(own) && tree.resolve(own)?.level === "subtopic" && topicOf(tree, own) === topic)
      leafOf.set(row, own);
  });
  return { leafOf, topics };
}

/** The id of the topic that a place of the run's tree stands under; undefined for a new one. */
function topicOfLeaf({ nodes }: RunTree, place: number): number | undefined {
  let node = nodes[place];
  while (node !== undefined && node.level === "subtopic") node = nodes[node.parent ?? -1];
  return node?.id;
}
