// Makes a new PGlite directory in a thread of its own. Initialising touches several hundred megabytes of WebAssembly memory
// that a process would keep to its end; a thread gives them back when it ends.
import { workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import type { InitialiseData } from "./pglite-options.ts";

const { path, postgresqlconf } = workerData as InitialiseData;
const pglite = await PGlite.create(path, { postgresqlconf: [...postgresqlconf] });
await pglite.close();
