// Migrated records for a test: PGlite in a fresh directory, or a fresh database on a real PostgreSQL server.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateRecords } from "../../src/records/migrate-records.ts";
import { openRecords } from "../../src/records/open-records.ts";
import type { Records } from "../../src/records/records.ts";
import { findPostgresBinaries, startPostgres } from "./postgres.ts";

export type TestRecords = {
  readonly records: Records;
  readonly url: string | undefined;
  close(): Promise<void>;
};

/** The backends that this run can test, for `describe.each`. Without PostgreSQL installed it says so and leaves it out. */
export async function recordsBackends(): Promise<readonly Records["kind"][]> {
  if (await findPostgresBinaries()) return ["pglite", "postgres"];
  process.stderr.write(
    "PostgreSQL is not installed: its tests are skipped (Debian: apt-get install postgresql)\n",
  );
  return ["pglite"];
}

async function openServer(): Promise<TestRecords> {
  const server = await startPostgres();
  if (!server) throw new Error("PostgreSQL is not installed");
  const url = await server.createDatabase();
  const records = await openRecords({ url });
  return {
    records,
    url,
    async close() {
      await records.close();
      await server.stop();
    },
  };
}

async function openEmbedded(): Promise<TestRecords> {
  const dataDir = await mkdtemp(join(tmpdir(), "parlance-records-"));
  const records = await openRecords({ dataDir });
  return {
    records,
    url: undefined,
    async close() {
      await records.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Opens and migrates. */
export async function openTestRecords(kind: Records["kind"] = "pglite"): Promise<TestRecords> {
  const test = await (kind === "postgres" ? openServer() : openEmbedded());
  await migrateRecords(test.records);
  return test;
}
