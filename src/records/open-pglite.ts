// The records inside this process. Take the lock of the data directory first: PGlite does not refuse a second process.
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { PGlite, types } from "@electric-sql/pglite";
import { Kysely } from "kysely";
import { createPGliteDialect, Turnstile } from "./pglite-dialect.ts";
import { type InitialiseData, SMALL_SERVER } from "./pglite-options.ts";
import type { RawSql, Records } from "./records.ts";
import type { RecordsSchema } from "./schema.ts";

/**
 * Makes the directory when it is not there. It is made beside its place and moved there whole, so that a kill leaves
 * nothing half made.
 */
async function initialise(path: string): Promise<void> {
  if (existsSync(join(path, "PG_VERSION"))) return;
  const fresh = `${path}.new`;
  await rm(fresh, { recursive: true, force: true });
  const workerData: InitialiseData = { path: fresh, postgresqlconf: SMALL_SERVER };
  const worker = new Worker(new URL("./initialise-pglite-worker.ts", import.meta.url), {
    workerData,
    execArgv: [],
  });
  await once(worker, "exit");
  await rm(path, { recursive: true, force: true });
  await rename(fresh, path);
}

export async function openPGliteRecords(dataDir: string): Promise<Records> {
  const path = join(dataDir, "records");
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await initialise(path);
  // Counts are kept as bigint and read as numbers; 2^53 is far away.
  const pglite = await PGlite.create(path, {
    parsers: { [types.INT8]: Number },
    postgresqlconf: [...SMALL_SERVER],
  });
  const turnstile = new Turnstile();
  const db = new Kysely<RecordsSchema>({ dialect: createPGliteDialect(pglite, turnstile) });

  const raw: RawSql = async (text, values = []) => {
    const leave = await turnstile.enter();
    try {
      if (values.length > 0) return await pglite.query<Record<string, unknown>>(text, [...values]);
      const results = await pglite.exec(text);
      return { rows: results.flatMap((result) => result.rows as Record<string, unknown>[]) };
    } finally {
      leave();
    }
  };

  return {
    kind: "pglite",
    db,
    raw,
    ping: async () => {
      await raw("SELECT 1");
    },
    close: () => db.destroy(),
  };
}
