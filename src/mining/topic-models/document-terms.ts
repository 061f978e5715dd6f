// Texts as bags of words: what the classical topic models read. Counts are sparse, row after row (CSR).
import { wordRuns } from "../topics/phrases.ts";
import { isStopWord } from "../topics/stop-words.ts";

export type DocumentTerms = {
  readonly vocabulary: readonly string[];
  /** Document d's entries are `rowStarts[d] … rowStarts[d + 1] - 1` of `terms` and `counts`. */
  readonly rowStarts: Int32Array;
  readonly terms: Int32Array;
  readonly counts: Float32Array;
};

export type DocumentTermsOptions = {
  /** Words in fewer documents are left out. Default 2. */
  readonly fewestDocuments?: number;
  /** Words in a larger share of the documents are left out. Default 0.5. */
  readonly largestShare?: number;
};

/** Lower-case words of a text, without stop words, bare numbers and redaction tags; repeats stay. */
export function contentWords(text: string): string[] {
  return wordRuns(text)
    .flat()
    .filter((word) => !isStopWord(word));
}

/** Counts the words of documents already cut into words. The vocabulary is in alphabetical order. */
export function countTerms(
  documents: readonly (readonly string[])[],
  { fewestDocuments = 2, largestShare = 0.5 }: DocumentTermsOptions = {},
): DocumentTerms {
  const frequencies = new Map<string, number>();
  for (const words of documents) {
    for (const word of new Set(words)) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  }
  const most = largestShare * documents.length;
  const vocabulary = [...frequencies]
    .flatMap(([word, count]) => (count >= fewestDocuments && count <= most ? [word] : []))
    .sort();
  const places = new Map(vocabulary.map((word, place) => [word, place]));
  const rowStarts = new Int32Array(documents.length + 1);
  const terms: number[] = [];
  const counts: number[] = [];
  for (const [row, words] of documents.entries()) {
    const ofRow = new Map<number, number>();
    for (const word of words) {
      const place = places.get(word);
      if (place !== undefined) ofRow.set(place, (ofRow.get(place) ?? 0) + 1);
    }
    for (const [place, count] of [...ofRow].sort(([a], [b]) => a - b)) {
      terms.push(place);
      counts.push(count);
    }
    rowStarts[row + 1] = terms.length;
  }
  return { vocabulary, rowStarts, terms: Int32Array.from(terms), counts: Float32Array.from(counts) };
}

export function documentCount({ rowStarts }: DocumentTerms): number {
  return rowStarts.length - 1;
}

/**
 * Weighs counts by how rare a word is, rows of length 1: tf · (ln((1 + n) / (1 + df)) + 1), the smoothed form that
 * scikit-learn documents for its TfidfTransformer.
 */
export function weighByRarity(documents: DocumentTerms): DocumentTerms {
  const { vocabulary, rowStarts, terms, counts } = documents;
  const frequency = new Float64Array(vocabulary.length);
  for (const term of terms) frequency[term] = (frequency[term] as number) + 1;
  const n = documentCount(documents);
  const weights = new Float32Array(counts.length);
  for (let row = 0; row < n; row += 1) {
    const start = rowStarts[row] as number;
    const end = rowStarts[row + 1] as number;
    let squares = 0;
    for (let at = start; at < end; at += 1) {
      const rarity = Math.log((1 + n) / (1 + (frequency[terms[at] as number] as number))) + 1;
      const weight = (counts[at] as number) * rarity;
      weights[at] = weight;
      squares += weight * weight;
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let at = start; at < end; at += 1) weights[at] = (weights[at] as number) * scale;
  }
  return { vocabulary, rowStarts, terms, counts: weights };
}
