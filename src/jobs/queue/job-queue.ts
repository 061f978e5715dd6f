// The port to the queue: jobs by kind, tried again when they fail, run again when their process died, and schedules. Job data
// holds keys only, never texts. `open-queue.ts` opens it on either engine of the records.

/** Sets how far the job is. `total` may be unknown. Written at most once a second. */
export type JobProgress = (done: number, total?: number, note?: string) => void;

export type JobContext<Data> = {
  readonly id: string;
  readonly data: Data;
  /** Aborted when the job is cancelled or the process stops; a handler that then throws is run again later if stopped. */
  readonly signal: AbortSignal;
  readonly progress: JobProgress;
};

export type JobHandler<Data> = (context: JobContext<Data>) => Promise<void>;

export type EnqueueOptions = {
  /** While a job of this kind with this key waits or runs, no second one is queued; of followed kinds one more may wait. */
  readonly singletonKey?: string;
  readonly startAfter?: Date;
};

export type JobData = { readonly workspace: string } & Readonly<
  Record<string, string | number | boolean | null>
>;

export type JobQueue = {
  /** Returns the job's id; with a singleton key that is taken, the id of the job that holds it. */
  enqueue(kind: string, data: JobData, options?: EnqueueOptions): Promise<string>;
  /** One job of the kind at a time in this process. */
  work<Data extends JobData>(kind: string, handler: JobHandler<Data>): Promise<void>;
  /** Cron in five fields, in UTC unless a zone is named. The same kind and key again replaces the schedule. */
  schedule(
    kind: string,
    cron: string,
    data: JobData,
    options?: { readonly timeZone?: string },
  ): Promise<void>;
  /** Ends a waiting or running job; it is not tried again. */
  cancel(id: string): Promise<void>;
  /** Aborts running jobs, which are run again at the next start, and lets go of the queue. */
  stop(): Promise<void>;
};
