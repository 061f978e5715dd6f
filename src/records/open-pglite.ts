// The records inside this process. Take the lock of the data directory first: PGlite does not refuse a second process.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { PGlite, types } from "@electric-sql/pglite";
import { Kysely } from "kysely";
import { initialisePGlite } from "./initialise-pglite.ts";
import { createPGliteDialect, Turnstile } from "./pglite-dialect.ts";
import { SMALL_SERVER } from "./pglite-options.ts";
import type { RawSql, Records } from "./records.ts";
import type { RecordsSchema } from "./schema.ts";

export async function openPGliteRecords(dataDir: string): Promise<Records> {
  const path = join(dataDir, "records");
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await initialisePGlite(path);
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
