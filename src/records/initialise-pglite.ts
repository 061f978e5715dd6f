// A new PGlite directory. Initialising one takes seconds and gives the same every time, so that `npm ci` does it once, beside the
// installed package, and a new data directory gets a copy; where there is nothing to copy it is initialised on the spot.
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type InitialiseData, SMALL_SERVER } from "./pglite-options.ts";

const MODULES = fileURLToPath(new URL("../../node_modules/", import.meta.url));

/** Where the initialised directory of the installed version lies. */
function templatePath(): string {
  const manifest = readFileSync(join(MODULES, "@electric-sql", "pglite", "package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  return join(MODULES, ".cache", "parlance", `pglite-${version}`);
}

/** Makes the directory from which new ones are copied, if it is not there. */
export async function preparePGlite(): Promise<void> {
  await makeWhole(templatePath(), initialiseIn);
}

/** Makes a PGlite directory at `path` unless one is there. A kill leaves nothing half made. */
export async function initialisePGlite(path: string): Promise<void> {
  const template = templatePath();
  await makeWhole(path, (fresh) =>
    existsSync(template) ? cp(template, fresh, { recursive: true }) : initialiseIn(fresh),
  );
}

/** Makes the directory beside its place and moves it there. */
async function makeWhole(path: string, make: (fresh: string) => Promise<void>): Promise<void> {
  if (existsSync(join(path, "PG_VERSION"))) return;
  const fresh = `${path}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(dirname(path), { recursive: true });
  await make(fresh);
  await rm(path, { recursive: true, force: true });
  await rename(fresh, path);
}

async function initialiseIn(path: string): Promise<void> {
  const workerData: InitialiseData = { path, postgresqlconf: SMALL_SERVER };
  const worker = new Worker(new URL("./initialise-pglite-worker.ts", import.meta.url), {
    workerData,
    execArgv: [],
  });
  await once(worker, "exit");
}
