// What a conversation is about, out of its utterances: one primary reason and any number of others, each with how sure that
// is and where it is said.
import type { Role } from "../../core/domain.ts";
import type { TopicTree } from "../../core/topic-tree.ts";
import { readReason, type StoredReason } from "../../core/unassigned-reason.ts";
import { utteranceId } from "../../core/utterance-id.ts";

type Labelled = {
  readonly message_id: string;
  readonly span_start: number;
  readonly role: Role;
  readonly topic_id: number;
  readonly topic_confidence: number;
  readonly topic_reason: string;
  readonly label_version: string;
};

const refsOf = (id: number, tree: TopicTree) =>
  tree.path(id).map(({ id: of, name, level }) => ({ id: of, name, level }));

/** The finest topic of an utterance with those above it; null for none and for hidden ones. */
export function toTopic({ topic_id, topic_confidence }: Labelled, tree: TopicTree) {
  const [own, ...path] = tree.idAt("subtopic", topic_id) === 0 ? [] : refsOf(topic_id, tree);
  return own === undefined ? null : { ...own, path, confidence: topic_confidence };
}

/** Null for what has a topic, and for what agents, bots and the system say. */
export function unassignedReason(row: Labelled, tree: TopicTree): StoredReason | "waiting" | "hidden" | null {
  if (row.role !== "customer") return null;
  if (row.label_version === "") return "waiting";
  if (row.topic_id !== 0) return tree.idAt("subtopic", row.topic_id) === 0 ? "hidden" : null;
  return readReason(row.topic_reason);
}

/**
 * One entry a topic, the primary first and the others as they first come up; `utterances` in their order. The confidence is
 * that of the clearest utterance.
 */
export function listReasons(primary: number, utterances: readonly Labelled[], tree: TopicTree) {
  const clearest = new Map<number, Labelled>();
  for (const row of utterances) {
    const topic = row.role === "customer" ? tree.idAt("topic", row.topic_id) : 0;
    if (topic === 0) continue;
    const known = clearest.get(topic);
    if (known === undefined || row.topic_confidence > known.topic_confidence) clearest.set(topic, row);
  }
  const [first] = clearest.keys();
  const wanted = tree.idAt("topic", primary);
  const primaryId = clearest.has(wanted) ? wanted : first;
  return [...clearest]
    .map(([topic, row]) => {
      const [own, ...path] = refsOf(topic, tree);
      return {
        ...(own ?? { id: topic, name: "", level: "topic" as const }),
        path,
        isPrimary: topic === primaryId,
        confidence: row.topic_confidence,
        utteranceId: utteranceId(row.message_id, row.span_start),
      };
    })
    .sort((one, other) => Number(other.isPrimary) - Number(one.isPrimary));
}
