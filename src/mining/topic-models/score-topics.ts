// How good a set of topics is as such, by their words: coherence on the texts themselves, and how much the topics differ.
import { cvCoherence, npmiCoherence, topicDiversity } from "./coherence.ts";

/** Words of a topic that coherence is measured on, and that diversity counts. */
const JUDGED_WORDS = 10;
export const DIVERSITY_WORDS = 25;

export type ScoredTopics = {
  /** By topic. */
  readonly each: { readonly npmi: Float64Array; readonly cv: Float64Array };
  /** Means over the topics, 0 without any. */
  readonly npmi: number;
  readonly cv: number;
  readonly diversity: number;
};

/** `topics` are the words of each, the heaviest first, `DIVERSITY_WORDS` where there are so many. */
export function scoreTopics(
  documents: readonly (readonly string[])[],
  topics: readonly (readonly string[])[],
): ScoredTopics {
  const input = { documents, topics: topics.map((words) => words.slice(0, JUDGED_WORDS)) };
  const each = { npmi: npmiCoherence(input), cv: cvCoherence(input) };
  return {
    each,
    npmi: mean(each.npmi),
    cv: mean(each.cv),
    diversity: topicDiversity(topics, DIVERSITY_WORDS),
  };
}

function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
