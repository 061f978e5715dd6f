// What an edit changes in the rows. Most change none: the tree is laid over them when they are read. Only texts that are given
// to a topic by hand carry it themselves, because a single utterance stands nowhere in the tree.
import type { Columnar, ExecOptions } from "../../../columnar/columnar.ts";
import { relabelTexts } from "../../../columnar/labels/relabel-texts.ts";
import type { TextLabel } from "../../../columnar/labels/text-label.ts";
import { listTextsOfTopics } from "../../../columnar/texts/find-texts.ts";
import { type Curation, givenTexts } from "../../../core/curation.ts";
import type { TopicTree } from "../../../core/topic-tree.ts";
import type { RecordsDb } from "../../../records/records.ts";
import { listTopics, readCentroid } from "../../../records/topics.ts";
import { findAlike } from "./find-alike.ts";

export type EditStores = {
  readonly columnar: Columnar;
  readonly db: RecordsDb;
  readonly workspace: string;
};

const OPTIONS: ExecOptions = { tag: "topics.edit", timeoutMs: 600_000 };

/**
 * Writes what an edit gives by hand; `tree` is the one before it, `others` the other edits that hold. Returns how many utterances
 * changed.
 */
export async function writeEdit(
  stores: EditStores,
  edit: Curation,
  tree: TopicTree,
  others: readonly Curation[],
): Promise<number> {
  const labels = givenTexts(edit).map(({ text, topic }) => byHand(text, topic));
  if (labels.length === 0) return 0;
  if (edit.kind === "split") labels.push(...(await labelsOfAlike(stores, edit, tree, others)));
  return (await relabelTexts(stores.columnar, stores.workspace, labels, OPTIONS)).utterances;
}

/** Gives the texts of an edit back to what they had, or to what another edit that holds says of them. */
export async function unwriteEdit(
  { columnar, workspace }: EditStores,
  edit: Curation,
  stillHold: readonly Curation[],
): Promise<number> {
  if (edit.kind !== "assign") return 0;
  const given = new Map(stillHold.flatMap(givenTexts).map(({ text, topic }) => [text, topic]));
  const labels = edit.texts.map((text, place): TextLabel => {
    const topic = given.get(text);
    if (topic !== undefined) return byHand(text, topic);
    const was = edit.was[place] ?? 0;
    return {
      textHash: text,
      topicId: was,
      topicConfidence: was === 0 ? 0 : 0.5,
      topicReason: was === 0 ? "new" : "",
    };
  });
  return (await relabelTexts(columnar, workspace, labels, OPTIONS)).utterances;
}

/** A person is sure. */
function byHand(textHash: string, topicId: number): TextLabel {
  return topicId === 0
    ? { textHash, topicId, topicConfidence: 0, topicReason: "by-hand", nearTopicId: 0 }
    : { textHash, topicId, topicConfidence: 1, topicReason: "", nearTopicId: 0 };
}

async function labelsOfAlike(
  { columnar, db, workspace }: EditStores,
  edit: Extract<Curation, { kind: "split" }>,
  tree: TopicTree,
  others: readonly Curation[],
): Promise<TextLabel[]> {
  const given = new Set(others.flatMap(givenTexts).map(({ text }) => text));
  const stored = tree.storedUnder(edit.topic);
  const rows = (await listTopics(db, workspace)).filter(({ id }) => stored.includes(id));
  const source = rows.find(({ id }) => id === edit.topic) ?? rows[0];
  if (source === undefined) return [];
  const parts = edit.parts.filter(({ texts }) => texts.length > 0);
  const alike = await findAlike(
    columnar,
    {
      encoder: source.encoder ?? "",
      centroid: readCentroid(source.centroid),
      parts: parts.map(({ texts }) => texts),
      // What somebody put where it is stays, however alike.
      texts: (await listTextsOfTopics(columnar, { workspace, topicIds: stored }, OPTIONS)).filter(
        (text) => !given.has(text),
      ),
    },
    OPTIONS,
  );
  return [...alike].flatMap(([textHash, part]) => {
    const id = parts[part]?.id;
    return id === undefined ? [] : [{ textHash, topicId: id }];
  });
}
