// The vectors of distinct texts: they travel as base64 both ways, little-endian, and are stored as BFloat16.
import { sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";

export type TextVector = { readonly textHash: string; readonly vector: Float32Array };

/** Stores vectors; one that is stored already is replaced. Some 1,000 to 10,000 at once serve well. */
export async function insertVectors(
  columnar: Columnar,
  encoder: string,
  vectors: readonly TextVector[],
  options: ExecOptions,
): Promise<void> {
  const version = Date.now();
  const rows = vectors.map(({ textHash, vector }) => ({
    encoder,
    text_hash: textHash,
    vector_base64: Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString("base64"),
    version,
  }));
  await columnar.insert("vectors", rows, options);
}

/** BFloat16 is the upper half of Float32. Writes the numbers to `target` from `offset`. */
export function decodeVector(base64: string, target: Float32Array, offset: number, dimension: number): void {
  const bytes = Buffer.from(base64, "base64");
  const bits = new Uint32Array(target.buffer, target.byteOffset + offset * 4, dimension);
  const stored = Math.min(bytes.length >> 1, dimension);
  for (let index = 0; index < stored; index += 1) bits[index] = bytes.readUInt16LE(index * 2) << 16;
}

/** Takes vectors away whose texts no workspace has any more. Returns when the engine has marked them. */
export async function deleteOrphanVectors(columnar: Columnar, options: ExecOptions): Promise<void> {
  await columnar.exec(
    sql`DELETE FROM vectors WHERE text_hash NOT IN (SELECT text_hash FROM utterances FINAL)`,
    options,
  );
}
