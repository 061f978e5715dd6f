// How far each job is, for people to see, and whether its process still lives. Written by the queue.
import { sql } from "kysely";
import type { RecordsDb } from "./records.ts";
import type { Changes, JobState, Row } from "./schema.ts";

export async function addJobProgress(
  db: RecordsDb,
  job: { readonly id: string; readonly kind: string; readonly workspace: string | null },
): Promise<void> {
  await db
    .insertInto("job_progress")
    .values({ ...job, state: "waiting" })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** Writes changes of a job that has not ended yet; an ended job stays as it is. */
export async function updateJobProgress(
  db: RecordsDb,
  id: string,
  changes: Omit<Changes<"job_progress">, "id" | "kind" | "workspace">,
): Promise<void> {
  await db
    .updateTable("job_progress")
    .set(changes)
    .where("id", "=", id)
    .where("state", "in", ["waiting", "running"])
    .execute();
}

export async function findJobProgress(db: RecordsDb, id: string): Promise<Row<"job_progress"> | undefined> {
  return db.selectFrom("job_progress").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The newest first. */
export async function listJobProgress(
  db: RecordsDb,
  workspace: string,
  filter: { readonly states?: readonly JobState[]; readonly kind?: string; readonly limit?: number } = {},
): Promise<Row<"job_progress">[]> {
  const { states, kind } = filter;
  return db
    .selectFrom("job_progress")
    .selectAll()
    .where("workspace", "=", workspace)
    .$if(states !== undefined, (query) => query.where("state", "in", states ?? []))
    .$if(kind !== undefined, (query) => query.where("kind", "=", kind ?? ""))
    .orderBy("created_at", "desc")
    .orderBy("id")
    .limit(filter.limit ?? 100)
    .execute();
}

/** Jobs that say they run and have given no sign for so long. By the database's clock. */
export async function listSilentJobs(db: RecordsDb, silentMs: number): Promise<Row<"job_progress">[]> {
  return db
    .selectFrom("job_progress")
    .selectAll()
    .where("state", "=", "running")
    .where(
      "heartbeat_at",
      "<=",
      sql<Date>`now() - make_interval(secs => ${silentMs / 1000}::double precision)`,
    )
    .execute();
}
