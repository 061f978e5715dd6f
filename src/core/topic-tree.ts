// The tree that people see: what the last run found with the edits of people laid over it. Utterances carry the finest topic
// that a run or a person gave them; the tree says where that stands today, so that a merge or a move shows at once and can be
// taken back without touching a row.
import type { Curation, TopicLevel } from "./curation.ts";

/** A topic as a run or a person made it. */
export type StoredTopic = {
  readonly id: number;
  readonly parentId: number | null;
  readonly level: TopicLevel;
  readonly name: string;
  readonly isRetired: boolean;
  /** Where most of a retired topic's texts went. */
  readonly successorId: number | null;
  readonly colorIndex: number;
};

export type TopicNode = {
  readonly id: number;
  readonly level: TopicLevel;
  readonly parentId: number | null;
  /** Given by a person, else found. */
  readonly name: string;
  readonly foundName: string;
  readonly isNamed: boolean;
  /** Hidden itself, or under one that is. */
  readonly isHidden: boolean;
  readonly colorIndex: number;
};

export type TopicTree = {
  /** Every living node by its id, hidden ones too, in the order of the ids. */
  readonly nodes: ReadonlyMap<number, TopicNode>;
  /** Every id that a row may carry. */
  readonly storedIds: readonly number[];
  /** The node that a stored id stands for today; undefined for an unknown one. */
  resolve(id: number): TopicNode | undefined;
  /** The node of a level that a stored id belongs to; 0 when it is hidden or unknown. */
  idAt(level: TopicLevel, id: number): number;
  /** What a topic is or was called by itself, also when it is merged into another. */
  nameOf(id: number): string;
  /** The node and those above it, from itself upwards. */
  path(id: number): readonly TopicNode[];
  /** The stored ids that stand for a node or for something below it. */
  storedUnder(id: number): readonly number[];
  children(id: number | null): readonly TopicNode[];
};

type Draft = {
  readonly id: number;
  readonly foundName: string;
  readonly colorIndex: number;
  isRetired: boolean;
  level: TopicLevel;
  parentId: number | null;
  givenName: string | undefined;
  isHidden: boolean;
  mergedInto: number | undefined;
};

const BELOW: Readonly<Record<TopicLevel, TopicLevel>> = {
  group: "topic",
  topic: "subtopic",
  subtopic: "subtopic",
};
/** Longer chains than this are loops. */
const DEEPEST = 1000;

/**
 * Lays edits, in their order, over what is stored. Edits that speak of unknown topics change nothing. Of edits that were taken
 * back the topics that they made are known still, because rows may carry them: parts go back to the topic that was split, and
 * topics made anew are hidden.
 */
export function buildTopicTree(
  stored: readonly StoredTopic[],
  edits: readonly Curation[],
  undone: readonly Curation[] = [],
): TopicTree {
  const drafts = new Map<number, Draft>();
  for (const topic of stored) drafts.set(topic.id, draftOf(topic));
  for (const edit of undone) takeBack(drafts, edit);
  for (const edit of edits) applyEdit(drafts, edit);
  for (const { id, successorId } of stored) {
    const draft = drafts.get(id);
    if (draft?.isRetired !== true || successorId === null || draft.mergedInto !== undefined) continue;
    // A person's merge wins over where a run says that the texts went.
    if (drafts.has(successorId) && rootOf(drafts, successorId) !== id) draft.mergedInto = successorId;
  }
  return createTree(drafts);
}

function draftOf(topic: Omit<StoredTopic, "successorId">): Draft {
  const { id, level, parentId, colorIndex, isRetired, name } = topic;
  return {
    id,
    level,
    parentId,
    colorIndex,
    isRetired,
    foundName: name,
    givenName: undefined,
    isHidden: false,
    mergedInto: undefined,
  };
}

/** The draft at the end of an id's merges. */
function rootOf(drafts: ReadonlyMap<number, Draft>, id: number): number {
  let at = id;
  for (let steps = 0; steps < DEEPEST; steps += 1) {
    const next = drafts.get(at)?.mergedInto;
    if (next === undefined) return at;
    at = next;
  }
  return at;
}

function applyEdit(drafts: Map<number, Draft>, edit: Curation): void {
  switch (edit.kind) {
    case "rename": {
      const draft = drafts.get(edit.topic);
      if (draft !== undefined) draft.givenName = edit.name ?? undefined;
      return;
    }
    case "merge":
      for (const id of edit.topics) {
        const draft = drafts.get(id);
        if (draft === undefined || !drafts.has(edit.into) || rootOf(drafts, edit.into) === id) continue;
        draft.mergedInto = edit.into;
      }
      return;
    case "move": {
      const parent =
        edit.newGroup === undefined
          ? drafts.get(edit.parent)
          : makeNode(drafts, edit.parent, edit.newGroup, "group", null);
      if (parent === undefined) return;
      for (const id of edit.topics) {
        const draft = drafts.get(id);
        if (draft !== undefined && !isUnder(drafts, edit.parent, id)) place(draft, parent);
      }
      return;
    }
    case "split": {
      const source = drafts.get(edit.topic);
      if (source === undefined) return;
      for (const part of edit.parts) {
        const made = makeNode(drafts, part.id, part.name, source.level, source.parentId);
        for (const id of part.subtopics) {
          const draft = drafts.get(id);
          if (draft !== undefined && id !== edit.topic) place(draft, made);
        }
      }
      return;
    }
    case "create":
      makeNode(drafts, edit.id, edit.name, edit.level, edit.parent);
      return;
    case "hide":
    case "show": {
      const draft = drafts.get(edit.topic);
      if (draft !== undefined) draft.isHidden = edit.kind === "hide";
      return;
    }
    case "apart":
    case "assign":
      return;
    default:
      edit satisfies never;
  }
}

function takeBack(drafts: Map<number, Draft>, edit: Curation): void {
  if (edit.kind === "split") {
    const source = drafts.get(edit.topic);
    for (const { id, name } of source === undefined ? [] : edit.parts) {
      makeNode(drafts, id, name, source?.level ?? "topic", source?.parentId ?? null).mergedInto = edit.topic;
    }
  } else if (edit.kind === "create") {
    makeNode(drafts, edit.id, edit.name, edit.level, edit.parent).isHidden = true;
  }
}

/** A later run may have found more texts for a topic that a person made: then it is stored, and only its place is set. */
function makeNode(
  drafts: Map<number, Draft>,
  id: number,
  name: string,
  level: TopicLevel,
  parentId: number | null,
): Draft {
  const known = drafts.get(id);
  const made = known ?? draftOf({ id, level, parentId, name, isRetired: false, colorIndex: id % COLORS });
  made.level = level;
  made.parentId = parentId;
  made.givenName = name;
  made.isRetired = false;
  made.mergedInto = undefined;
  drafts.set(id, made);
  return made;
}

/** Distinct hues of the workbench's palette. */
export const COLORS = 8;

function place(draft: Draft, parent: Draft): void {
  draft.parentId = parent.id;
  draft.level = BELOW[parent.level];
}

function isUnder(drafts: ReadonlyMap<number, Draft>, id: number, top: number): boolean {
  let at: number | null = id;
  for (let steps = 0; at !== null && steps < DEEPEST; steps += 1) {
    const root = rootOf(drafts, at);
    if (root === top || at === top) return true;
    at = drafts.get(root)?.parentId ?? null;
  }
  return at !== null;
}

function createTree(drafts: ReadonlyMap<number, Draft>): TopicTree {
  const parentOf = (draft: Draft): Draft | undefined => {
    if (draft.parentId === null) return undefined;
    const parent = drafts.get(rootOf(drafts, draft.parentId));
    return parent?.id === draft.id ? undefined : parent;
  };
  const chainOf = (id: number): readonly Draft[] => {
    const chain: Draft[] = [];
    let at = drafts.get(rootOf(drafts, id));
    while (at !== undefined && !chain.includes(at)) {
      chain.push(at);
      at = parentOf(at);
    }
    return chain;
  };
  const chains = new Map([...drafts.keys()].map((id) => [id, chainOf(id)]));
  const living = new Set<number>();
  for (const [id, chain] of chains) {
    if (drafts.get(id)?.isRetired === false) for (const { id: above } of chain) living.add(above);
  }
  const nodes = new Map<number, TopicNode>();
  const known = new Map<number, TopicNode>();
  for (const draft of [...drafts.values()].sort((one, other) => one.id - other.id)) {
    if (draft.mergedInto !== undefined) continue;
    const node: TopicNode = {
      id: draft.id,
      level: draft.level,
      parentId: parentOf(draft)?.id ?? null,
      name: draft.givenName ?? draft.foundName,
      foundName: draft.foundName,
      isNamed: draft.givenName !== undefined,
      isHidden: (chains.get(draft.id) ?? []).some((above) => above.isHidden),
      colorIndex: draft.colorIndex,
    };
    known.set(draft.id, node);
    if (living.has(draft.id)) nodes.set(draft.id, node);
  }
  const under = new Map<number, number[]>();
  for (const [id, chain] of chains) {
    for (const { id: above } of chain) under.set(above, [...(under.get(above) ?? []), id]);
  }
  const childrenOf = Map.groupBy(nodes.values(), (node) => node.parentId);
  const path = (id: number): readonly TopicNode[] =>
    (chains.get(id) ?? []).flatMap((draft) => known.get(draft.id) ?? []);
  return {
    nodes,
    storedIds: [...drafts.keys()].sort((one, other) => one - other),
    path,
    nameOf: (id) => {
      const draft = drafts.get(id);
      return draft?.givenName ?? draft?.foundName ?? `Topic ${id}`;
    },
    resolve: (id) => known.get(rootOf(drafts, id)),
    idAt: (level, id) => idAt(level, path(id)),
    storedUnder: (id) => under.get(rootOf(drafts, id)) ?? [],
    children: (id) => childrenOf.get(id) ?? [],
  };
}

/** A topic outside every group stands for itself among the groups, and one without subtopics among the subtopics. */
function idAt(level: TopicLevel, path: readonly TopicNode[]): number {
  const [own] = path;
  if (own === undefined || own.isHidden) return 0;
  if (level === "subtopic") return own.id;
  const topic = path.find((node) => node.level === "topic") ?? own;
  if (level === "topic") return topic.id;
  return (path.find((node) => node.level === "group") ?? topic).id;
}
