// What topic discovery takes and gives. Everything is arrays and plain objects, so that a run can move to a worker
// thread and back by structured clone. Nothing here knows where texts and vectors come from.
import type { Dendrogram } from "../../core/dendrogram.ts";

/** A topic (or a group, or a subtopic) of an earlier run, as far as a new run needs it to keep its identity. */
export type PreviousTopic = {
  readonly id: number;
  readonly name: string;
  /** Mean of the members' vectors, of length 1. Another dimension (another encoder) is matched by members alone. */
  readonly centroid: Float32Array;
};

export type PreviousGroup = {
  readonly id: number;
  readonly name: string;
  /** Ids of its topics. */
  readonly topics: readonly number[];
};

export type PreviousRun = {
  readonly topics: readonly PreviousTopic[];
  /** Topic id of each text in the earlier run, in the order of `texts`; 0 where it had none or was not there. */
  readonly assignment?: ArrayLike<number>;
  readonly groups?: readonly PreviousGroup[];
  readonly constraints?: TopicConstraints;
};

/** What people decided. Every run obeys all of it; where two say opposite things, pins win, then links, then names. */
export type TopicConstraints = {
  /** Pairs of text rows that belong to one topic. */
  readonly mustLink?: readonly (readonly [number, number])[];
  /** Pairs of text rows that never share a topic. */
  readonly cannotLink?: readonly (readonly [number, number])[];
  /** Texts that belong to a previous topic, by row and topic id. A topic with pins exists, whatever is found. */
  readonly pinned?: readonly { readonly row: number; readonly topic: number }[];
  /** Pairs of previous topics' ids that are one: what continues the first goes into the second. */
  readonly merged?: readonly (readonly [number, number])[];
  /** Pairs of previous topics' ids that are never one. */
  readonly apart?: readonly (readonly [number, number])[];
  /** Names that people gave to topics, by id; kept letter by letter. */
  readonly names?: readonly { readonly topic: number; readonly name: string }[];
  /** Groups made by hand, with the ids of their topics; topics in none of them are grouped as found. */
  readonly groups?: readonly {
    readonly id?: number;
    readonly name: string;
    readonly topics: readonly number[];
  }[];
};

export type DiscoverOptions = {
  /** n × dimension numbers, row after row. Rows need not be of length 1. */
  readonly vectors: Float32Array;
  readonly dimension: number;
  /** One text a row, in the users' own words; names and quotes come from it. */
  readonly texts: readonly string[];
  /** How often each distinct text occurs; default 1 each. */
  readonly weights?: ArrayLike<number>;
  /** Language code of each text, empty when not known. Texts outside the main languages stay unassigned. */
  readonly languages?: readonly string[];
  /** Ask for exactly this many topics (fewer only when there are fewer texts). Unset: the number is found. */
  readonly k?: number;
  /** Finer or coarser than what is found, in doublings: 1 about twice as many topics, -1 about half. Default 0. */
  readonly granularity?: number;
  /** Fewest distinct texts a topic may have. Unset: grows slowly with the number of texts, from 3. */
  readonly minimumSize?: number;
  /** Leave texts that fit no topic well unassigned. Default true. */
  readonly keepUnassigned?: boolean;
  readonly seed: number;
  readonly previous?: PreviousRun;
  readonly onProgress?: (progress: DiscoverProgress) => void;
  /** Checked between stages. A run in a worker thread is cancelled by ending the thread instead. */
  readonly signal?: AbortSignal;
};

export const DISCOVER_STAGES = ["select", "represent", "graph", "cluster", "name", "match", "tree"] as const;
export type DiscoverStage = (typeof DISCOVER_STAGES)[number];

/** `share` is of the whole run, from 0 to 1. */
export type DiscoverProgress = { readonly stage: DiscoverStage; readonly share: number };

/** What topics, groups and subtopics have in common: a set of texts with a name. */
export type NamedTexts = {
  /** Unique within its level of the run, made of the name: `reset-password`. */
  readonly key: string;
  readonly name: string;
  /** One sentence, made of the phrases. */
  readonly description: string;
  /** Distinguishing phrases, the best first. */
  readonly phrases: readonly string[];
  /** Distinct texts in it. */
  readonly size: number;
  /** Sum of the members' weights. */
  readonly weight: number;
  /** Mean direction of the members' vectors as given, of length 1. */
  readonly centroid: Float32Array;
  /** Rows of up to five texts that show the breadth, the most typical first. */
  readonly quotes: readonly number[];
  /** Mean cosine of the members to the centroid. */
  readonly cohesion: number;
};

export type DiscoveredTopic = NamedTexts & {
  /** The stable id of the previous topic that this one continues; absent for a new topic. */
  readonly id?: number;
  /** Row of `groups`. */
  readonly group: number;
};

/** The level above topics: some 7 to 15 groups, fewer when there are few topics. */
export type TopicGroup = NamedTexts & {
  /** The stable id of the previous group that this one continues; absent for a new group. */
  readonly id?: number;
  /** Rows of `topics`, the heaviest first. */
  readonly children: readonly number[];
};

/** The level below topics; each topic has at least one, which is then the topic itself. */
export type Subtopic = NamedTexts & {
  /** Row of `topics`. */
  readonly topic: number;
};

export const UNASSIGNED_REASONS = ["too_short", "other_language", "between_topics", "small_group"] as const;
export type UnassignedReason = (typeof UNASSIGNED_REASONS)[number];

export type DiscoverResult = {
  /** The heaviest first. */
  readonly topics: readonly DiscoveredTopic[];
  /** Row of `topics` for each text, or -1. */
  readonly assignment: Int32Array;
  /** 0 to 1 for each text; 0 where unassigned. */
  readonly confidence: Float32Array;
  /** The heaviest first. */
  readonly groups: readonly TopicGroup[];
  /** By topic, within a topic the heaviest first. */
  readonly subtopics: readonly Subtopic[];
  /** Row of `subtopics` for each text, -1 where the text has no topic. */
  readonly subtopicAssignment: Int32Array;
  /** Its leaves are the rows of `subtopics`. Cut to as many clusters as there are topics (or groups), it gives just these. */
  readonly dendrogram: Dendrogram;
  readonly unassignedReasons: Readonly<Record<UnassignedReason, number>>;
  /** Ids of previous topics that no topic of this run continues. */
  readonly retired: readonly number[];
  /** Says in one sentence how the number of topics came about. */
  readonly reason: string;
};

export type AssignOptions = {
  readonly vectors: Float32Array;
  readonly dimension: number;
  readonly topics: readonly Pick<DiscoveredTopic, "centroid" | "cohesion">[];
  /** Texts that are less sure stay unassigned. Default: as in discovery. */
  readonly leastConfidence?: number;
};

export type AssignResult = { readonly assignment: Int32Array; readonly confidence: Float32Array };
