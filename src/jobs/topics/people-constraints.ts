// What people decided, in the words of topic discovery: rows and previous topics instead of texts and edits. Pure. A topic that
// an edit speaks of is held by a few of its texts, so that no run can lose it.
import { type Curation, givenTexts, namedTopics } from "../../core/curation.ts";
import type { TopicTree } from "../../core/topic-tree.ts";
import { dotRows, groupCentroids, type Rows } from "../../mining/topics/rows.ts";
import type { PreviousRun, TopicConstraints } from "../../mining/topics/topic-types.ts";

/** The topic that each text was given by hand, 0 for none; the last word wins. Edits in their order. */
export function textsByHand(edits: readonly Curation[]): ReadonlyMap<string, number> {
  return new Map(edits.flatMap(givenTexts).map(({ text, topic }) => [text, topic]));
}

/** The topic of the middle level that a stored id belongs to, hidden or not; 0 for none. */
export function topicOf(tree: TopicTree, id: number): number {
  return tree.path(id).find(({ level }) => level === "topic")?.id ?? 0;
}

export type PreviousInput = {
  readonly tree: TopicTree;
  readonly edits: readonly Curation[];
  readonly textHashes: readonly string[];
  /** The stored topic of each text. */
  readonly stored: readonly number[];
  /** Of length 1. */
  readonly rows: Rows;
  /** Stored centroids of the same encoder, for topics of which no text takes part. */
  readonly centroids: ReadonlyMap<number, Float32Array>;
};

/** Texts that hold a topic which an edit speaks of. */
const HOLDING = 5;

/** The tree as it stands, in the words of discovery, with everything that people decided. */
export function previousRun(input: PreviousInput): PreviousRun {
  const { tree, rows, stored } = input;
  const nodes = [...tree.nodes.values()];
  const topics = nodes.filter(({ level }) => level === "topic");
  const placeOf = new Map(topics.map(({ id }, place) => [id, place]));
  const assignment = Int32Array.from(stored, (id) => topicOf(tree, id));
  const places = assignment.map((id) => placeOf.get(id) ?? -1);
  const means = groupCentroids(rows, places, topics.length);
  const filled = new Set(places);
  return {
    topics: topics.map(({ id, foundName }, place) => ({
      id,
      name: foundName,
      centroid: filled.has(place) ? rowOf(means, place) : (input.centroids.get(id) ?? new Float32Array()),
    })),
    assignment,
    groups: nodes
      .filter(({ level }) => level === "group")
      .map(({ id, name }) => ({ id, name, topics: tree.children(id).map((child) => child.id) })),
    constraints: constraintsOf(input, assignment, places, means),
  };
}

function rowOf({ values, dimension }: Rows, row: number): Float32Array {
  return values.slice(row * dimension, (row + 1) * dimension);
}

function constraintsOf(
  { tree, edits, textHashes, rows }: PreviousInput,
  assignment: Int32Array,
  places: Int32Array,
  means: Rows,
): TopicConstraints {
  const byHand = textsByHand(edits);
  const pinned = textHashes.flatMap((text, row) => {
    const topic = topicOf(tree, byHand.get(text) ?? 0);
    return topic === 0 ? [] : [{ row, topic }];
  });
  const pins = new Set(pinned.map(({ topic }) => topic));
  const named = new Set(edits.flatMap(namedTopics).map((id) => topicOf(tree, id)));
  for (const topic of named) {
    if (topic === 0 || pins.has(topic)) continue;
    pinned.push(...holdingRows(topic, assignment, places, rows, means).map((row) => ({ row, topic })));
  }
  const touched = new Set(edits.flatMap(namedTopics));
  const nodes = [...tree.nodes.values()];
  return {
    pinned,
    merged: edits.flatMap((edit) =>
      edit.kind === "merge" ? edit.topics.flatMap((gone) => pairOf(gone, topicOf(tree, edit.into))) : [],
    ),
    apart: edits.flatMap((edit) =>
      edit.kind === "apart" ? pairsOf(edit.topics.map((id) => topicOf(tree, id))) : [],
    ),
    names: nodes
      .filter(({ level, isNamed }) => level === "topic" && isNamed)
      .map(({ id, name }) => ({ topic: id, name })),
    groups: nodes
      .filter(({ id, level, isNamed }) => level === "group" && (isNamed || touched.has(id)))
      .map(({ id, name }) => ({ id, name, topics: tree.children(id).map((child) => child.id) }))
      .filter(({ topics }) => topics.length > 0),
  };
}

const pairOf = (one: number, other: number): (readonly [number, number])[] =>
  one === other || other === 0 ? [] : [[one, other]];

function pairsOf(ids: readonly number[]): (readonly [number, number])[] {
  const distinct = [...new Set(ids)].filter((id) => id !== 0);
  return distinct.flatMap((one, at) => distinct.slice(at + 1).map((other) => [one, other] as const));
}

/** The most typical texts of a topic. */
function holdingRows(
  topic: number,
  assignment: Int32Array,
  places: Int32Array,
  rows: Rows,
  means: Rows,
): number[] {
  const own: { row: number; cosine: number }[] = [];
  assignment.forEach((id, row) => {
    if (id === topic) own.push({ row, cosine: dotRows(rows, row, means, places[row] ?? 0) });
  });
  return own
    .sort((one, other) => other.cosine - one.cosine || one.row - other.row)
    .slice(0, HOLDING)
    .map(({ row }) => row);
}
