// Brings the records to the newest shape. A migration and the row that says so are one transaction, so a kill leaves it whole
// or undone; processes that start together wait for each other.
import { readdir, readFile } from "node:fs/promises";
import type { Records } from "./records.ts";

const FOLDER = new URL("./migrations/", import.meta.url);

/** Any number, the same in every process. */
const ADVISORY_LOCK = 7_271_828;

type Migration = { readonly id: number; readonly name: string; readonly text: string };

async function loadMigrations(): Promise<readonly Migration[]> {
  const files = (await readdir(FOLDER)).filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file)).sort();
  return Promise.all(
    files.map(async (file) => ({
      id: Number.parseInt(file, 10),
      name: file.slice(5, -4),
      text: await readFile(new URL(file, FOLDER), "utf8"),
    })),
  );
}

/** Runs what has not run yet and returns its names. Call it before anything else uses the records. */
export async function migrateRecords(records: Records): Promise<readonly string[]> {
  // Statements sent together are one transaction.
  const lock = `SELECT pg_advisory_xact_lock(${ADVISORY_LOCK});`;
  await records.raw(
    `${lock} CREATE TABLE IF NOT EXISTS schema_migrations
     (id integer PRIMARY KEY, name text NOT NULL, at timestamptz NOT NULL DEFAULT now());`,
  );
  const isDone = async (id: number): Promise<boolean> =>
    (await records.raw("SELECT 1 FROM schema_migrations WHERE id = $1", [id])).rows.length > 0;
  const ran: string[] = [];
  for (const { id, name, text } of await loadMigrations()) {
    if (await isDone(id)) continue;
    try {
      // The insert comes first: a second process that waited at the lock fails on the key, which undoes nothing.
      await records.raw(
        `${lock} INSERT INTO schema_migrations (id, name) VALUES (${id}, '${name}'); ${text}`,
      );
      ran.push(name);
    } catch (error) {
      if (!(await isDone(id))) throw error;
    }
  }
  return ran;
}
