// What an edit must be to make sense on the tree as it stands. Throws REQUEST_INVALID with what is wrong, NOT_FOUND for
// topics that are not there.
import type { Curation } from "../../../core/curation.ts";
import { AppError } from "../../../core/errors.ts";
import type { TopicNode, TopicTree } from "../../../core/topic-tree.ts";

export function findNode(tree: TopicTree, id: number): TopicNode {
  const node = tree.nodes.get(id);
  if (node === undefined) throw new AppError("NOT_FOUND", { kind: "topic", id });
  return node;
}

function refuse(problem: string): never {
  throw new AppError("REQUEST_INVALID", { problem });
}

export function checkEdit(tree: TopicTree, edit: Curation): void {
  switch (edit.kind) {
    case "merge":
      checkMerge(tree, findNode(tree, edit.into), edit.topics);
      return;
    case "move":
      checkMove(tree, edit);
      return;
    case "split":
      checkSplit(tree, findNode(tree, edit.topic), edit.parts);
      return;
    case "apart": {
      const nodes = edit.topics.map((id) => findNode(tree, id));
      if (new Set(edit.topics).size !== nodes.length) refuse("a topic stands twice in the list");
      if (nodes.some(({ level }) => level !== "topic"))
        refuse("only topics are kept apart, no groups or subtopics");
      return;
    }
    case "assign":
      if (edit.topic === 0) return;
      if (findNode(tree, edit.topic).level === "group") refuse("utterances belong to topics, not to groups");
      return;
    case "create":
      if (edit.parent !== null && findNode(tree, edit.parent).level !== "group")
        refuse("the parent is no group");
      return;
    default:
      findNode(tree, edit.topic);
  }
}

function checkMerge(tree: TopicTree, into: TopicNode, topics: readonly number[]): void {
  for (const id of topics) {
    const node = findNode(tree, id);
    if (id === into.id) refuse("a topic cannot be merged into itself");
    if (node.level !== into.level)
      refuse(`${node.level} ${id} and ${into.level} ${into.id} are of different levels`);
  }
}

function checkMove(tree: TopicTree, edit: Extract<Curation, { kind: "move" }>): void {
  const parent = edit.newGroup === undefined ? findNode(tree, edit.parent) : undefined;
  if (parent?.level === "subtopic") refuse("nothing stands under a subtopic");
  for (const id of edit.topics) {
    const node = findNode(tree, id);
    if (node.level === "group") refuse("groups stand under nothing");
    if (id === edit.parent) refuse("a topic cannot stand under itself");
    if (parent?.level === "topic" && tree.children(id).length > 0)
      refuse(`topic ${id} has subtopics; merge it, or move them`);
  }
}

type Part = Extract<Curation, { kind: "split" }>["parts"][number];

function checkSplit(tree: TopicTree, source: TopicNode, parts: readonly Part[]): void {
  if (source.level === "group") refuse("a group is not split: move its topics");
  const children = new Set(tree.children(source.id).map(({ id }) => id));
  const named = parts.flatMap(({ subtopics }) => subtopics);
  for (const id of named) {
    findNode(tree, id);
    if (!children.has(id)) refuse(`${id} is no subtopic of ${source.id}`);
  }
  if (new Set(named).size !== named.length) refuse("a subtopic stands in two parts");
  if (parts.some(({ subtopics, texts }) => subtopics.length === 0 && texts.length === 0))
    refuse("a part names no subtopic and no utterance");
  const texts = parts.flatMap((part) => part.texts);
  if (new Set(texts).size !== texts.length) refuse("the same words stand in two parts");
}
