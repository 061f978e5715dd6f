// Why an utterance of a customer belongs to no topic: the words that are stored, and those that follow from what is stored.

/** What labelling writes. */
export const STORED_REASONS = [
  "small-talk",
  "too-short",
  "other-language",
  "between-topics",
  "in-passing",
  "new",
  "by-hand",
] as const;
export type StoredReason = (typeof STORED_REASONS)[number];

/** What counts as unassigned: small talk does not, since no topic could be about it. */
export const UNASSIGNED_REASONS = [
  "waiting",
  "too-short",
  "other-language",
  "between-topics",
  "in-passing",
  "new",
  "hidden",
  "by-hand",
] as const;
export type UnassignedReason = (typeof UNASSIGNED_REASONS)[number];

export const REASON_LABELS: Readonly<Record<UnassignedReason, string>> = {
  waiting: "Not read by a model yet",
  "too-short": "Too short to say what it is about",
  "other-language": "In a language that few of the others are in",
  "between-topics": "Near a topic, but not near enough, or as near to two",
  "in-passing": "Said later in the conversation, and not clearly about a topic",
  new: "Like no topic that there is",
  hidden: "In a topic that somebody has hidden",
  "by-hand": "Taken out of its topic by somebody",
};

/** What is stored under a topic's absence; rows labelled before reasons were kept count as new. */
export function readReason(stored: string): StoredReason {
  return STORED_REASONS.find((reason) => reason === stored) ?? "new";
}
