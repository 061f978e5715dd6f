// The API with the real importer on a real data directory, its log kept, nothing else running: what is read is what was sent.
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { createApi } from "../../src/api/create-api.ts";
import { createMetrics } from "../../src/api/metrics.ts";
import type { Importer } from "../../src/api/services.ts";
import { loadSettings } from "../../src/config/load-settings.ts";
import { createImporter } from "../../src/jobs/import/importer.ts";
import { importServices } from "../../src/jobs/import/record-import.ts";
import { createCurator } from "../../src/jobs/topics/curate/curator.ts";
import { openRuntime, type Runtime } from "../../src/runtime/open-runtime.ts";

export type RealApi = {
  readonly app: FastifyInstance;
  readonly runtime: Runtime;
  readonly importer: Importer;
  /** Everything logged so far, at level debug. */
  log(): string;
  close(): Promise<void>;
};

/** Opens what `parlance start` opens, but for jobs and port. */
export async function openRealApi(dataDir: string): Promise<RealApi> {
  const { settings } = loadSettings({ flags: { "data-dir": dataDir, workers: "1" }, env: {}, cwd: dataDir });
  const metrics = createMetrics();
  const runtime = await openRuntime(settings, { onTiming: metrics.observeStatement });
  const lines: string[] = [];
  const importer = createImporter(importServices(runtime), () => undefined);
  const app = await createApi({
    columnar: runtime.columnar,
    records: runtime.records,
    workspace: runtime.workspace.id,
    queue: { enqueue: async () => "job", cancel: async () => undefined },
    importer,
    curator: () =>
      createCurator({
        columnar: runtime.columnar,
        db: runtime.records.db,
        workspace: runtime.workspace.id,
      }),
    embedQuery: async () => ({ vector: new Float32Array(4), encoder: "test" }),
    sampleProgress: () => null,
    metrics,
    logger: pino({ level: "debug" }, { write: (line: string) => void lines.push(line) }),
    clock: Date.now,
    settings: { mode: "local", host: "127.0.0.1", publicUrl: "", version: "1.2.3" },
  });
  return {
    app,
    runtime,
    importer,
    log: () => lines.join(""),
    async close() {
      await app.close();
      await runtime.close();
    },
  };
}
