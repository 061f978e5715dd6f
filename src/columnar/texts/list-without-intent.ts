// Customers' texts in which the models have read no intent: answers, details, thanks, small talk. No topic is about them.
import { sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";

/** Their hashes. Texts that these models have not read, or whose language they don't know, are not among them. */
export async function listWithoutIntent(
  columnar: Columnar,
  { workspace, models }: { readonly workspace: string; readonly models: string },
  options: ExecOptions,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const blocks = columnar.stream<{ textHash: string }>(
    sql`SELECT DISTINCT text_hash AS textHash FROM utterances FINAL
        WHERE workspace = ${workspace} AND role = 'customer' AND text_hash IN (
          SELECT text_hash FROM readings FINAL WHERE models = ${models} AND is_known AND NOT bears_intent)`,
    options,
  );
  for await (const block of blocks) for (const { textHash } of block) found.add(textHash);
  return found;
}
