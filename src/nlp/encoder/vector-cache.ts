// Keeps the vectors of the texts asked for last.

export type VectorCache = {
  get(text: string): Float32Array | undefined;
  set(text: string, vector: Float32Array): void;
};

/** A cache of at most `size` vectors; the least recently used one goes first. Size 0 keeps nothing. */
export function createVectorCache(size: number): VectorCache {
  const vectors = new Map<string, Float32Array>();
  return {
    get(text) {
      const vector = vectors.get(text);
      if (vector === undefined) return undefined;
      // A Map remembers the order of insertion, so putting it in again makes it the youngest.
      vectors.delete(text);
      vectors.set(text, vector);
      return vector;
    },
    set(text, vector) {
      vectors.delete(text);
      vectors.set(text, vector);
      if (vectors.size <= size) return;
      const [oldest] = vectors.keys();
      if (oldest !== undefined) vectors.delete(oldest);
    },
  };
}
