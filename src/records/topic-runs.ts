// Runs of topic discovery: with what they ran and what they found. `saveTopicRun` in `topics.ts` writes them.
import type { RecordsDb } from "./records.ts";
import type { Row } from "./schema.ts";

/** The newest run, or undefined before the first. */
export async function findLatestTopicRun(
  db: RecordsDb,
  workspace: string,
): Promise<Row<"topic_runs"> | undefined> {
  return db
    .selectFrom("topic_runs")
    .selectAll()
    .where("workspace", "=", workspace)
    .orderBy("finished_at", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}
