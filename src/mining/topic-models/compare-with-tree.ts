// A classical model beside the tree of topics, on the same texts: the same measures of both, and how far they agree. Pure.
import { scoreClustering } from "../evaluate/clustering-scores.ts";
import { describeModel, type ModelDescription } from "./describe-model.ts";
import { contentWords } from "./document-terms.ts";
import { DIVERSITY_WORDS, scoreTopics } from "./score-topics.ts";
import { heaviestTopics, type TopicModel } from "./topic-model.ts";

export type TopicSetScores = {
  readonly topics: number;
  /** Means over the topics, on the texts themselves. */
  readonly npmi: number;
  readonly cv: number;
  readonly diversity: number;
};

export type JudgedModel = {
  readonly description: ModelDescription;
  /** 1 for each text with a word that the model knows: only of those can it say anything. */
  readonly known: Uint8Array;
  readonly tree: TopicSetScores;
  /** Normalised mutual information of the two, over the texts of which both say something. */
  readonly agreement: number;
};

/** `tree` is the topic of each text in the tree, 0 for none. */
export function judgeModel(
  method: string,
  texts: readonly string[],
  fitted: { readonly vocabulary: readonly string[]; readonly model: TopicModel },
  tree: readonly number[],
): JudgedModel {
  const { topics } = heaviestTopics(fitted.model);
  const words = new Set(fitted.vocabulary);
  const known = Uint8Array.from(texts, (text) =>
    contentWords(text).some((word) => words.has(word)) ? 1 : 0,
  );
  const rows = tree.flatMap((topic, row) => (topic === 0 || known[row] === 0 ? [] : [row]));
  const { nmi } = scoreClustering(
    rows.map((row) => topics[row] ?? 0),
    rows.map((row) => String(tree[row])),
  );
  return {
    description: describeModel(method, texts, fitted),
    known,
    tree: scoreTree(texts, tree),
    agreement: rows.length === 0 ? 0 : nmi,
  };
}

/** Coherence and diversity of the topics of a tree, by the words that set each apart. */
export function scoreTree(texts: readonly string[], tree: readonly number[]): TopicSetScores {
  const documents = texts.map(contentWords);
  const topics = wordsOfTopics(documents, tree, DIVERSITY_WORDS);
  const { npmi, cv, diversity } = scoreTopics(documents, topics);
  return { topics: topics.length, npmi, cv, diversity };
}

/**
 * The words of each topic by class-based TF-IDF (Grootendorst 2022): how often a word stands in the topic, times the logarithm of
 * one plus the mean number of words a topic over how often it stands anywhere.
 */
function wordsOfTopics(
  documents: readonly (readonly string[])[],
  tree: readonly number[],
  count: number,
): string[][] {
  const byTopic = new Map<number, Map<string, number>>();
  const everywhere = new Map<string, number>();
  let words = 0;
  documents.forEach((document, row) => {
    const topic = tree[row] ?? 0;
    if (topic === 0) return;
    const own = byTopic.get(topic) ?? new Map<string, number>();
    byTopic.set(topic, own);
    for (const word of document) {
      own.set(word, (own.get(word) ?? 0) + 1);
      everywhere.set(word, (everywhere.get(word) ?? 0) + 1);
      words += 1;
    }
  });
  const mean = words / Math.max(1, byTopic.size);
  return [...byTopic.values()].map((own) =>
    [...own]
      .map(([word, n]) => ({ word, weight: n * Math.log1p(mean / (everywhere.get(word) ?? 1)) }))
      .sort((one, other) => other.weight - one.weight || (one.word < other.word ? -1 : 1))
      .slice(0, count)
      .map(({ word }) => word),
  );
}
