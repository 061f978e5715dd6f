// Texts that count under a lens and still lack something: a vector, or a look at them.
import { empty, sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import { type ConversationPlace, placesSql } from "../conversation-place.ts";
import type { DistinctText } from "../texts/list-texts.ts";

type Wanted = { readonly workspace: string; readonly lensId: string };

/** Texts without a vector of this encoder, in the order of their hashes. */
export async function listLensTextsWithoutVector(
  columnar: Columnar,
  { workspace, lensId, encoder, limit }: Wanted & { readonly encoder: string; readonly limit: number },
  options: ExecOptions,
): Promise<DistinctText[]> {
  return columnar.query<DistinctText>(
    sql`SELECT text_hash AS textHash, any(normalised) AS text FROM lens_utterances FINAL
        WHERE workspace = ${workspace} AND lens = ${lensId}
          AND text_hash NOT IN (SELECT text_hash FROM vectors WHERE encoder = ${encoder})
        GROUP BY text_hash ORDER BY text_hash LIMIT ${limit}`,
    options,
  );
}

/** Texts that nobody looked at under the lens yet, in the order of their hashes. */
export async function listNewLensTexts(
  columnar: Columnar,
  { workspace, lensId, within }: Wanted & { readonly within?: readonly ConversationPlace[] | undefined },
  options: ExecOptions,
): Promise<DistinctText[]> {
  const only = within === undefined ? empty : sql` AND ${placesSql(within)}`;
  return columnar.query<DistinctText>(
    sql`SELECT text_hash AS textHash, any(normalised) AS text FROM lens_utterances FINAL
        WHERE workspace = ${workspace} AND lens = ${lensId} AND label_version = ''${only}
        GROUP BY text_hash ORDER BY text_hash`,
    options,
  );
}

/** Distinct texts that count under the lens. */
export async function countLensTexts(
  columnar: Columnar,
  { workspace, lensId }: Wanted,
  options: ExecOptions,
): Promise<number> {
  const [row] = await columnar.query<{ n: string }>(
    sql`SELECT uniqExact(text_hash) AS n FROM lens_utterances FINAL WHERE workspace = ${workspace} AND lens = ${lensId}`,
    options,
  );
  return Number(row?.n ?? 0);
}
