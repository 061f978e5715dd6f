// The queue on pg-boss, over the same connection as the records, so that embedded and server mode run the same jobs.
import { PgBoss } from "pg-boss";
import { AppError } from "../../core/errors.ts";
import { addJob, endJob, startJob, updateJob } from "../../records/job-progress.ts";
import type { Records } from "../../records/records.ts";
import type { EnqueueOptions, JobContext, JobData, JobHandler, JobQueue } from "./job-queue.ts";

const SCHEMA = "queue";
/** A job whose process says nothing for this long is run again, by any process. */
const HEARTBEAT_SECONDS = 20;
const QUEUE = {
  policy: "exclusive",
  retryLimit: 5,
  retryDelay: 2,
  expireInSeconds: 24 * 3600,
  heartbeatSeconds: HEARTBEAT_SECONDS,
};
const PROGRESS_EVERY_MS = 1_000;

export type QueueOptions = {
  /** Told of faults of the queue itself and of jobs that failed. */
  readonly onError: (error: unknown, kind?: string) => void;
  /** Kinds of which one more with the same key may wait while one runs: for what arrives after that one has looked. */
  readonly followed?: readonly string[];
};

/** Opens the queue and makes or migrates its tables (schema `queue`). */
export async function openQueue(
  records: Records,
  { onError, followed = [] }: QueueOptions,
): Promise<JobQueue> {
  const boss = new PgBoss({
    backend: records.kind === "pglite" ? "pglite" : "postgres",
    db: { executeSql: (text, values) => records.raw(text, values ?? []) },
    schema: SCHEMA,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on("error", (error) => onError(error));
  await boss.start();

  const known = new Set<string>();
  const running = new Map<string, AbortController>();
  let isStopping = false;

  async function ensureQueue(kind: string): Promise<void> {
    if (known.has(kind)) return;
    await boss.createQueue(kind, followed.includes(kind) ? { ...QUEUE, policy: "stately" } : QUEUE);
    known.add(kind);
  }

  async function runJob<Data extends JobData>(
    kind: string,
    handler: JobHandler<Data>,
    id: string,
    data: Data,
  ): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    await addJob(records.db, { id, kind, workspace: data.workspace });
    await startJob(records.db, id, new Date());
    const progress = throttledProgress(records, id, onError);
    try {
      await handler({
        id,
        data,
        signal: controller.signal,
        progress: progress.report,
      } satisfies JobContext<Data>);
      await progress.flush();
      await endJob(records.db, id, { state: "done", now: new Date() });
    } catch (error) {
      await progress.flush();
      const isAborted = controller.signal.aborted;
      const state = isAborted ? (isStopping ? "waiting" : "cancelled") : "failed";
      const problem = error instanceof AppError ? error.message : "unknown error";
      await endJob(records.db, id, { state, now: new Date(), ...(state === "failed" && { error: problem }) });
      if (state === "failed") onError(error, kind);
      if (state !== "cancelled") throw new Error(state, { cause: error });
    } finally {
      running.delete(id);
    }
  }

  async function enqueue(kind: string, data: JobData, options: EnqueueOptions = {}): Promise<string> {
    await ensureQueue(kind);
    const key = options.singletonKey ?? `${data.workspace}/${crypto.randomUUID()}`;
    const send = { singletonKey: key, ...(options.startAfter && { startAfter: options.startAfter }) };
    const id = await boss.send(kind, data, send);
    if (id !== null) {
      await addJob(records.db, { id, kind, workspace: data.workspace });
      return id;
    }
    const holder = (await boss.findJobs(kind, { key })).find(({ state }) =>
      ["created", "retry", "active"].includes(state),
    );
    // Between the two looks the holder may have ended: then there is room for this one.
    return holder?.id ?? enqueue(kind, data, options);
  }

  return {
    enqueue,
    async work(kind, handler) {
      await ensureQueue(kind);
      if (records.kind === "pglite") await giveBackOrphans(boss, kind);
      await boss.work(kind, { batchSize: 1, pollingIntervalSeconds: 0.5 }, async ([job]) => {
        if (job) await runJob(kind, handler, job.id, job.data as Parameters<typeof handler>[0]["data"]);
      });
    },
    async schedule(kind, cron, data, options = {}) {
      await ensureQueue(kind);
      await boss.schedule(kind, cron, data, { tz: options.timeZone ?? "UTC", singletonKey: data.workspace });
    },
    async cancel(id) {
      const row = await records.db
        .selectFrom("job_progress")
        .select("kind")
        .where("id", "=", id)
        .executeTakeFirst();
      if (!row) throw new AppError("NOT_FOUND", { kind: "job", id });
      await ensureQueue(row.kind);
      await boss.cancel(row.kind, id);
      await endJob(records.db, id, { state: "cancelled", now: new Date() });
      running.get(id)?.abort();
    },
    async stop() {
      isStopping = true;
      for (const controller of running.values()) controller.abort();
      await boss.stop({ graceful: true, timeout: 10_000, close: false });
    },
  };
}

/** Writes progress at most once a second, in order, and the last word always. */
function throttledProgress(records: Records, id: string, onError: QueueOptions["onError"]) {
  let last = 0;
  let pending: Parameters<JobContext<unknown>["progress"]> | undefined;
  let writing: Promise<void> = Promise.resolve();
  function write(): void {
    if (!pending) return;
    const [done, total, note] = pending;
    pending = undefined;
    last = Date.now();
    const progress = {
      done,
      now: new Date(),
      ...(total !== undefined && { total }),
      ...(note !== undefined && { note }),
    };
    writing = writing.then(() => updateJob(records.db, id, progress)).catch(onError);
  }
  return {
    report(done: number, total?: number, note?: string): void {
      pending = [done, total, note];
      if (Date.now() - last >= PROGRESS_EVERY_MS) write();
    },
    async flush(): Promise<void> {
      write();
      await writing;
    },
  };
}

/**
 * Puts back what a killed process left running. Only where this process alone can hold the records: there a running job at
 * start has no runner. Elsewhere the heartbeat finds it.
 */
async function giveBackOrphans(boss: PgBoss, kind: string): Promise<void> {
  const orphans = (await boss.findJobs(kind)).filter(({ state }) => state === "active");
  for (const { id } of orphans) await boss.fail(kind, id);
}
