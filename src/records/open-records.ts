// Picks the engine for the records: embedded by a data directory, or a server by its URL.
import { AppError } from "../core/errors.ts";
import type { Records, RecordsTarget } from "./records.ts";

/** Opens the records; `migrateRecords` makes the tables. Embedded they lie in `records/` under the data directory. */
export async function openRecords(target: RecordsTarget): Promise<Records> {
  try {
    if ("url" in target) {
      const { openPostgresRecords } = await import("./open-postgres.ts");
      const records = await openPostgresRecords(target.url);
      await records.ping();
      return records;
    }
    const { openPGliteRecords } = await import("./open-pglite.ts");
    return await openPGliteRecords(target.dataDir);
  } catch (cause) {
    const engine = "url" in target ? "PostgreSQL" : "PGlite";
    const problem = "url" in target ? "the server did not answer" : "its directory cannot be opened";
    throw new AppError("ENGINE_UNAVAILABLE", { engine, problem }, { cause });
  }
}
