// Customers' texts in which the models have read no intent: answers, details, thanks, small talk. No topic is about them.
import { type Sql, sql, typed } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";

/** Hashes of texts read so by models whose names begin with `encoder`, for `text_hash NOT IN (…)`. */
export function withoutIntentSql(encoder: string): Sql {
  return sql`SELECT text_hash FROM readings WHERE startsWith(models, ${`${encoder}+`}) AND is_known AND NOT bears_intent`;
}

/** More are not worth naming. */
const MOST_NAMED = 10_000;

/** Their hashes, of the whole workspace, or, where few texts are named, of these. Texts that no model can read are not among them. */
export async function listWithoutIntent(
  columnar: Columnar,
  wanted: {
    readonly workspace: string;
    /** Names the encoder whose labels count. */
    readonly encoder: string;
    readonly textHashes?: readonly string[];
  },
  options: ExecOptions,
): Promise<ReadonlySet<string>> {
  const { workspace, encoder, textHashes } = wanted;
  const all = withoutIntentSql(encoder);
  const statement =
    textHashes !== undefined && textHashes.length <= MOST_NAMED
      ? sql`SELECT DISTINCT text_hash AS textHash FROM (${all}) WHERE text_hash IN ${typed(textHashes.map(BigInt), "Array(UInt64)")}`
      : sql`SELECT DISTINCT text_hash AS textHash FROM utterances FINAL
            WHERE workspace = ${workspace} AND role = 'customer' AND text_hash IN (${all})`;
  const found = new Set<string>();
  for await (const block of columnar.stream<{ textHash: string }>(statement, options))
    for (const { textHash } of block) found.add(textHash);
  return found;
}
