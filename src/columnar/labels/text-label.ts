// Labels by text: what depends on the words alone is decided once for each distinct text and then written to every place.

export type TextLabel = {
  /** See `DistinctText`. */
  readonly textHash: string;
  /** 0 takes the topic away. Absent: stays as it is. */
  readonly topicId?: number;
  /** 0 to 1. */
  readonly topicConfidence?: number;
  /** Why it has no topic; empty where it has one. Absent: stays as it is. */
  readonly topicReason?: string;
  /** The topic that came nearest where none fits; 0 for none. Absent: stays as it is. */
  readonly nearTopicId?: number;
  /** -1 to 1. */
  readonly sentiment?: number;
  /** ISO 639-1. Only written where no language is known. */
  readonly language?: string;
};

export type LabelTarget = {
  readonly workspace: string;
  /** What made the labels: models and rules with their versions. Carried by every row that was labelled. Unset: stays. */
  readonly labelVersion?: string;
};
