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
  /** −2 to 2. */
  readonly sentiment?: number;
  /** What the models read in the text. Absent: stays as it is. */
  readonly said?: TextMeaning;
  /** ISO 639-1. Only written where no language is known. */
  readonly language?: string;
};

export type TextMeaning = {
  readonly emotions: readonly string[];
  /** What the text does when the customer says it. */
  readonly act: string;
  /** What it does when an agent or a bot says it. */
  readonly actOfOthers: string;
  /** Whether a customer who says it says what they want. */
  readonly bearsIntent: boolean;
};

export type LabelTarget = {
  readonly workspace: string;
  /** What made the labels: models and rules with their versions. Carried by every row that was labelled. Unset: stays. */
  readonly labelVersion?: string;
};
