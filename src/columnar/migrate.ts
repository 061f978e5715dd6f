// Brings the analytics tables to the newest shape. Migrations are the numbered files of `migrations/`; each is recorded before
// it runs and again when it is done, and every statement may be run twice, so a kill in between is mended by the next start.
import { readdir, readFile } from "node:fs/promises";
import { sql } from "../query/sql.ts";
import type { Columnar } from "./columnar.ts";
import { type Shape, shapeStatement } from "./shape-statement.ts";
import { dangerouslyTrustSql } from "./trusted-sql.ts";

const FOLDER = new URL("./migrations/", import.meta.url);
const options = { tag: "migrate", timeoutMs: 3_600_000 };

export type Migration = {
  readonly id: number;
  readonly name: string;
  readonly statements: readonly string[];
};

const REGISTER = `CREATE TABLE IF NOT EXISTS schema_migrations (
    id UInt32,
    name String,
    is_done Bool,
    at DateTime64(3, 'UTC') DEFAULT now64(3)
) ENGINE = ReplacingMergeTree(at)
ORDER BY id`;

/** The migrations that ship, in their order. A statement ends with a semicolon at the end of a line. */
export async function loadMigrations(): Promise<readonly Migration[]> {
  const files = (await readdir(FOLDER)).filter((file) => /^\d{4}_\w+\.sql$/.test(file)).sort();
  return Promise.all(
    files.map(async (file) => ({
      id: Number.parseInt(file, 10),
      name: file.slice(5, -4),
      statements: (await readFile(new URL(file, FOLDER), "utf8"))
        .split(/;[ \t]*(?:\n|$)/)
        .map((statement) => statement.trim())
        .filter((statement) => statement !== ""),
    })),
  );
}

async function record(columnar: Columnar, migration: Migration, isDone: boolean): Promise<void> {
  await columnar.exec(
    sql`INSERT INTO schema_migrations (id, name, is_done) VALUES (${migration.id}, ${migration.name}, ${isDone})`,
    options,
  );
}

/** Runs what has not run yet and returns its names. Call it before anything else uses the store. */
export async function migrate(
  columnar: Columnar,
  { shape = "single" }: { readonly shape?: Shape } = {},
): Promise<readonly string[]> {
  const run = async (statement: string): Promise<void> => {
    for (const text of shapeStatement(statement, shape))
      await columnar.exec(dangerouslyTrustSql(text), options);
  };
  await run(REGISTER);
  const rows = await columnar.query<{ id: number }>(
    sql`SELECT id FROM schema_migrations FINAL WHERE is_done`,
    options,
  );
  const done = new Set(rows.map((row) => row.id));
  const ran: string[] = [];
  for (const migration of await loadMigrations()) {
    if (done.has(migration.id)) continue;
    await record(columnar, migration, false);
    for (const statement of migration.statements) await run(statement);
    await record(columnar, migration, true);
    ran.push(migration.name);
  }
  return ran;
}
