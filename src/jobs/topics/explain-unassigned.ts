// Why texts belong to no topic, and which came nearest. Pure.
import type { StoredReason } from "../../core/unassigned-reason.ts";
import { assignToTopics } from "../../mining/topics/assign-to-topics.ts";
import { KEPT, OTHER_LANGUAGE, selectTexts, TOO_SHORT } from "../../mining/topics/select-texts.ts";
import { isStopWord } from "../../mining/topics/stop-words.ts";

export type Unassigned = { readonly reason: StoredReason; readonly nearTopicId: number };

export type NearTopic = {
  readonly id: number;
  readonly centroid: Float32Array;
  readonly cohesion: number;
};

const LETTERS = /\p{L}+/gu;

/** For what bears no intent: one word that could be a topic's name is too short, all else is small talk. */
export function explainSmallTalk(text: string): StoredReason {
  const words = text.toLowerCase().match(LETTERS) ?? [];
  return words.length === 1 && !isStopWord(words[0] ?? "") ? "too-short" : "small-talk";
}

export type UnassignedTexts = {
  readonly texts: readonly string[];
  /** One a text; empty where nobody can tell. Left out: languages give no reason. */
  readonly languages?: readonly string[];
  /** n × dimension numbers. */
  readonly vectors: Float32Array;
  readonly dimension: number;
  readonly topics: readonly NearTopic[];
  /** Whether each text opens a conversation. */
  readonly opens: readonly boolean[];
};

/**
 * For what bears an intent. A text that opens a conversation and is farther from every topic than any of its members is new; one
 * that is nearer, but not near enough, lies between topics.
 */
export function explainUnassigned(given: UnassignedTexts): Unassigned[] {
  const { texts, languages, vectors, dimension, topics, opens } = given;
  const verdicts = selectTexts(texts, languages);
  const { assignment, confidence } = assignToTopics({ vectors, dimension, topics, leastConfidence: 0 });
  return texts.map((_, row): Unassigned => {
    const isNear = (confidence[row] ?? 0) > 0;
    const nearTopicId = isNear ? (topics[assignment[row] ?? -1]?.id ?? 0) : 0;
    const verdict = verdicts[row] ?? KEPT;
    if (verdict === TOO_SHORT) return { reason: "too-short", nearTopicId };
    if (verdict === OTHER_LANGUAGE) return { reason: "other-language", nearTopicId };
    if (opens[row] !== true) return { reason: "in-passing", nearTopicId };
    return { reason: isNear ? "between-topics" : "new", nearTopicId };
  });
}
