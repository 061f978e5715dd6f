// Picks the engine for the analytics tables: embedded by a data directory, or a server by its URL.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../core/errors.ts";
import type { Columnar } from "./columnar.ts";
import { createColumnar, type SeamOptions } from "./exec-seam.ts";

export type ColumnarTarget = { readonly dataDir: string } | { readonly url: string };

/**
 * Opens the analytics store; `migrate` makes its tables. Embedded it lies in `chdb/` under the data directory, on the main
 * thread only, one directory a process; take the lock of the data directory first.
 */
export async function openColumnar(target: ColumnarTarget, seam: SeamOptions = {}): Promise<Columnar> {
  if ("url" in target) {
    const { createClickHouseEngine } = await import("./clickhouse.ts");
    return createColumnar(createClickHouseEngine(target.url), seam);
  }
  const path = join(target.dataDir, "chdb");
  await mkdir(path, { recursive: true, mode: 0o700 });
  const { createChdbEngine } = await import("./chdb.ts");
  try {
    return createColumnar(createChdbEngine(path), seam);
  } catch (cause) {
    throw new AppError(
      "ENGINE_UNAVAILABLE",
      { engine: "chDB", problem: "its directory cannot be opened" },
      { cause },
    );
  }
}
