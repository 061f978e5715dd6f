import { createEncoder } from "../../src/nlp/encoder/create-encoder.ts";
import type { Encoder } from "../../src/nlp/encoder/encoder.ts";
import { type HeadsFile, readHeadsFile, SHIPPED_HEADS } from "../../src/nlp/heads/heads-file.ts";
import { createLabeller, type Labeller, type TextReading } from "../../src/nlp/label/labeller.ts";
import { normaliseText } from "../../src/prepare/normalise/normalise-text.ts";

export type BenchLabeller = {
  readonly encoder: Encoder;
  readonly heads: HeadsFile;
  readonly labeller: Labeller;
  /** Texts as they would be stored, taken as English. */
  read(texts: readonly string[]): Promise<TextReading[]>;
};

/** The shipped models on one thread, without a cache. */
export async function openLabeller(): Promise<BenchLabeller> {
  const heads = await readHeadsFile(SHIPPED_HEADS);
  const encoder = await createEncoder({ threads: 1, cacheSize: 0 });
  const labeller = createLabeller(encoder, heads);
  const read = (texts: readonly string[]) =>
    labeller.readTexts(texts.map((text) => ({ text: normaliseText(text), language: "en" })));
  return { encoder, heads, labeller, read };
}
