// What every classical topic model gives, so that they can be compared and shown alike.

export type TopicModel = {
  readonly topicCount: number;
  readonly termCount: number;
  /** topicCount × termCount, row after row; each row sums to 1. */
  readonly topicTerms: Float64Array;
  /** documents × topicCount, row after row; each row sums to 1. */
  readonly documentTopics: Float32Array;
};

export type FitOptions = {
  readonly topicCount: number;
  readonly seed: number;
  /** Called with the share done, 0 to 1. */
  readonly onShare?: (share: number) => void;
  /** Checked once a pass; aborting throws its reason. */
  readonly signal?: AbortSignal;
};

/** Places of each topic's heaviest terms, the heaviest first; ties by place. */
export function heaviestTerms(
  model: Pick<TopicModel, "topicCount" | "termCount" | "topicTerms">,
  count: number,
): number[][] {
  return Array.from({ length: model.topicCount }, (_, topic) => {
    const row = model.topicTerms.subarray(topic * model.termCount, (topic + 1) * model.termCount);
    return Array.from(row.keys())
      .sort((a, b) => (row[b] as number) - (row[a] as number) || a - b)
      .slice(0, count);
  });
}

/** The heaviest topic of each document and its share. */
export function heaviestTopics(model: TopicModel): { topics: Int32Array; shares: Float32Array } {
  const { topicCount, documentTopics } = model;
  const documents = documentTopics.length / topicCount;
  const topics = new Int32Array(documents);
  const shares = new Float32Array(documents);
  for (let row = 0; row < documents; row += 1) {
    for (let topic = 0; topic < topicCount; topic += 1) {
      const share = documentTopics[row * topicCount + topic] as number;
      if (share <= (shares[row] as number)) continue;
      shares[row] = share;
      topics[row] = topic;
    }
  }
  return { topics, shares };
}

/** Scales each row of `width` numbers to sum 1; a row of zeros becomes even. */
export function normaliseShares(values: Float64Array | Float32Array, width: number): void {
  for (let start = 0; start < values.length; start += width) {
    let sum = 0;
    for (let at = start; at < start + width; at += 1) sum += values[at] as number;
    for (let at = start; at < start + width; at += 1) {
      values[at] = sum > 0 ? (values[at] as number) / sum : 1 / width;
    }
  }
}

export function checkTopicCount(topicCount: number): void {
  if (!Number.isInteger(topicCount) || topicCount < 1) {
    throw new RangeError("topicCount must be a whole number of at least 1");
  }
}
