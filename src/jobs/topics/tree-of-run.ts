// The tree that a run found, with the ids of what it continues at every level, in the order in which it is saved: parents before
// children. Pure. A topic with a single subtopic has none: it is its own finest topic.
import type { TopicTree } from "../../core/topic-tree.ts";
import { matchTopics } from "../../mining/topics/match-topics.ts";
import type { DiscoverResult, NamedTexts } from "../../mining/topics/topic-types.ts";

export type RunNode = {
  readonly level: "group" | "topic" | "subtopic";
  readonly id?: number;
  /** Place of the parent in the list. */
  readonly parent?: number;
  readonly found: NamedTexts;
  /** The name that was found: what people call it is kept apart. */
  readonly name: string;
};

export type RunTree = {
  readonly nodes: readonly RunNode[];
  /** Place in `nodes` of the finest topic of each row of the run, -1 for none. */
  readonly leafOfRow: Int32Array;
  /** Place in `nodes` of each leaf of the dendrogram. */
  readonly leaves: readonly number[];
  /** Place in `nodes` of each row of the run's topics. */
  readonly topics: readonly number[];
};

/** `stored` is the stored topic of each row before the run. */
export function treeOfRun(result: DiscoverResult, tree: TopicTree, stored: readonly number[]): RunTree {
  const nodes: RunNode[] = [];
  const hasGroups = result.groups.length > 1 && result.groups.length < result.topics.length;
  const groupPlaces = (hasGroups ? result.groups : []).map((group) => {
    const known =
      group.id !== undefined && tree.nodes.get(group.id)?.level === "group" ? group.id : undefined;
    return (
      nodes.push({ level: "group", ...idOf(known), found: group, name: foundName(group, known, tree) }) - 1
    );
  });
  const topics = result.topics.map((topic) => {
    const parent = groupPlaces[topic.group];
    const own = {
      level: "topic",
      ...idOf(topic.id),
      found: topic,
      name: foundName(topic, topic.id, tree),
    } as const;
    return nodes.push({ ...own, ...(parent !== undefined && { parent }) }) - 1;
  });
  const ids = subtopicIds(result, tree, stored);
  const counts = new Map<number, number>();
  for (const { topic } of result.subtopics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const leaves = result.subtopics.map((subtopic, at) => {
    const parent = topics[subtopic.topic] ?? -1;
    if (counts.get(subtopic.topic) === 1) return parent;
    const name = foundName(subtopic, ids[at], tree);
    return nodes.push({ level: "subtopic", ...idOf(ids[at]), parent, found: subtopic, name }) - 1;
  });
  const leafOfRow = result.subtopicAssignment.map((leaf, row) =>
    leaf >= 0 ? (leaves[leaf] ?? -1) : (topics[result.assignment[row] ?? -1] ?? -1),
  );
  return { nodes, leafOfRow, leaves, topics };
}

const idOf = (id: number | undefined) => (id === undefined ? {} : { id });

/** Discovery keeps the names that people gave; under them stays what was found before. */
function foundName({ name }: NamedTexts, id: number | undefined, tree: TopicTree): string {
  const node = id === undefined ? undefined : tree.nodes.get(id);
  return node?.isNamed === true && node.name === name ? node.foundName : name;
}

/** The subtopics of before that those of the run continue, by the texts in common. */
function subtopicIds(
  result: DiscoverResult,
  tree: TopicTree,
  stored: readonly number[],
): readonly (number | undefined)[] {
  const assignment = Int32Array.from(stored, (id) => {
    const node = tree.resolve(id);
    return node?.level === "subtopic" ? node.id : 0;
  });
  const known = [...tree.nodes.values()].filter(({ level }) => level === "subtopic");
  const topics = known.map(({ id, foundName: name }) => ({ id, name, centroid: new Float32Array() }));
  if (topics.length === 0) return [];
  const { continues } = matchTopics(result.subtopics, result.subtopicAssignment, { topics, assignment }, 0);
  return result.subtopics.map((_, at) => topics[continues[at] ?? -1]?.id);
}
