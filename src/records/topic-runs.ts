// Runs of topic discovery: with what they ran and what they found. `saveTopicRun` in `topics.ts` writes them.
import { DEFAULT_LENS } from "../core/lens.ts";
import type { RecordsDb } from "./records.ts";
import type { Row, StoredDendrogram } from "./schema.ts";

/** A run without its tree of merges, which is large. */
export type TopicRun = Omit<Row<"topic_runs">, "dendrogram">;

export const RUN_COLUMNS = [
  ...(["id", "workspace", "lens", "seed", "params", "encoder", "texts", "assigned"] as const),
  ...(["unassigned_reasons", "reason", "started_at", "finished_at"] as const),
] as const;

/** The newest run of a lens, or undefined before the first. */
export async function findLatestTopicRun(
  db: RecordsDb,
  workspace: string,
  lens: string = DEFAULT_LENS.id,
): Promise<TopicRun | undefined> {
  return db
    .selectFrom("topic_runs")
    .select(RUN_COLUMNS)
    .where("workspace", "=", workspace)
    .where("lens", "=", lens)
    .orderBy("finished_at", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
}

/** The merges above the finest topics of the newest run; undefined before the first. */
export async function findDendrogram(
  db: RecordsDb,
  workspace: string,
  lens: string = DEFAULT_LENS.id,
): Promise<StoredDendrogram | undefined> {
  const row = await db
    .selectFrom("topic_runs")
    .select("dendrogram")
    .where("workspace", "=", workspace)
    .where("lens", "=", lens)
    .orderBy("finished_at", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return row?.dendrogram ?? undefined;
}

/** What finding the topics of a lens took. */
export type RunCost = {
  /** Texts that had to be given a vector first. */
  readonly embedded: number;
  readonly seconds: number;
  /** Of the whole process meanwhile, so that other work is in it. */
  readonly processorSeconds: number;
};

/** Adds what a run took to its parameters. */
export async function noteRunCost(db: RecordsDb, id: string, cost: RunCost): Promise<void> {
  const run = await db.selectFrom("topic_runs").select("params").where("id", "=", id).executeTakeFirst();
  await db
    .updateTable("topic_runs")
    .set({ params: JSON.stringify({ ...run?.params, cost }) })
    .where("id", "=", id)
    .execute();
}

export function costOf({ params }: Pick<TopicRun, "params">): RunCost | null {
  const cost = params["cost"];
  return typeof cost === "object" && cost !== null && "seconds" in cost ? (cost as RunCost) : null;
}
