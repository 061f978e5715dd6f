// People's edits of the topic tree, from what somebody asks for to the entry of the log and the rows that it changes.
import { findUtteranceTexts } from "../../../columnar/texts/find-texts.ts";
import { type Curation, namedTopics } from "../../../core/curation.ts";
import type { EditEntry, LogEntry, LogState } from "../../../core/curation-log.ts";
import { AppError } from "../../../core/errors.ts";
import { addAudit } from "../../../records/audit.ts";
import { addCuration, type CuratedTree, loadCuratedTree } from "../../../records/topic-curations.ts";
import { endProposal, getOpenProposal } from "../../../records/topic-proposals.ts";
import { addMadeTopic, readCentroid, takeTopicIds } from "../../../records/topics.ts";
import { checkEdit } from "./check-edit.ts";
import { type EditStores, relabel, unwriteEdit, writeEdit } from "./write-edit.ts";

/** What somebody asks for. Utterances are `messageId:start`; ids of new topics are given here. */
export type EditRequest =
  | Extract<Curation, { kind: "rename" | "merge" | "apart" | "hide" | "show" }>
  | {
      readonly kind: "move";
      readonly topics: readonly number[];
      readonly parent: number | { readonly name: string };
    }
  | {
      readonly kind: "split";
      readonly topic: number;
      readonly parts: readonly {
        readonly name: string;
        readonly subtopics: readonly number[];
        readonly utterances: readonly string[];
      }[];
    }
  | { readonly kind: "assign"; readonly topic: number; readonly utterances: readonly string[] };

export type EditOutcome = {
  readonly entry: LogEntry;
  readonly changed: readonly number[];
  /** Utterances that carry another topic now. */
  readonly utterances: number;
  /** The tree and the log after it. */
  readonly after: CuratedTree;
};

export type TopicCurator = {
  /** Throws REQUEST_INVALID for an edit that makes no sense, NOT_FOUND for topics and utterances that are not there. */
  edit(actor: string, request: EditRequest): Promise<EditOutcome>;
  /** Takes back the last edit, or the one named. Throws CONFLICT when there is none or it does not hold. */
  undo(actor: string, entry?: number): Promise<EditOutcome>;
  /** Does again what was last taken back, or the edit named. Throws CONFLICT. */
  redo(actor: string, entry?: number): Promise<EditOutcome>;
  /** Makes an emerging group a topic. Throws NOT_FOUND for a proposal that is not open. */
  accept(
    actor: string,
    proposal: string,
    given: { readonly name?: string | undefined; readonly parent?: number | undefined },
  ): Promise<EditOutcome & { readonly topic: number }>;
};

/** Texts of an accepted group that a later run may not take away; the rest follows what it finds. */
const HELD_OF_PROPOSAL = 200;

export function createCurator(stores: EditStores): TopicCurator {
  const { columnar, db, workspace, lensId } = stores;
  const lens = lensId === undefined ? {} : { lens: lensId };

  async function commit(actor: string, edit: Curation, before: CuratedTree): Promise<EditOutcome> {
    checkEdit(before.tree, edit);
    const entry = await addCuration(db, workspace, { actor, edit, ...lens });
    await audit(actor, `topic.${edit.kind}`, entry);
    const others = before.log.active.map((other) => other.edit);
    const utterances = await writeEdit(stores, edit, before.tree, others);
    return outcome(entry, edit, utterances);
  }

  async function outcome(entry: LogEntry, about: Curation, utterances: number): Promise<EditOutcome> {
    const after = await loadCuratedTree(db, workspace, lensId);
    return { entry, changed: [...new Set(namedTopics(about))], utterances, after };
  }

  async function audit(actor: string, action: string, { id, edit }: LogEntry): Promise<void> {
    await addAudit(db, workspace, { actor, action, subject: String(id), details: { ...edit } });
  }

  async function step(
    actor: string,
    kind: "undo" | "redo",
    wanted: number | undefined,
  ): Promise<EditOutcome> {
    const { log, tree } = await loadCuratedTree(db, workspace, lensId);
    const about = chooseEntry(log, kind, wanted);
    const entry = await addCuration(db, workspace, { actor, edit: { kind, entry: about.id }, ...lens });
    await audit(actor, `topic.${kind}`, entry);
    const others = log.active.filter(({ id }) => id !== about.id).map(({ edit }) => edit);
    const utterances =
      kind === "undo"
        ? await unwriteEdit(stores, about.edit, others)
        : await writeEdit(stores, about.edit, tree, others);
    return outcome(entry, about.edit, utterances);
  }

  async function textsOf(utterances: readonly string[]) {
    const found = await findUtteranceTexts(
      columnar,
      { workspace, lensId, utterances },
      { tag: "topics.edit" },
    );
    return utterances.map((id) => {
      const text = found.get(id.toLowerCase());
      if (text === undefined) throw new AppError("NOT_FOUND", { kind: "utterance", id });
      return text;
    });
  }

  async function complete(request: EditRequest): Promise<Curation> {
    switch (request.kind) {
      case "move": {
        const { topics, parent } = request;
        if (typeof parent === "number") return { kind: "move", parent, topics: [...topics] };
        const id = await takeTopicIds(db, workspace, 1);
        return { kind: "move", parent: id, topics: [...topics], newGroup: parent.name };
      }
      case "split": {
        const first = await takeTopicIds(db, workspace, request.parts.length);
        const parts = [];
        for (const [place, part] of request.parts.entries()) {
          const texts = await textsOf(part.utterances);
          parts.push({
            id: first + place,
            name: part.name,
            subtopics: [...part.subtopics],
            texts: [...new Set(texts.map(({ textHash }) => textHash))],
            utterances: [...part.utterances],
          });
        }
        return { kind: "split", topic: request.topic, parts };
      }
      case "assign": {
        const { topic, utterances } = request;
        const had = new Map((await textsOf(utterances)).map(({ textHash, topicId }) => [textHash, topicId]));
        const [texts, was] = [[...had.keys()], [...had.values()]];
        return { kind: "assign", topic, texts, was, utterances: [...utterances] };
      }
      default:
        return request;
    }
  }

  return {
    async edit(actor, request) {
      return commit(actor, await complete(request), await loadCuratedTree(db, workspace, lensId));
    },
    undo: (actor, entry) => step(actor, "undo", entry),
    redo: (actor, entry) => step(actor, "redo", entry),
    async accept(actor, proposal, { name, parent }) {
      const { details, kind, centroid, encoder } = await getOpenProposal(db, workspace, proposal);
      if (kind !== "emerging") throw new AppError("NOT_FOUND", { kind: "emerging group", id: proposal });
      const before = await loadCuratedTree(db, workspace, lensId);
      const wanted = parent ?? details.parentId;
      const id = await takeTopicIds(db, workspace, 1);
      const parentId = wanted !== null && before.tree.nodes.has(wanted) ? wanted : null;
      const edit: Curation = {
        kind: "create",
        id,
        level: "topic",
        name: name ?? details.name,
        parent: parentId,
        texts: details.texts.slice(0, HELD_OF_PROPOSAL),
      };
      checkEdit(before.tree, edit);
      const { phrases, quotes, cohesion, texts, conversations } = details;
      await addMadeTopic(db, workspace, {
        ...lens,
        ...{ id, parentId, name: details.name, phrases, quotes, cohesion },
        ...{
          centroid: readCentroid(centroid),
          encoder: encoder ?? "",
          size: texts.length,
          weight: conversations,
        },
      });
      const made = await commit(actor, edit, before);
      const rest = texts.slice(HELD_OF_PROPOSAL).map((textHash) => {
        return { textHash, topicId: id, topicConfidence: 0.5, topicReason: "", nearTopicId: 0 };
      });
      await relabel(stores, rest);
      await endProposal(db, workspace, proposal, "accepted");
      return { ...made, topic: id };
    },
  };
}

function chooseEntry(log: LogState, kind: "undo" | "redo", wanted: number | undefined): EditEntry {
  const next = kind === "undo" ? log.nextUndo : log.nextRedo;
  const among = kind === "undo" ? log.active : log.undone;
  const chosen = wanted === undefined ? next : among.find(({ id }) => id === wanted);
  if (chosen !== undefined) return chosen;
  const problem =
    wanted === undefined
      ? `There is nothing to ${kind}`
      : `The edit ${wanted} ${kind === "undo" ? "does not hold" : "was not taken back"}`;
  throw new AppError("CONFLICT", { problem });
}
