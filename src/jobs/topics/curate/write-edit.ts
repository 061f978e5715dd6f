// What an edit changes in the rows. Most change none: the tree is laid over them when they are read. Only texts that are given
// to a topic by hand carry it themselves, because a single utterance stands nowhere in the tree.
import type { Columnar, ExecOptions } from "../../../columnar/columnar.ts";
import { relabelTexts } from "../../../columnar/labels/relabel-texts.ts";
import type { TextLabel } from "../../../columnar/labels/text-label.ts";
import { refreshLens } from "../../../columnar/lenses/refresh-lens.ts";
import { rollUpLenses } from "../../../columnar/lenses/roll-up-lenses.ts";
import {
  countUtterances,
  findTextConversations,
  listTextsOfTopics,
} from "../../../columnar/texts/find-texts.ts";
import { type Curation, givenTexts } from "../../../core/curation.ts";
import type { TopicTree } from "../../../core/topic-tree.ts";
import { getLens } from "../../../records/lenses.ts";
import type { RecordsDb } from "../../../records/records.ts";
import { listTopics, readCentroid } from "../../../records/topics.ts";
import { findAlike } from "./find-alike.ts";

export type EditStores = {
  readonly columnar: Columnar;
  readonly db: RecordsDb;
  readonly workspace: string;
  /** Whose tree is edited, when it is not that of the default lens. */
  readonly lensId?: string;
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
  return relabel(stores, labels);
}

/** Writes labels where the lens keeps them; returns how many utterances carry a text of them. */
export async function relabel(
  { columnar, db, workspace, lensId }: EditStores,
  labels: readonly TextLabel[],
): Promise<number> {
  if (lensId === undefined) return (await relabelTexts(columnar, workspace, labels, OPTIONS)).utterances;
  const { lens } = await getLens(db, workspace, lensId);
  const textHashes = labels.map(({ textHash }) => textHash);
  const within = await findTextConversations(columnar, { workspace, textHashes }, OPTIONS);
  if (within.length === 0) return 0;
  await refreshLens(columnar, { workspace, lensId, lens, within, labels }, OPTIONS);
  await rollUpLenses(columnar, workspace, within, OPTIONS);
  return countUtterances(columnar, { workspace, lensId, textHashes }, OPTIONS);
}

/** Gives the texts of an edit back to what they had, or to what another edit that holds says of them. */
export async function unwriteEdit(
  stores: EditStores,
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
  return relabel(stores, labels);
}

/** A person is sure. */
function byHand(textHash: string, topicId: number): TextLabel {
  return topicId === 0
    ? { textHash, topicId, topicConfidence: 0, topicReason: "by-hand", nearTopicId: 0 }
    : { textHash, topicId, topicConfidence: 1, topicReason: "", nearTopicId: 0 };
}

async function labelsOfAlike(
  { columnar, db, workspace, lensId }: EditStores,
  edit: Extract<Curation, { kind: "split" }>,
  tree: TopicTree,
  others: readonly Curation[],
): Promise<TextLabel[]> {
  const given = new Set(others.flatMap(givenTexts).map(({ text }) => text));
  const stored = tree.storedUnder(edit.topic);
  const rows = (await listTopics(db, workspace, lensId === undefined ? {} : { lens: lensId })).filter(
    ({ id }) => stored.includes(id),
  );
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
      texts: (await listTextsOfTopics(columnar, { workspace, lensId, topicIds: stored }, OPTIONS)).filter(
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
