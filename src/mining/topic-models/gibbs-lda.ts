// Latent Dirichlet allocation by collapsed Gibbs sampling (Griffiths and Steyvers 2004, "Finding scientific topics"). Slower
// to settle than the variational method on long texts, often better on short ones.
import { seededRandom } from "../topics/random.ts";
import { type DocumentTerms, documentCount } from "./document-terms.ts";
import { checkTopicCount, type FitOptions, normaliseShares, type TopicModel } from "./topic-model.ts";

export type GibbsLdaOptions = FitOptions & {
  /** Dirichlet parameter of a document's topics. Default 0.1. */
  readonly documentPrior?: number;
  /** Dirichlet parameter of a topic's terms. Default 0.01. */
  readonly termPrior?: number;
  /** Sweeps over all words. Default 500. */
  readonly sweeps?: number;
  /** Sweeps at the end whose counts are averaged. Default 50. */
  readonly averaged?: number;
};

/** Fits the model. The same seed gives the same topics. Throws RangeError on a topic count below 1. */
export function fitGibbsLda(documents: DocumentTerms, options: GibbsLdaOptions): TopicModel {
  const { topicCount, seed, documentPrior = 0.1, termPrior = 0.01, sweeps = 500, averaged = 50 } = options;
  checkTopicCount(topicCount);
  const random = seededRandom(seed);
  const n = documentCount(documents);
  const termCount = documents.vocabulary.length;
  const tokens = listTokens(documents);
  const ofToken = new Int32Array(tokens.terms.length);
  const ofDocument = new Int32Array(n * topicCount);
  const ofTerm = new Int32Array(termCount * topicCount);
  const totals = new Int32Array(topicCount);
  const count = (token: number, topic: number, change: number) => {
    const inDocument = (tokens.documents[token] as number) * topicCount + topic;
    const inTerm = (tokens.terms[token] as number) * topicCount + topic;
    ofDocument[inDocument] = (ofDocument[inDocument] as number) + change;
    ofTerm[inTerm] = (ofTerm[inTerm] as number) + change;
    totals[topic] = (totals[topic] as number) + change;
  };
  for (let token = 0; token < ofToken.length; token += 1) {
    const topic = Math.floor(random() * topicCount);
    ofToken[token] = topic;
    count(token, topic, 1);
  }
  const topicTerms = new Float64Array(topicCount * termCount);
  const documentTopics = new Float32Array(n * topicCount);
  const cumulative = new Float64Array(topicCount);
  const smoothing = termPrior * termCount;
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    options.signal?.throwIfAborted();
    for (let token = 0; token < ofToken.length; token += 1) {
      count(token, ofToken[token] as number, -1);
      const documentStart = (tokens.documents[token] as number) * topicCount;
      const termStart = (tokens.terms[token] as number) * topicCount;
      let sum = 0;
      for (let topic = 0; topic < topicCount; topic += 1) {
        sum +=
          (((ofDocument[documentStart + topic] as number) + documentPrior) *
            ((ofTerm[termStart + topic] as number) + termPrior)) /
          ((totals[topic] as number) + smoothing);
        cumulative[topic] = sum;
      }
      const drawn = drawFrom(cumulative, random() * sum);
      ofToken[token] = drawn;
      count(token, drawn, 1);
    }
    if (sweep >= sweeps - averaged) {
      addCounts(topicTerms, ofTerm, totals, { topicCount, termPrior, smoothing });
      for (let at = 0; at < documentTopics.length; at += 1) {
        documentTopics[at] = (documentTopics[at] as number) + (ofDocument[at] as number) + documentPrior;
      }
    }
    options.onShare?.((sweep + 1) / sweeps);
  }
  normaliseShares(topicTerms, termCount);
  normaliseShares(documentTopics, topicCount);
  return { topicCount, termCount, topicTerms, documentTopics };
}

/** Every word of every document, one entry an occurrence. */
function listTokens({ rowStarts, terms, counts }: DocumentTerms): {
  documents: Int32Array;
  terms: Int32Array;
} {
  const documents: number[] = [];
  const listed: number[] = [];
  for (let row = 0; row + 1 < rowStarts.length; row += 1) {
    for (let at = rowStarts[row] as number; at < (rowStarts[row + 1] as number); at += 1) {
      for (let times = 0; times < (counts[at] as number); times += 1) {
        documents.push(row);
        listed.push(terms[at] as number);
      }
    }
  }
  return { documents: Int32Array.from(documents), terms: Int32Array.from(listed) };
}

/** The first place whose cumulative weight is above `drawn`. */
function drawFrom(cumulative: Float64Array, drawn: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] as number) > drawn) high = middle;
    else low = middle + 1;
  }
  return low;
}

function addCounts(
  topicTerms: Float64Array,
  ofTerm: Int32Array,
  totals: Int32Array,
  { topicCount, termPrior, smoothing }: { topicCount: number; termPrior: number; smoothing: number },
): void {
  const termCount = ofTerm.length / topicCount;
  for (let term = 0; term < termCount; term += 1) {
    for (let topic = 0; topic < topicCount; topic += 1) {
      const share =
        ((ofTerm[term * topicCount + topic] as number) + termPrior) / ((totals[topic] as number) + smoothing);
      const place = topic * termCount + term;
      topicTerms[place] = (topicTerms[place] as number) + share;
    }
  }
}
