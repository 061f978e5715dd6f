// Which jobs there are, and what each does with the open runtime.
import { countTextsWithVector } from "../columnar/texts/count-texts.ts";
import type { EnrichContext } from "../jobs/enrich/enrich-context.ts";
import { enrichWorkspace } from "../jobs/enrich/enrich-workspace.ts";
import { labelNew } from "../jobs/enrich/label-new.ts";
import { importServices } from "../jobs/import/record-import.ts";
import type { JobContext, JobQueue } from "../jobs/queue/job-queue.ts";
import { loadSample, type SampleState } from "../jobs/sample/load-sample.ts";
import { isRefiningDue } from "../jobs/topics/is-refining-due.ts";
import { type MineLensesOptions, mineLenses } from "../jobs/topics/lenses/mine-lenses.ts";
import { fitTopicModel } from "../jobs/topics/models/fit-topic-model.ts";
import { proposeTopics } from "../jobs/topics/propose-topics.ts";
import { detectLanguage } from "../nlp/language/detect-language.ts";
import type { ModelMethod } from "../records/schema.ts";
import { listCurations } from "../records/topic-curations.ts";
import { findLatestTopicRun } from "../records/topic-runs.ts";
import { getWorkspace } from "../records/workspaces.ts";
import type { LanguageModels } from "./language-models.ts";
import type { Runtime } from "./open-runtime.ts";

export const JOB = {
  /** Labels what just arrived, within seconds. */
  assign: "assign",
  enrich: "enrich",
  /** Finds topics anew because somebody asks for it. */
  discover: "discover",
  /** Finds topics anew at night when there is a reason. */
  refine: "refine",
  /** Brings the lenses beside the default one up to date, after it. */
  lenses: "lenses",
  /** Fits a classical topic model because somebody asks for it. */
  topicModel: "topic-model",
  sample: "sample",
} as const;

/** In the workspace's zone. */
const NIGHTLY = "10 3 * * *";

type WorkspaceData = { readonly workspace: string };
type LensData = WorkspaceData & {
  /** One lens, to be found anew. Left out: all that are on, when it is time. */
  readonly lens?: string;
  readonly isNight?: boolean;
};
type ModelData = WorkspaceData & {
  readonly model: string;
  readonly method: ModelMethod;
  readonly seed: number;
  readonly topicCount: number | null;
};
type Step = Pick<JobContext<WorkspaceData>, "signal" | "progress">;

/** Labels what is new in the workspace and finds topics when it is time. */
export async function enrich(
  runtime: Runtime,
  models: LanguageModels,
  step: Step,
  options: { readonly mine?: boolean } = {},
) {
  const context = await enrichContext(runtime, models, step);
  return takeTurn(async () => {
    const result = await enrichWorkspace(context, options);
    await proposeTopics(context);
    return result;
  });
}

let lastTurn: Promise<unknown> = Promise.resolve();

/** Jobs of several kinds find topics: one after the other, because each goes by what the one before left. */
function takeTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const turn = lastTurn.then(work, work);
  lastTurn = turn.catch(() => undefined);
  return turn;
}

async function enrichContext(
  { columnar, records, workspace }: Runtime,
  models: LanguageModels,
  { signal, progress }: Step,
): Promise<EnrichContext> {
  const encoder = await models.encoder();
  const { labeller, conversationModel } = await models.labeller();
  return {
    columnar,
    records,
    encoder,
    labeller,
    conversationModel,
    detectLanguage,
    workspace: workspace.id,
    signal,
    progress,
  };
}

/** The trees of the other lenses, after the default one's. */
export async function updateLenses(
  runtime: Runtime,
  models: LanguageModels,
  step: Step,
  options: MineLensesOptions = {},
) {
  const context = await enrichContext(runtime, models, step);
  return takeTurn(() => mineLenses(context, options));
}

async function refine(runtime: Runtime, models: LanguageModels, step: Step): Promise<void> {
  const { records, workspace } = runtime;
  const context = await enrichContext(runtime, models, step);
  const lastRun = await findLatestTopicRun(records.db, workspace.id);
  const texts = await countTextsWithVector(
    context.columnar,
    { workspace: workspace.id, encoder: context.encoder.version, roles: ["customer"] },
    { tag: "refine.count", timeoutMs: 600_000 },
  );
  const lastEdit = (await listCurations(records.db, workspace.id)).at(-1)?.at;
  const mine = isRefiningDue({
    lastRun: lastRun && { texts: Number(lastRun.texts), at: lastRun.finished_at },
    texts,
    lastEdit,
  });
  await enrich(runtime, models, step, { mine });
}

export type JobRunners = {
  readonly runtime: Runtime;
  readonly models: LanguageModels;
  readonly queue: JobQueue;
  readonly onSample: (state: SampleState) => void;
};

/** Starts working on every kind of job. */
export async function runJobs({ runtime, models, queue, onSample }: JobRunners): Promise<void> {
  await queue.work<WorkspaceData>(JOB.assign, async (job) => {
    await labelNew(await enrichContext(runtime, models, job));
  });
  const askForLenses = (data: LensData) =>
    queue.enqueue(JOB.lenses, { ...data }, { singletonKey: data.workspace });
  // What arrives in small pieces has been put under the lenses by then. What a kill left undone the next night finds.
  await queue.work<WorkspaceData>(JOB.enrich, async (job) => {
    const { labelledUtterances } = await enrich(runtime, models, job);
    if (labelledUtterances > 0) await askForLenses(job.data);
  });
  await queue.work<WorkspaceData>(JOB.discover, async (job) => {
    await enrich(runtime, models, job, { mine: true });
    await askForLenses(job.data);
  });
  await queue.work<WorkspaceData>(JOB.refine, async (job) => {
    await refine(runtime, models, job);
    await askForLenses({ ...job.data, isNight: true });
  });
  await queue.work<LensData>(JOB.lenses, async (job) => {
    const { lens, isNight = false } = job.data;
    await updateLenses(runtime, models, job, {
      isNight,
      ...(lens !== undefined && { only: lens, mine: true }),
    });
  });
  await queue.work<ModelData>(JOB.topicModel, async ({ data, signal, progress }) => {
    const { model, method, seed, topicCount } = data;
    const { columnar, records, workspace } = runtime;
    await fitTopicModel(
      { columnar, records, workspace: workspace.id, signal, progress },
      { id: model, method, seed, ...(topicCount !== null && { topicCount }) },
    );
  });
  const { id, time_zone: timeZone } = await getWorkspace(runtime.records.db, runtime.workspace.id);
  await queue.schedule(JOB.refine, NIGHTLY, { workspace: id }, { timeZone });
  await queue.work<WorkspaceData>(JOB.sample, async (job) => {
    await loadSample(importServices(runtime), {
      signal: job.signal,
      onProgress: (state) => {
        job.progress(state.done, state.total, "sample conversations");
        onSample(state);
      },
      understand: async () => {
        await enrich(runtime, models, { signal: job.signal, progress: () => undefined });
      },
    });
    await askForLenses(job.data);
  });
}

/** Asks for what is new to be labelled, first the quick way; many asks while one waits make one job. */
export async function requestEnrichment(queue: Pick<JobQueue, "enqueue">, workspace: string): Promise<void> {
  await queue.enqueue(JOB.assign, { workspace }, { singletonKey: workspace });
  await queue.enqueue(JOB.enrich, { workspace }, { singletonKey: workspace });
}
