// What topic discovery takes and gives. Everything is arrays and plain objects, so that a run can move to a worker
// thread and back by structured clone. Nothing here knows where texts and vectors come from.

/** A topic of an earlier run, as far as a new run needs it to keep its identity. */
export type PreviousTopic = {
  readonly id: number;
  readonly name: string;
  /** Mean of the members' vectors, of length 1. Another dimension (another encoder) is matched by members alone. */
  readonly centroid: Float32Array;
};

export type PreviousRun = {
  readonly topics: readonly PreviousTopic[];
  /** Topic id of each text in the earlier run, in the order of `texts`; 0 where it had none or was not there. */
  readonly assignment?: ArrayLike<number>;
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

export const DISCOVER_STAGES = ["select", "represent", "graph", "cluster", "name", "match"] as const;
export type DiscoverStage = (typeof DISCOVER_STAGES)[number];

/** `share` is of the whole run, from 0 to 1. */
export type DiscoverProgress = { readonly stage: DiscoverStage; readonly share: number };

export type DiscoveredTopic = {
  /** The stable id of the previous topic that this one continues; absent for a new topic. */
  readonly id?: number;
  /** Unique within the run, made of the name: `reset-password`. */
  readonly key: string;
  readonly name: string;
  /** Distinguishing phrases, the best first. */
  readonly phrases: readonly string[];
  /** Distinct texts in it. */
  readonly size: number;
  /** Sum of the members' weights. */
  readonly weight: number;
  /** Mean direction of the members' vectors as given, of length 1. */
  readonly centroid: Float32Array;
  /** Rows of up to five texts that show the topic's breadth, the most typical first. */
  readonly quotes: readonly number[];
  /** Mean cosine of the members to the centroid. */
  readonly cohesion: number;
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
