// Takes everything of a workspace out of the analytics tables.
import { sql } from "../../query/sql.ts";
import type { Columnar } from "../columnar.ts";
import { withWriteLock } from "../write/write-lock.ts";

/** Deletes a workspace's rows. Vectors stay: they belong to texts, not to a workspace; `deleteOrphanVectors` sees to them. So do
 * readings, which hold labels and hashes but no words. */
export function deleteWorkspaceData(columnar: Columnar, workspace: string): Promise<void> {
  const options = { tag: "delete workspace", timeoutMs: 3_600_000 };
  return withWriteLock(columnar, async () => {
    for (const table of [
      sql`utterances`,
      sql`messages`,
      sql`conversations`,
      sql`conversation_scores`,
      sql`text_labels`,
      sql`text_positions`,
      sql`lens_utterances`,
      sql`lens_positions`,
      sql`model_topics`,
    ]) {
      await columnar.exec(sql`DELETE FROM ${table} WHERE workspace = ${workspace}`, options);
    }
  });
}
