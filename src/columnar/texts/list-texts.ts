// Distinct normalised texts of a workspace that still lack something: a vector, or labels of a version.
import type { Role } from "../../core/domain.ts";
import { sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";

/** `textHash` is the engine's 64-bit hash of `text`, in decimal. */
export type DistinctText = { readonly textHash: string; readonly text: string };

/** Texts without a vector of this encoder, in the order of their hashes. */
export async function listTextsWithoutVector(
  columnar: Columnar,
  wanted: {
    readonly workspace: string;
    readonly encoder: string;
    readonly roles: readonly Role[];
    readonly limit: number;
  },
  options: ExecOptions,
): Promise<DistinctText[]> {
  return columnar.query<DistinctText>(
    sql`SELECT text_hash AS textHash, any(normalised) AS text FROM utterances FINAL
        WHERE workspace = ${wanted.workspace} AND role IN ${wanted.roles} AND normalised != ''
          AND text_hash NOT IN (SELECT text_hash FROM vectors WHERE encoder = ${wanted.encoder})
        GROUP BY text_hash ORDER BY text_hash LIMIT ${wanted.limit}`,
    options,
  );
}

export type UnlabelledText = DistinctText & {
  /** What is known of the language of one place where the text stands; may be empty. */
  readonly language: string;
};

/** Texts of which a place does not carry labels of this version, in the order of their hashes. */
export async function listTextsWithoutLabels(
  columnar: Columnar,
  wanted: { readonly workspace: string; readonly labelVersion: string; readonly limit: number },
  options: ExecOptions,
): Promise<UnlabelledText[]> {
  return columnar.query<UnlabelledText>(
    sql`SELECT text_hash AS textHash, any(normalised) AS text, max(language) AS language FROM utterances FINAL
        WHERE workspace = ${wanted.workspace} AND label_version != ${wanted.labelVersion}
        GROUP BY text_hash ORDER BY text_hash LIMIT ${wanted.limit}`,
    options,
  );
}
