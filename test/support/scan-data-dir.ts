// Looks for values in everything that a data directory holds: the bytes of its files, and the rows of every table, since
// the engines pack what they write.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openColumnar } from "../../src/columnar/open-columnar.ts";
import { ident, sql } from "../../src/query/sql.ts";
import { openRecords } from "../../src/records/open-records.ts";

/** `value in place` for each value found, whatever its case. The directory must be closed. */
export async function scanDataDir(dataDir: string, values: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const wanted = values.map((value) => value.toLowerCase());
  function look(place: string, content: string): void {
    const lower = content.toLowerCase();
    for (const value of wanted) if (lower.includes(value)) found.push(`${value} in ${place}`);
  }
  for (const entry of readdirSync(dataDir, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      look(entry.name, entry.name);
      look(entry.name, bytes.toString("utf8"));
      look(entry.name, bytes.toString("utf16le"));
    }
  for (const [table, rows] of await readEveryTable(dataDir)) look(table, JSON.stringify(rows));
  return found;
}

/** Name of the table, and its rows. */
async function readEveryTable(dataDir: string): Promise<[string, unknown[]][]> {
  const tables: [string, unknown[]][] = [];
  const columnar = await openColumnar({ dataDir });
  const tag = "scan";
  try {
    const names = await columnar.query<{ name: string }>(
      sql`SELECT name FROM system.tables WHERE database = currentDatabase()`,
      { tag },
    );
    for (const { name } of names)
      tables.push([name, await columnar.query(sql`SELECT * FROM ${ident(name)}`, { tag })]);
  } finally {
    await columnar.close();
  }
  const records = await openRecords({ dataDir });
  try {
    const { rows } = await records.raw(
      "SELECT table_schema AS s, table_name AS t FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'",
    );
    for (const { s, t } of rows)
      tables.push([`${s}.${t}`, (await records.raw(`SELECT * FROM "${s}"."${t}"`)).rows]);
  } finally {
    await records.close();
  }
  return tables;
}
