import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Encoder } from "../../src/nlp/encoder/encoder.ts";

const folder = new URL("../out/", import.meta.url);

/** The encoder's vectors of some texts, one row a text; kept under `bench/out` for the next run of the same encoder. */
export async function cachedVectors(encoder: Encoder, texts: readonly string[]): Promise<Float32Array> {
  const hash = createHash("sha256").update(encoder.version).update(JSON.stringify(texts)).digest("hex");
  const file = new URL(`vectors-${hash.slice(0, 16)}.f32`, folder);
  if (existsSync(file)) {
    const bytes = Uint8Array.from(readFileSync(file));
    return new Float32Array(bytes.buffer);
  }
  const vectors = new Float32Array(texts.length * encoder.dimension);
  for (const [row, vector] of (await encoder.embed(texts)).entries()) {
    vectors.set(vector, row * encoder.dimension);
  }
  mkdirSync(fileURLToPath(folder), { recursive: true });
  writeFileSync(file, new Uint8Array(vectors.buffer));
  return vectors;
}
