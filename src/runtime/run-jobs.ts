// Which jobs there are, and what each does with the open runtime.
import { enrichWorkspace } from "../jobs/enrich/enrich-workspace.ts";
import { importServices } from "../jobs/import/record-import.ts";
import type { JobContext, JobQueue } from "../jobs/queue/job-queue.ts";
import { loadSample, type SampleState } from "../jobs/sample/load-sample.ts";
import { detectLanguage } from "../nlp/language/detect-language.ts";
import { lexiconSentiment } from "../nlp/sentiment/lexicon-sentiment.ts";
import type { LanguageModels } from "./language-models.ts";
import type { Runtime } from "./open-runtime.ts";

export const JOB = { enrich: "enrich", sample: "sample" } as const;

type WorkspaceData = { readonly workspace: string };
type Step = Pick<JobContext<WorkspaceData>, "signal" | "progress">;

/** Labels what is new in the workspace and finds topics when it is time. */
export async function enrich(
  runtime: Runtime,
  models: LanguageModels,
  { signal, progress }: Step,
  options: { readonly mine?: boolean } = {},
) {
  const { columnar, records, workspace } = runtime;
  const encoder = await models.encoder();
  return enrichWorkspace(
    {
      columnar,
      records,
      encoder,
      sentiment: lexiconSentiment,
      detectLanguage,
      workspace: workspace.id,
      signal,
      progress,
    },
    options,
  );
}

export type JobRunners = {
  readonly runtime: Runtime;
  readonly models: LanguageModels;
  readonly queue: JobQueue;
  readonly onSample: (state: SampleState) => void;
};

/** Starts working on every kind of job. */
export async function runJobs({ runtime, models, queue, onSample }: JobRunners): Promise<void> {
  await queue.work<WorkspaceData>(JOB.enrich, async (job) => {
    await enrich(runtime, models, job);
  });
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
  });
}

/** Asks for what is new to be labelled; many asks while one waits make one job. */
export async function requestEnrichment(queue: Pick<JobQueue, "enqueue">, workspace: string): Promise<void> {
  await queue.enqueue(JOB.enrich, { workspace }, { singletonKey: workspace });
}
