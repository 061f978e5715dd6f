// Shows an edit in what the server said last, until it says it anew: names, places and what is gone. Sizes wait for the
// server, since conversations of two topics may be the same. Pure.
import type { Topic, TopicList, TopicTreeNode } from "../../../../../src/contract/topics.ts";
import type { Edit } from "./edit.ts";

type Tree = { readonly nodes: readonly TopicTreeNode[] };
/** Anything that is kept under the key `topics`. */
export type TopicAnswer = TopicList | Topic | Tree | object | undefined;

export function applyEdit<Answer extends TopicAnswer>(answer: Answer, edit: Edit): Answer {
  if (answer === undefined) return answer;
  if (isTree(answer)) return { ...answer, nodes: editNodes(answer.nodes, edit) };
  if (isList(answer)) {
    const gone = goneBy(edit);
    return {
      ...answer,
      topics: answer.topics.filter(({ id }) => !gone.has(id)).map((topic) => editTopic(topic, edit)),
    };
  }
  return isTopic(answer) ? (editTopic(answer, edit) as Answer) : answer;
}

function isTree(answer: object): answer is Tree {
  return "nodes" in answer && Array.isArray(answer.nodes);
}
function isList(answer: object): answer is TopicList {
  return "topics" in answer && Array.isArray(answer.topics) && "unassigned" in answer;
}
function isTopic(answer: object): answer is Topic {
  return "foundName" in answer;
}

function editTopic(topic: Topic, edit: Edit): Topic {
  if (edit.kind !== "rename" || edit.topic.id !== topic.id) return topic;
  return { ...topic, name: edit.name ?? topic.foundName, named: edit.name !== null };
}

/** The topics that an edit takes out of sight. */
function goneBy(edit: Edit): ReadonlySet<number> {
  if (edit.kind === "merge") return new Set(edit.topics.map(({ id }) => id));
  return new Set(edit.kind === "hide" ? [edit.topic.id] : []);
}

function editNodes(nodes: readonly TopicTreeNode[], edit: Edit): readonly TopicTreeNode[] {
  switch (edit.kind) {
    case "rename": {
      const { name } = edit;
      if (name === null) return nodes;
      return nodes.map((node) => (node.id === edit.topic.id ? { ...node, name, named: true } : node));
    }
    case "move": {
      const { parent } = edit;
      if (!("id" in parent)) return nodes;
      const moved = new Set(edit.topics.map(({ id }) => id));
      return nodes.map((node) =>
        node.id !== null && moved.has(node.id) ? { ...node, parentKey: `t${parent.id}` } : node,
      );
    }
    case "merge":
    case "hide": {
      const gone = goneBy(edit);
      const heir = edit.kind === "merge" ? `t${edit.into.id}` : null;
      const goneKeys = new Set(nodes.filter(({ id }) => id !== null && gone.has(id)).map(({ key }) => key));
      return nodes
        .filter(({ key }) => !goneKeys.has(key))
        .filter(({ parentKey }) => heir !== null || parentKey === null || !goneKeys.has(parentKey))
        .map((node) =>
          node.parentKey !== null && goneKeys.has(node.parentKey) ? { ...node, parentKey: heir } : node,
        );
    }
    default:
      return nodes;
  }
}
