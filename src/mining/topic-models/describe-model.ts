// What a classical topic model says, in words and figures: each topic's heaviest words and size, and how good it is as such.
import { cvCoherence, npmiCoherence, topicDiversity } from "./coherence.ts";
import { contentWords } from "./document-terms.ts";
import { heaviestTerms, heaviestTopics, type TopicModel } from "./topic-model.ts";

const JUDGED_WORDS = 10;
const DIVERSITY_WORDS = 25;

export type ModelTopic = {
  readonly topic: number;
  readonly words: readonly string[];
  /** Texts of which it is the heaviest topic. */
  readonly texts: number;
  readonly npmi: number;
  readonly cv: number;
};

export type ModelDescription = {
  readonly method: string;
  readonly texts: number;
  readonly words: number;
  /** Means over the topics, on these texts themselves. */
  readonly npmi: number;
  readonly cv: number;
  readonly diversity: number;
  /** The largest first. */
  readonly topics: readonly ModelTopic[];
};

export function describeModel(
  method: string,
  texts: readonly string[],
  { vocabulary, model }: { readonly vocabulary: readonly string[]; readonly model: TopicModel },
): ModelDescription {
  const words = (count: number) =>
    heaviestTerms(model, count).map((terms) => terms.map((term) => vocabulary[term] ?? ""));
  const judged = words(JUDGED_WORDS);
  const input = { documents: texts.map(contentWords), topics: judged };
  const npmi = npmiCoherence(input);
  const cv = cvCoherence(input);
  const known = new Set(vocabulary);
  const heaviest = heaviestTopics(model).topics;
  const sizes = new Float64Array(model.topicCount);
  for (const [row, words] of input.documents.entries()) {
    const topic = heaviest[row] ?? 0;
    if (words.some((word) => known.has(word))) sizes[topic] = (sizes[topic] ?? 0) + 1;
  }
  const topics = judged.map((list, topic) => ({
    topic,
    words: list,
    texts: sizes[topic] ?? 0,
    npmi: npmi[topic] ?? 0,
    cv: cv[topic] ?? 0,
  }));
  return {
    method,
    texts: texts.length,
    words: vocabulary.length,
    npmi: mean(npmi),
    cv: mean(cv),
    diversity: topicDiversity(words(DIVERSITY_WORDS), DIVERSITY_WORDS),
    topics: topics.sort((one, other) => other.texts - one.texts || one.topic - other.topic),
  };
}

function mean(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
