// How well the heaviest words of a topic go together, from how often they stand near each other in a reference corpus.
// NPMI: Bouma 2009, as a measure of topics Aletras and Stevenson 2013. C_V: Röder, Both and Hinneburg 2015, "Exploring the
// Space of Topic Coherence Measures". Both are means over topics, from −1 (never together) to 1 (always).

/** Words of documents in order, and topics as lists of words, the heaviest first. */
export type CoherenceInput = {
  readonly documents: readonly (readonly string[])[];
  readonly topics: readonly (readonly string[])[];
  /** Words that stand together are at most this many places apart, less one. Unset: the whole document. */
  readonly window?: number;
};

/** Window of C_V in its paper. */
const C_V_WINDOW = 110;
const EPSILON = 1e-12;

/**
 * Mean NPMI of all pairs of a topic's words, topic by topic. A pair never seen together counts as one seen in 1e-12 of the
 * windows, as in gensim, whose figures are the ones that papers give: some −0.5 for rare words, not −1.
 */
export function npmiCoherence(input: CoherenceInput): Float64Array {
  const near = countNearness(input);
  return Float64Array.from(input.topics, (words) => {
    let sum = 0;
    let pairs = 0;
    for (const [place, one] of words.entries()) {
      for (const two of words.slice(place + 1)) {
        sum += npmi(near, one, two);
        pairs += 1;
      }
    }
    return pairs === 0 ? 0 : sum / pairs;
  });
}

/** C_V, topic by topic: each word's NPMI with all words of the topic, compared by cosine with their sum. */
export function cvCoherence(input: CoherenceInput): Float64Array {
  const near = countNearness({ window: C_V_WINDOW, ...input });
  return Float64Array.from(input.topics, (words) => {
    const vectors = words.map((one) => words.map((two) => npmi(near, one, two)));
    const sum = words.map((_, place) => vectors.reduce((total, vector) => total + (vector[place] ?? 0), 0));
    const cosines = vectors.map((vector) => cosine(vector, sum));
    return cosines.reduce((total, value) => total + value, 0) / Math.max(1, cosines.length);
  });
}

/** Share of distinct words among the heaviest `count` of all topics, 0 to 1 (Dieng, Ruiz and Blei 2020). */
export function topicDiversity(topics: readonly (readonly string[])[], count = 25): number {
  const words = topics.flatMap((topic) => topic.slice(0, count));
  return words.length === 0 ? 0 : new Set(words).size / words.length;
}

type Nearness = {
  /** Windows in all, windows with a word, and windows with both. */
  readonly windows: number;
  readonly alone: (word: string) => number;
  readonly together: (one: string, two: string) => number;
};

function npmi(near: Nearness, one: string, two: string): number {
  const both = near.together(one, two) / near.windows;
  const chance = (near.alone(one) / near.windows) * (near.alone(two) / near.windows);
  if (chance === 0) return 0;
  return Math.log((both + EPSILON) / chance) / -Math.log(both + EPSILON);
}

function cosine(a: readonly number[], b: readonly number[]): number {
  let dot = 0;
  let lengthA = 0;
  let lengthB = 0;
  for (const [place, value] of a.entries()) {
    const other = b[place] ?? 0;
    dot += value * other;
    lengthA += value * value;
    lengthB += other * other;
  }
  return lengthA > 0 && lengthB > 0 ? dot / Math.sqrt(lengthA * lengthB) : 0;
}

/** Counts windows that hold the topics' words. A document shorter than the window is one window. */
function countNearness({ documents, topics, window = Number.POSITIVE_INFINITY }: CoherenceInput): Nearness {
  const places = new Map<string, number>();
  for (const word of topics.flat()) if (!places.has(word)) places.set(word, places.size);
  const size = places.size;
  const alone = new Float64Array(size);
  const together = new Map<number, number>();
  let windows = 0;
  const addWindow = (inside: readonly number[]) => {
    windows += 1;
    for (const [at, one] of inside.entries()) {
      alone[one] = (alone[one] as number) + 1;
      for (let next = at + 1; next < inside.length; next += 1) {
        const key = pairKey(one, inside[next] as number, size);
        together.set(key, (together.get(key) ?? 0) + 1);
      }
    }
  };
  for (const words of documents) {
    const known = words.map((word) => places.get(word) ?? -1);
    const last = Math.max(0, known.length - window);
    for (let start = 0; start <= last; start += 1) {
      const inside = known.slice(start, Math.min(known.length, start + window)).filter((place) => place >= 0);
      addWindow([...new Set(inside)]);
    }
  }
  const placeOf = (word: string) => places.get(word) ?? -1;
  return {
    windows: Math.max(1, windows),
    alone: (word) => alone[placeOf(word)] ?? 0,
    together: (one, two) =>
      one === two
        ? (alone[placeOf(one)] ?? 0)
        : (together.get(pairKey(placeOf(one), placeOf(two), size)) ?? 0),
  };
}

function pairKey(one: number, two: number, size: number): number {
  return one < two ? one * size + two : two * size + one;
}
