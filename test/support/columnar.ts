// A migrated analytics store for a test: chDB in a fresh directory, or the server at CLICKHOUSE_URL in a fresh database.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@clickhouse/client";
import type { Columnar } from "../../src/columnar/columnar.ts";
import { migrate } from "../../src/columnar/migrate.ts";
import { openColumnar } from "../../src/columnar/open-columnar.ts";

export type TestColumnar = { readonly columnar: Columnar; close(): Promise<void> };

/** The backends that this run can test, for `describe.each`. */
export function columnarBackends(): readonly Columnar["kind"][] {
  return process.env["CLICKHOUSE_URL"] ? ["chdb", "clickhouse"] : ["chdb"];
}

async function openServer(): Promise<TestColumnar> {
  const url = new URL(process.env["CLICKHOUSE_URL"] ?? "");
  const database = `parlance_test_${process.pid}_${Date.now()}`;
  const admin = createClient({ url: url.href });
  await admin.command({ query: `CREATE DATABASE ${database}` });
  url.pathname = `/${database}`;
  const columnar = await openColumnar({ url: url.href });
  return {
    columnar,
    async close() {
      await columnar.close();
      await admin.command({ query: `DROP DATABASE ${database}` });
      await admin.close();
    },
  };
}

/** Opens and migrates. One at a time a test file: chDB holds one directory a process. */
export async function openTestColumnar(kind: Columnar["kind"] = "chdb"): Promise<TestColumnar> {
  if (kind === "clickhouse") {
    const server = await openServer();
    await migrate(server.columnar);
    return server;
  }
  const dataDir = await mkdtemp(join(tmpdir(), "parlance-columnar-"));
  const columnar = await openColumnar({ dataDir });
  await migrate(columnar);
  return {
    columnar,
    async close() {
      await columnar.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
