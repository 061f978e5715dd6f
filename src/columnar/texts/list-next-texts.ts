import type { Role } from "../../core/domain.ts";
import { sql, typed } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import type { DistinctText } from "./list-texts.ts";

/** Texts without a vector of this encoder whose hashes follow `after`, in their order. Start with `"0"`; 0 itself is no text's. */
export async function listNextTextsWithoutVector(
  columnar: Columnar,
  wanted: {
    readonly workspace: string;
    readonly encoder: string;
    readonly roles: readonly Role[];
    readonly after: string;
    readonly limit: number;
  },
  options: ExecOptions,
): Promise<DistinctText[]> {
  return columnar.query<DistinctText>(
    sql`SELECT text_hash AS textHash, any(normalised) AS text FROM utterances FINAL
        WHERE workspace = ${wanted.workspace} AND role IN ${wanted.roles} AND normalised != ''
          AND text_hash > ${typed(BigInt(wanted.after), "UInt64")}
          AND text_hash NOT IN (SELECT text_hash FROM vectors WHERE encoder = ${wanted.encoder})
        GROUP BY text_hash ORDER BY text_hash LIMIT ${wanted.limit}`,
    options,
  );
}
