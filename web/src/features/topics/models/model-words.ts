import type { TopicModel } from "../../../../../src/contract/topic-models.ts";

export const METHOD_WORDS: Readonly<Record<TopicModel["method"], string>> = {
  lda: "LDA, online",
  "lda-gibbs": "LDA, Gibbs",
  nmf: "NMF",
};

export const METHOD_HINTS: Readonly<Record<TopicModel["method"], string>> = {
  lda: "Latent Dirichlet allocation by online variational Bayes: fast, for many texts",
  "lda-gibbs": "The same model by collapsed Gibbs sampling: better on short texts, slower",
  nmf: "Non-negative matrix factorisation of weighted word counts",
};

/** The first words of a topic, which serve as its name. */
export function nameOfWords(words: readonly { readonly word: string }[], count = 4): string {
  return words
    .slice(0, count)
    .map(({ word }) => word)
    .join(" · ");
}

export function formatMeasure(value: number): string {
  return value.toFixed(2).replace("-", "−");
}
