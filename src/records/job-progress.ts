// The table job_progress: what people see of jobs. The queue itself belongs to pg-boss; this outlives its own clean-up.
import type { RecordsDb } from "./records.ts";
import type { JobState, Row } from "./schema.ts";

export type NewJob = { readonly id: string; readonly kind: string; readonly workspace: string };

/** Notes a waiting job. An id that is there already stays as it is. */
export async function addJob(db: RecordsDb, job: NewJob): Promise<void> {
  await db
    .insertInto("job_progress")
    .values({ ...job, state: "waiting" })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
}

/** A job begins, or begins again after its process died. */
export async function startJob(db: RecordsDb, id: string, now: Date): Promise<void> {
  await db
    .updateTable("job_progress")
    .set({ state: "running", started_at: now, heartbeat_at: now, finished_at: null, error: null })
    .where("id", "=", id)
    .execute();
}

export async function updateJob(
  db: RecordsDb,
  id: string,
  progress: { readonly done: number; readonly total?: number; readonly note?: string; readonly now: Date },
): Promise<void> {
  await db
    .updateTable("job_progress")
    .set({
      done: progress.done,
      total: progress.total ?? null,
      note: progress.note ?? null,
      heartbeat_at: progress.now,
    })
    .where("id", "=", id)
    .execute();
}

/** Ends a job, or puts it back to waiting when it will be run again. `error` holds no texts of conversations. */
export async function endJob(
  db: RecordsDb,
  id: string,
  end: { readonly state: Exclude<JobState, "running">; readonly now: Date; readonly error?: string },
): Promise<void> {
  await db
    .updateTable("job_progress")
    .set({
      state: end.state,
      error: end.error ?? null,
      finished_at: end.state === "waiting" ? null : end.now,
    })
    .where("id", "=", id)
    .where("state", "!=", "cancelled")
    .execute();
}

export async function getJob(
  db: RecordsDb,
  workspace: string,
  id: string,
): Promise<Row<"job_progress"> | undefined> {
  return db
    .selectFrom("job_progress")
    .selectAll()
    .where("workspace", "=", workspace)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Newest first; those that wait or run before those that have ended. */
export async function listJobs(
  db: RecordsDb,
  workspace: string,
  limit: number,
): Promise<Row<"job_progress">[]> {
  return db
    .selectFrom("job_progress")
    .selectAll()
    .where("workspace", "=", workspace)
    .orderBy((expression) =>
      expression.case().when("state", "in", ["waiting", "running"]).then(0).else(1).end(),
    )
    .orderBy("created_at", "desc")
    .limit(limit)
    .execute();
}
