// What a classical topic model says, in words and figures: each topic's heaviest words and size, and how good it is as such.
import { contentWords } from "./document-terms.ts";
import { DIVERSITY_WORDS, scoreTopics } from "./score-topics.ts";
import { heaviestTerms, heaviestTopics, type TopicModel } from "./topic-model.ts";

const SHOWN_WORDS = 10;

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
  const words = heaviestTerms(model, DIVERSITY_WORDS).map((terms) =>
    terms.map((term) => vocabulary[term] ?? ""),
  );
  const documents = texts.map(contentWords);
  const { each, npmi, cv, diversity } = scoreTopics(documents, words);
  const known = new Set(vocabulary);
  const heaviest = heaviestTopics(model).topics;
  const sizes = new Float64Array(model.topicCount);
  for (const [row, document] of documents.entries()) {
    const topic = heaviest[row] ?? 0;
    if (document.some((word) => known.has(word))) sizes[topic] = (sizes[topic] ?? 0) + 1;
  }
  const topics = words.map((list, topic) => ({
    topic,
    words: list.slice(0, SHOWN_WORDS),
    texts: sizes[topic] ?? 0,
    npmi: each.npmi[topic] ?? 0,
    cv: each.cv[topic] ?? 0,
  }));
  return {
    method,
    texts: texts.length,
    words: vocabulary.length,
    npmi,
    cv,
    diversity,
    topics: topics.sort((one, other) => other.texts - one.texts || one.topic - other.topic),
  };
}
