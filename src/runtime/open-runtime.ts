// Opens what every command that touches data needs: the lock, both engines with their newest tables, and the workspace.
import type { Columnar } from "../columnar/columnar.ts";
import type { SeamOptions } from "../columnar/exec-seam.ts";
import { migrate } from "../columnar/migrate.ts";
import { openColumnar } from "../columnar/open-columnar.ts";
import type { Settings } from "../config/settings.ts";
import { acquireLock } from "../lock/acquire-lock.ts";
import type { DataDirLock } from "../lock/data-dir-lock.ts";
import { failInterruptedImports } from "../records/imports.ts";
import { migrateRecords } from "../records/migrate-records.ts";
import { openRecords } from "../records/open-records.ts";
import type { Records } from "../records/records.ts";
import type { Row } from "../records/schema.ts";
import { ensureWorkspace } from "../records/workspaces.ts";

/** The one workspace of an installation, until more can be made. */
const WORKSPACE = { id: "default", name: "Workspace" };

export type Runtime = {
  readonly settings: Settings;
  readonly columnar: Columnar;
  readonly records: Records;
  readonly workspace: Row<"workspaces">;
  readonly lock: DataDirLock;
  /** Closes the engines and gives the lock back, in that order. */
  close(): Promise<void>;
};

/**
 * Takes the lock of the data directory, then opens and migrates the engines.
 *
 * @throws AppError DATA_DIR_IN_USE, ENGINE_UNAVAILABLE
 */
export async function openRuntime(settings: Settings, seam: SeamOptions = {}): Promise<Runtime> {
  const { dataDir, clickhouseUrl, databaseUrl } = settings;
  const lock = await acquireLock(dataDir);
  const opened: { close(): Promise<void> }[] = [];
  async function close(): Promise<void> {
    for (const engine of opened.splice(0)) await engine.close();
    await lock.release();
  }
  try {
    const records = await openRecords(databaseUrl === "" ? { dataDir } : { url: databaseUrl });
    opened.push(records);
    const columnar = await openColumnar(clickhouseUrl === "" ? { dataDir } : { url: clickhouseUrl }, seam);
    opened.push(columnar);
    await Promise.all([migrateRecords(records), migrate(columnar)]);
    await failInterruptedImports(records.db);
    const workspace = await ensureWorkspace(records.db, WORKSPACE);
    return { settings, columnar, records, workspace, lock, close };
  } catch (error) {
    await close();
    throw error;
  }
}
