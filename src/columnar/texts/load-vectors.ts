import { sql, typed } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import { decodeVector } from "./vectors.ts";

/** The stored vectors of some texts by their hashes; texts without one are absent. For up to some 10,000 at once. */
export async function loadVectors(
  columnar: Columnar,
  wanted: { readonly encoder: string; readonly dimension: number; readonly textHashes: readonly string[] },
  options: ExecOptions,
): Promise<ReadonlyMap<string, Float32Array>> {
  if (wanted.textHashes.length === 0) return new Map();
  const rows = await columnar.query<{ textHash: string; vector: string }>(
    sql`SELECT text_hash AS textHash, base64Encode(reinterpret(vector, 'String')) AS vector FROM vectors FINAL
        WHERE encoder = ${wanted.encoder} AND text_hash IN ${typed(wanted.textHashes.map(BigInt), "Array(UInt64)")}`,
    options,
  );
  return new Map(
    rows.map(({ textHash, vector }) => {
      const numbers = new Float32Array(wanted.dimension);
      decodeVector(vector, numbers, 0, wanted.dimension);
      return [textHash, numbers];
    }),
  );
}
