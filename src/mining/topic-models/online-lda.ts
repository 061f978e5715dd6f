// Latent Dirichlet allocation by online variational Bayes (Hoffman, Blei and Bach 2010, "Online Learning for Latent Dirichlet
// Allocation"). Word-topic numbers lie term by term, so that a document reads one stretch of memory a word.
import { type Random, seededRandom, shuffledRange } from "../topics/random.ts";
import { digamma } from "./digamma.ts";
import { type DocumentTerms, documentCount } from "./document-terms.ts";
import { checkTopicCount, type FitOptions, normaliseShares, type TopicModel } from "./topic-model.ts";

export type OnlineLdaOptions = FitOptions & {
  /** Dirichlet parameter of a document's topics. Default 1 / topicCount. */
  readonly documentPrior?: number;
  /** Dirichlet parameter of a topic's terms. Default 1 / topicCount. */
  readonly termPrior?: number;
  /** Times that all documents are read. Default 10, more where that gives fewer than 200 updates. */
  readonly passes?: number;
  /** Documents between two updates of the topics. Default 128. */
  readonly batchSize?: number;
  /** κ: how fast old batches are forgotten, above 0.5 up to 1. Default 0.7. */
  readonly decay?: number;
  /** τ₀: how much the first batches count. Default 10. */
  readonly offset?: number;
};

const FEWEST_UPDATES = 200;
const MOST_ROUNDS = 100;
/** A document is done when its topic weights change by less than this on average. */
const TOLERANCE = 1e-3;
const TINY = 1e-100;

/** Fits the model. The same seed gives the same topics. Throws RangeError on a topic count below 1. */
export function fitOnlineLda(documents: DocumentTerms, options: OnlineLdaOptions): TopicModel {
  const { topicCount, seed, onShare, signal, batchSize = 128 } = options;
  checkTopicCount(topicCount);
  const { documentPrior = 1 / topicCount, termPrior = 1 / topicCount, decay = 0.7, offset = 10 } = options;
  const n = documentCount(documents);
  const { passes = Math.max(10, Math.ceil((FEWEST_UPDATES * batchSize) / Math.max(1, n))) } = options;
  const random = seededRandom(seed);
  const lambda = randomGammas(documents.vocabulary.length * topicCount, random);
  const termWeights = new Float64Array(lambda.length);
  const gathered = new Float64Array(lambda.length);
  const inference = createInference(topicCount, documentPrior);
  const batches = Math.ceil(n / batchSize);
  let updates = 0;
  expectTerms(lambda, topicCount, termWeights);
  for (let pass = 0; pass < passes; pass += 1) {
    const order = shuffledRange(n, random);
    for (let start = 0; start < n; start += batchSize) {
      signal?.throwIfAborted();
      const batch = order.subarray(start, start + batchSize);
      gathered.fill(0);
      for (const row of batch) inference.infer(documents, row, termWeights, gathered);
      const rate = (offset + updates) ** -decay;
      const scale = n / batch.length;
      for (let at = 0; at < lambda.length; at += 1) {
        const fresh = termPrior + scale * (gathered[at] as number) * (termWeights[at] as number);
        lambda[at] = (1 - rate) * (lambda[at] as number) + rate * fresh;
      }
      expectTerms(lambda, topicCount, termWeights);
      updates += 1;
      onShare?.(updates / (passes * batches));
    }
  }
  const documentTopics = new Float32Array(n * topicCount);
  for (let row = 0; row < n; row += 1) {
    documentTopics.set(inference.infer(documents, row, termWeights), row * topicCount);
  }
  normaliseShares(documentTopics, topicCount);
  return {
    topicCount,
    termCount: documents.vocabulary.length,
    topicTerms: topicsByRow(lambda, topicCount),
    documentTopics,
  };
}

/** exp(E[ln β]) for every term and topic. */
function expectTerms(lambda: Float64Array, topicCount: number, into: Float64Array): void {
  const totals = new Float64Array(topicCount);
  for (let at = 0; at < lambda.length; at += 1) {
    const topic = at % topicCount;
    totals[topic] = (totals[topic] as number) + (lambda[at] as number);
  }
  const logTotals = totals.map(digamma);
  for (let start = 0; start < lambda.length; start += topicCount) {
    for (let topic = 0; topic < topicCount; topic += 1) {
      into[start + topic] = Math.exp(digamma(lambda[start + topic] as number) - (logTotals[topic] as number));
    }
  }
}

/** The E step of one document; working memory is shared between calls. */
function createInference(topicCount: number, documentPrior: number) {
  const gamma = new Float64Array(topicCount);
  const weights = new Float64Array(topicCount);
  const sums = new Float64Array(topicCount);

  function expectTopics(): void {
    let total = 0;
    for (let topic = 0; topic < topicCount; topic += 1) total += gamma[topic] as number;
    const logTotal = digamma(total);
    for (let topic = 0; topic < topicCount; topic += 1) {
      weights[topic] = Math.exp(digamma(gamma[topic] as number) - logTotal);
    }
  }

  function shareOf(place: number, termWeights: Float64Array): number {
    let sum = TINY;
    for (let topic = 0; topic < topicCount; topic += 1) {
      sum += (weights[topic] as number) * (termWeights[place + topic] as number);
    }
    return sum;
  }

  return {
    /** The document's topic weights γ, until the next call; adds what its words say of each topic to `gathered`. */
    infer(
      documents: DocumentTerms,
      row: number,
      termWeights: Float64Array,
      gathered?: Float64Array,
    ): Float64Array {
      const { rowStarts, terms, counts } = documents;
      const start = rowStarts[row] as number;
      const end = rowStarts[row + 1] as number;
      gamma.fill(1);
      for (let round = 0; round < MOST_ROUNDS; round += 1) {
        expectTopics();
        sums.fill(0);
        for (let at = start; at < end; at += 1) {
          const place = (terms[at] as number) * topicCount;
          const ratio = (counts[at] as number) / shareOf(place, termWeights);
          for (let topic = 0; topic < topicCount; topic += 1) {
            sums[topic] = (sums[topic] as number) + ratio * (termWeights[place + topic] as number);
          }
        }
        let change = 0;
        for (let topic = 0; topic < topicCount; topic += 1) {
          const next = documentPrior + (weights[topic] as number) * (sums[topic] as number);
          change += Math.abs(next - (gamma[topic] as number));
          gamma[topic] = next;
        }
        if (change < TOLERANCE * topicCount) break;
      }
      if (gathered === undefined) return gamma;
      expectTopics();
      for (let at = start; at < end; at += 1) {
        const place = (terms[at] as number) * topicCount;
        const ratio = (counts[at] as number) / shareOf(place, termWeights);
        for (let topic = 0; topic < topicCount; topic += 1) {
          gathered[place + topic] = (gathered[place + topic] as number) + ratio * (weights[topic] as number);
        }
      }
      return gamma;
    },
  };
}

function topicsByRow(lambda: Float64Array, topicCount: number): Float64Array {
  const termCount = lambda.length / topicCount;
  const topicTerms = new Float64Array(lambda.length);
  for (let term = 0; term < termCount; term += 1) {
    for (let topic = 0; topic < topicCount; topic += 1) {
      topicTerms[topic * termCount + term] = lambda[term * topicCount + topic] as number;
    }
  }
  normaliseShares(topicTerms, termCount);
  return topicTerms;
}

/** Gamma variates of mean 1 and variance 1/100, which break the symmetry of the topics. */
function randomGammas(count: number, random: Random): Float64Array {
  const SHAPE = 100;
  return Float64Array.from({ length: count }, () => {
    // A gamma of a large shape is close to normal: Wilson and Hilferty's cube of a normal variate.
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const cube = 1 - 1 / (9 * SHAPE) + normal / (3 * Math.sqrt(SHAPE));
    return Math.max(0.1, cube ** 3);
  });
}
