import { createEncoder } from "../../src/nlp/encoder/create-encoder.ts";
import { cachedVectors } from "./cached-vectors.ts";
import type { IntentSet } from "./intent-sets.ts";

export type EmbeddedSet<Texts extends { readonly texts: readonly string[] } = IntentSet> = {
  readonly set: Texts;
  readonly vectors: Float32Array;
};

/** The shipped encoder's vectors of each set. */
export async function embedSets<Texts extends { readonly texts: readonly string[] }>(
  sets: readonly Texts[],
  write: (line: string) => void,
): Promise<{ all: EmbeddedSet<Texts>[]; dimension: number }> {
  const encoder = await createEncoder({ cacheSize: 0 });
  const all: EmbeddedSet<Texts>[] = [];
  try {
    for (const set of sets) {
      write(`vectors of ${set.texts.length} texts`);
      all.push({ set, vectors: await cachedVectors(encoder, set.texts) });
    }
  } finally {
    await encoder.close();
  }
  return { all, dimension: encoder.dimension };
}
