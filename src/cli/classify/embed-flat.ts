import type { TextVectors } from "../../mining/intents/intent-types.ts";
import type { EmbedOptions, Encoder } from "../../nlp/encoder/encoder.ts";

/** Texts with their vectors in one array, as training and classifying take them. */
export async function embedFlat(
  encoder: Encoder,
  texts: readonly string[],
  options: EmbedOptions,
): Promise<TextVectors> {
  const { dimension } = encoder;
  const vectors = new Float32Array(texts.length * dimension);
  for (const [row, vector] of (await encoder.embed(texts, options)).entries()) {
    vectors.set(vector, row * dimension);
  }
  return { texts, vectors, dimension };
}
