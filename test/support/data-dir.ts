// Data directories with initialised records. Initialising PGlite takes seconds of processor time, the same bytes every time: the
// first test that needs them makes a template beside the installed package, and every directory is a copy of it.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openPGliteRecords } from "../../src/records/open-pglite.ts";

const MODULES = fileURLToPath(new URL("../../node_modules/", import.meta.url));
const CACHE = join(MODULES, ".cache", "parlance-test");
const { version } = JSON.parse(
  readFileSync(join(MODULES, "@electric-sql", "pglite", "package.json"), "utf8"),
) as { version: string };
const TEMPLATE = join(CACHE, `pglite-${version}`);

async function makeTemplate(): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const fresh = mkdtempSync(join(CACHE, "new-"));
  await (await openPGliteRecords(fresh)).close();
  try {
    renameSync(fresh, TEMPLATE);
  } catch (error) {
    // Another test process was faster.
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(TEMPLATE)) throw error;
  }
}

/** Puts initialised, empty records into a data directory that has none; the directory is made when it is not there. */
export async function initialiseDataDir(dataDir: string): Promise<string> {
  if (existsSync(join(dataDir, "records"))) return dataDir;
  if (!existsSync(TEMPLATE)) await makeTemplate();
  mkdirSync(dirname(dataDir), { recursive: true });
  cpSync(TEMPLATE, dataDir, { recursive: true });
  return dataDir;
}

/** A new data directory of this test, with initialised records. */
export function createDataDir(name: string): Promise<string> {
  return initialiseDataDir(mkdtempSync(join(tmpdir(), `parlance-${name}-`)));
}
