// The server: engines, jobs, API and workbench in one process, from the first request to an orderly end.
import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { destination, pino } from "pino";
import { isLoopback } from "../api/access/origin.ts";
import { createApi } from "../api/create-api.ts";
import { createMetrics } from "../api/metrics.ts";
import type { Settings } from "../config/settings.ts";
import { readVersion } from "../config/version.ts";
import { AppError } from "../core/errors.ts";
import { createImporter } from "../jobs/import/importer.ts";
import { importServices } from "../jobs/import/record-import.ts";
import { openQueue } from "../jobs/queue/open-queue.ts";
import { findSampleState, planSample, type SampleState } from "../jobs/sample/load-sample.ts";
import { createCurator } from "../jobs/topics/curate/curator.ts";
import { lacksAdministrator } from "../records/accounts.ts";
import { listImports } from "../records/imports.ts";
import { findSetting, saveSetting } from "../records/settings.ts";
import { createLanguageModels } from "./language-models.ts";
import { openRuntime, type Runtime } from "./open-runtime.ts";
import { JOB, requestEnrichment, runJobs } from "./run-jobs.ts";

const WEB_DIR = fileURLToPath(new URL("../../web/dist", import.meta.url));
const SAMPLE_SEED = 1;

export type Server = {
  /** Where it serves: `http://127.0.0.1:7080`. */
  readonly url: string;
  /** How the first account is made; undefined in local mode or when there is one. */
  readonly setupUrl?: string;
  readonly sample: SampleState | undefined;
  /** Finishes requests, puts running jobs back, closes the engines and gives the lock back. */
  close(): Promise<void>;
};

/**
 * Opens everything and listens.
 *
 * @throws AppError DATA_DIR_IN_USE, ENGINE_UNAVAILABLE, CONFIG_INVALID when the port is taken
 */
export async function serve(settings: Settings): Promise<Server> {
  const logger = pino({ level: settings.logLevel }, destination({ dest: 2, sync: true }));
  const metrics = createMetrics();
  const runtime = await openRuntime(settings, { onTiming: metrics.observeStatement });
  const closers: (() => Promise<void>)[] = [() => runtime.close()];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const { columnar, records, workspace } = runtime;
    const models = createLanguageModels(settings);
    closers.push(() => models.close());
    const queue = await openQueue(records, {
      followed: [JOB.assign, JOB.lenses],
      onError: (error, kind) => logger.error({ kind, err: errorForLog(error) }, "a job failed"),
    });
    closers.push(() => queue.stop());

    let sample = await preparedSample(runtime);
    const importer = createImporter(importServices(runtime), () => {
      requestEnrichment(queue, workspace.id).catch((error: unknown) =>
        logger.error({ err: errorForLog(error) }, "no job could be queued"),
      );
    });
    const mode = isLoopback(settings.host) ? "local" : "accounts";
    const setupToken = randomBytes(24).toString("base64url");
    const ownerKey = randomBytes(32).toString("base64url");
    const api = await createApi({
      columnar,
      records,
      queue,
      workspace: workspace.id,
      importer,
      curator: (lensId) =>
        createCurator({
          ...{ columnar, db: records.db, workspace: workspace.id },
          ...(lensId !== undefined && { lensId }),
        }),
      embedQuery: async (text) => {
        const encoder = await models.encoder();
        const [vector] = await encoder.embed([text]);
        return { vector: vector ?? new Float32Array(encoder.dimension), encoder: encoder.version };
      },
      sampleProgress: () =>
        sample
          ? { state: sample.done < sample.total ? "loading" : "done", done: sample.done, total: sample.total }
          : null,
      metrics,
      logger,
      clock: Date.now,
      settings: {
        mode,
        host: settings.host,
        publicUrl: settings.publicUrl,
        webDir: WEB_DIR,
        version: readVersion(),
        ...(mode === "accounts" && {
          authSecret: await authSecretOf(runtime),
          setupToken,
          ownerKey,
        }),
      },
    });
    closers.push(() => api.close());
    const url = await listen(api, settings);
    await runtime.lock.setUrl(url, mode === "accounts" ? ownerKey : undefined);
    await runJobs({
      runtime,
      models,
      queue,
      onSample: (state) => {
        sample = state;
      },
    });
    if (sample && sample.done < sample.total)
      await queue.enqueue(JOB.sample, { workspace: workspace.id }, { singletonKey: workspace.id });
    else await requestEnrichment(queue, workspace.id);
    const needsSetup = mode === "accounts" && (await lacksAdministrator(records.db));
    const shown = settings.publicUrl === "" ? url : settings.publicUrl;
    return { url, ...(needsSetup && { setupUrl: `${shown}/setup?token=${setupToken}` }), sample, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Texts of conversations may stand in a cause; the log gets kinds and places only. */
function errorForLog(error: unknown): { name: string; message: string; stack?: string } {
  if (!(error instanceof Error)) return { name: "unknown", message: "" };
  const cause = error.cause instanceof AppError ? error.cause : error;
  return {
    name: cause.name,
    message: cause instanceof AppError ? cause.message : "",
    ...(cause.stack !== undefined && { stack: cause.stack.split("\n").slice(1).join("\n") }),
  };
}

async function listen(api: Awaited<ReturnType<typeof createApi>>, { host, port }: Settings): Promise<string> {
  try {
    await api.listen({ host, port });
  } catch (cause) {
    const isTaken = (cause as NodeJS.ErrnoException).code === "EADDRINUSE";
    const problem = isTaken
      ? `${port} on ${host} is taken by another program`
      : `cannot listen on ${host}:${port}`;
    throw new AppError("CONFIG_INVALID", { setting: "port", problem }, { cause });
  }
  const address = api.server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  return `http://${host.includes(":") ? `[${host}]` : host}:${actual}`;
}

/** The sample that is under way, or a new one for a workspace into which nothing was ever brought. */
async function preparedSample(runtime: Runtime): Promise<SampleState | undefined> {
  const services = importServices(runtime);
  const state = await findSampleState(services);
  if (state || runtime.settings.sampleSize === 0) return state;
  const imports = await listImports(runtime.records.db, runtime.workspace.id, 1);
  if (imports.length > 0) return undefined;
  const endDay = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  return planSample(services, { total: runtime.settings.sampleSize, seed: SAMPLE_SEED, endDay });
}

/** Signs sessions: made once, kept in the records, never shown. */
async function authSecretOf({ records, workspace }: Runtime): Promise<string> {
  const kept = await findSetting(records.db, workspace.id, "authSecret");
  if (typeof kept === "string") return kept;
  const made = randomBytes(32).toString("hex");
  await saveSetting(records.db, workspace.id, "authSecret", made);
  return made;
}
