// Non-negative matrix factorisation of weighted counts X ≈ W·H by hierarchical alternating least squares (Cichocki and Phan
// 2009, "Fast local algorithms for large scale nonnegative matrix and tensor factorizations").
import { type Random, seededRandom } from "../topics/random.ts";
import { type DocumentTerms, documentCount } from "./document-terms.ts";
import { checkTopicCount, type FitOptions, normaliseShares, type TopicModel } from "./topic-model.ts";

export type NmfOptions = FitOptions & {
  /** Default 200. */
  readonly mostRounds?: number;
  /** Ends when a round changes the factors by less than this share of what the first one did. Default 1e-4. */
  readonly tolerance?: number;
};

/** Fits the model to weights of at least 0, such as `weighByRarity` gives. The same seed gives the same topics. */
export function fitNmf(documents: DocumentTerms, options: NmfOptions): TopicModel {
  const { topicCount, seed, mostRounds = 200, tolerance = 1e-4 } = options;
  checkTopicCount(topicCount);
  const n = documentCount(documents);
  const termCount = documents.vocabulary.length;
  // Both factors lie with the topics side by side: document or term after document or term.
  const byTerm = startFromDocuments(documents, topicCount, seededRandom(seed));
  const byDocument = new Float64Array(n * topicCount);
  const transposed = transpose(documents);
  let first = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    options.signal?.throwIfAborted();
    const change =
      improve(byDocument, documents, byTerm, topicCount) +
      improve(byTerm, transposed, byDocument, topicCount);
    options.onShare?.((round + 1) / mostRounds);
    first ||= change;
    if (change <= tolerance * first) break;
  }
  const topicTerms = new Float64Array(topicCount * termCount);
  const sizes = new Float64Array(topicCount);
  for (let at = 0; at < byTerm.length; at += 1) {
    const topic = at % topicCount;
    topicTerms[topic * termCount + Math.floor(at / topicCount)] = byTerm[at] as number;
    sizes[topic] = (sizes[topic] as number) + (byTerm[at] as number);
  }
  const documentTopics = Float32Array.from(
    byDocument,
    (value, at) => value * (sizes[at % topicCount] as number),
  );
  normaliseShares(topicTerms, termCount);
  normaliseShares(documentTopics, topicCount);
  return { topicCount, termCount, topicTerms, documentTopics };
}

type Sparse = Pick<DocumentTerms, "rowStarts" | "terms" | "counts">;

/** One sweep over the columns of `factor`, least squares against `rows` with `other` held fixed. Returns the change. */
function improve(factor: Float64Array, rows: Sparse, other: Float64Array, topicCount: number): number {
  const gram = innerProducts(other, topicCount);
  // Half the gradient of one row. Most entries are zero and stay so, so it is cheaper to keep it than to find it anew.
  const slope = new Float64Array(topicCount);
  const addColumn = (values: Float64Array, place: number, amount: number) => {
    const start = place * topicCount;
    for (let topic = 0; topic < topicCount; topic += 1) {
      slope[topic] = (slope[topic] as number) + amount * (values[start + topic] as number);
    }
  };
  let change = 0;
  for (let row = 0; row + 1 < rows.rowStarts.length; row += 1) {
    slope.fill(0);
    for (let at = rows.rowStarts[row] as number; at < (rows.rowStarts[row + 1] as number); at += 1) {
      addColumn(other, rows.terms[at] as number, -(rows.counts[at] as number));
    }
    const start = row * topicCount;
    for (let topic = 0; topic < topicCount; topic += 1) {
      const value = factor[start + topic] as number;
      if (value > 0) addColumn(gram, topic, value);
    }
    for (let topic = 0; topic < topicCount; topic += 1) {
      const curvature = gram[topic * topicCount + topic] as number;
      if (curvature === 0) continue;
      const before = factor[start + topic] as number;
      const after = Math.max(0, before - (slope[topic] as number) / curvature);
      if (after === before) continue;
      factor[start + topic] = after;
      addColumn(gram, topic, after - before);
      change += Math.abs(after - before);
    }
  }
  return change;
}

/** topicCount × topicCount: each pair of columns multiplied and summed. */
function innerProducts(factor: Float64Array, topicCount: number): Float64Array {
  const gram = new Float64Array(topicCount * topicCount);
  for (let start = 0; start < factor.length; start += topicCount) {
    for (let one = 0; one < topicCount; one += 1) {
      const value = factor[start + one] as number;
      if (value === 0) continue;
      for (let two = 0; two < topicCount; two += 1) {
        const place = one * topicCount + two;
        gram[place] = (gram[place] as number) + value * (factor[start + two] as number);
      }
    }
  }
  return gram;
}

function transpose({ vocabulary, rowStarts, terms, counts }: DocumentTerms): Sparse {
  const starts = new Int32Array(vocabulary.length + 1);
  for (const term of terms) starts[term + 1] = (starts[term + 1] as number) + 1;
  for (let term = 0; term < vocabulary.length; term += 1) {
    starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
  }
  const next = starts.slice();
  const rows = new Int32Array(terms.length);
  const values = new Float32Array(terms.length);
  for (let row = 0; row + 1 < rowStarts.length; row += 1) {
    for (let at = rowStarts[row] as number; at < (rowStarts[row + 1] as number); at += 1) {
      const term = terms[at] as number;
      const place = next[term] as number;
      next[term] = place + 1;
      rows[place] = row;
      values[place] = counts[at] as number;
    }
  }
  return { rowStarts: starts, terms: rows, counts: values };
}

/**
 * Topics start as documents that have little in common: each next one is drawn by its squared distance to those drawn
 * (the seeding of Arthur and Vassilvitskii 2007, k-means++), plus a little of everything, so that no term is ruled out.
 */
function startFromDocuments(documents: DocumentTerms, topicCount: number, random: Random): Float64Array {
  const { vocabulary, rowStarts, terms, counts } = documents;
  const n = documentCount(documents);
  const byTerm = Float64Array.from({ length: vocabulary.length * topicCount }, () => 0.01 * random());
  const distances = Float64Array.from({ length: n }, (_, row) =>
    (rowStarts[row] as number) < (rowStarts[row + 1] as number) ? 1 : 0,
  );
  const dense = new Float64Array(vocabulary.length);
  for (let topic = 0; topic < topicCount; topic += 1) {
    let left = random() * distances.reduce((sum, value) => sum + value, 0);
    let chosen = 0;
    for (let row = 0; row < n && left >= 0; row += 1) {
      left -= distances[row] as number;
      chosen = row;
    }
    dense.fill(0);
    for (let at = rowStarts[chosen] as number; at < (rowStarts[chosen + 1] as number); at += 1) {
      const term = terms[at] as number;
      dense[term] = counts[at] as number;
      byTerm[term * topicCount + topic] =
        (byTerm[term * topicCount + topic] as number) + (counts[at] as number);
    }
    for (let row = 0; row < n; row += 1) {
      let alike = 0;
      for (let at = rowStarts[row] as number; at < (rowStarts[row + 1] as number); at += 1) {
        alike += (counts[at] as number) * (dense[terms[at] as number] as number);
      }
      distances[row] = Math.min(distances[row] as number, Math.max(0, 1 - alike) ** 2);
    }
  }
  return byTerm;
}
