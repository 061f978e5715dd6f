// Runs of topic discovery: with what they ran and what they found. `saveTopicRun` in `topics.ts` writes them.
import type { RecordsDb } from "./records.ts";
import type { Row, StoredDendrogram } from "./schema.ts";

/** A run without its tree of merges, which is large. */
export type TopicRun = Omit<Row<"topic_runs">, "dendrogram">;

export const RUN_COLUMNS = [
  ...(["id", "workspace", "seed", "params", "encoder", "texts", "assigned"] as const),
  ...(["unassigned_reasons", "reason", "started_at", "finished_at"] as const),
] as const;

/** The newest run, or undefined before the first. */
export async function findLatestTopicRun(db: RecordsDb, workspace: string): Promise<TopicRun | undefined> {
  return db
    .selectFrom("topic_runs")
    .select(RUN_COLUMNS)
    .where("workspace", "=", workspace)
    .orderBy("finished_at", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}

/** The merges above the finest topics of the newest run; undefined before the first. */
export async function findDendrogram(
  db: RecordsDb,
  workspace: string,
): Promise<StoredDendrogram | undefined> {
  const row = await db
    .selectFrom("topic_runs")
    .select("dendrogram")
    .where("workspace", "=", workspace)
    .orderBy("finished_at", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row?.dendrogram ?? undefined;
}
