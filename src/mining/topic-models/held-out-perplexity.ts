// How well topics foretell words they have not seen, by document completion (Wallach et al. 2009, "Evaluation Methods for Topic
// Models"): a document's topic shares are fitted on half of its words, and the other half is foretold. It needs the topics
// alone, so that models of any make and library are judged by the same code.
import { seededRandom } from "../topics/random.ts";
import type { DocumentTerms } from "./document-terms.ts";
import type { TopicModel } from "./topic-model.ts";

export type PerplexityOptions = {
  /** Decides which words of a document are given and which foretold. */
  readonly seed: number;
  /** Dirichlet parameter of a document's topics while fitting. Default 0.1. */
  readonly documentPrior?: number;
  /** Share of an even distribution mixed into each topic, so that no word is impossible. Default 0.01. */
  readonly smoothing?: number;
};

const ROUNDS = 50;

/** Perplexity per foretold word, at least 1 and lower is better. Documents with fewer than two words don't count. */
export function heldOutPerplexity(
  model: Pick<TopicModel, "topicCount" | "termCount" | "topicTerms">,
  documents: DocumentTerms,
  { seed, documentPrior = 0.1, smoothing = 0.01 }: PerplexityOptions,
): number {
  const { topicCount, termCount } = model;
  const random = seededRandom(seed);
  const chance = (topic: number, term: number) =>
    (1 - smoothing) * (model.topicTerms[topic * termCount + term] as number) + smoothing / termCount;
  let logSum = 0;
  let foretold = 0;
  for (let row = 0; row + 1 < documents.rowStarts.length; row += 1) {
    const [given, hidden] = splitWords(documents, row, random);
    if (given.length === 0 || hidden.length === 0) continue;
    const shares = fitShares(given, topicCount, documentPrior, chance);
    for (const term of hidden) {
      let probability = 0;
      for (let topic = 0; topic < topicCount; topic += 1)
        probability += (shares[topic] as number) * chance(topic, term);
      logSum += Math.log(probability);
      foretold += 1;
    }
  }
  return foretold === 0 ? Number.NaN : Math.exp(-logSum / foretold);
}

function splitWords(documents: DocumentTerms, row: number, random: () => number): [number[], number[]] {
  const words: number[] = [];
  for (let at = documents.rowStarts[row] as number; at < (documents.rowStarts[row + 1] as number); at += 1) {
    for (let times = 0; times < (documents.counts[at] as number); times += 1)
      words.push(documents.terms[at] as number);
  }
  for (let last = words.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [words[last], words[other]] = [words[other] as number, words[last] as number];
  }
  const half = words.length >> 1;
  return [words.slice(0, half), words.slice(half)];
}

/** The most likely topic shares of a few words, by expectation maximisation with a Dirichlet prior. */
function fitShares(
  words: readonly number[],
  topicCount: number,
  prior: number,
  chance: (topic: number, term: number) => number,
): Float64Array {
  let shares = new Float64Array(topicCount).fill(1 / topicCount);
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Float64Array(topicCount).fill(prior);
    for (const term of words) {
      const parts = shares.map((share, topic) => share * chance(topic, term));
      const sum = parts.reduce((total, part) => total + part, 0);
      for (const [topic, part] of parts.entries()) next[topic] = (next[topic] as number) + part / sum;
    }
    const total = words.length + prior * topicCount;
    shares = next.map((value) => value / total);
  }
  return shares;
}
