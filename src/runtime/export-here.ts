// An export from the data directory itself, for when no server runs on it.
import { exportRows } from "../api/export/export-rows.ts";
import { createReadContext, resolveFilter } from "../api/read-scope.ts";
import type { Settings } from "../config/settings.ts";
import type { ExportFormat, ExportKind } from "../contract/export.ts";
import type { Filter } from "../query/filter.ts";
import { openRuntime } from "./open-runtime.ts";

export type ExportRequest = {
  readonly kind: ExportKind;
  readonly format: ExportFormat;
  readonly filter: Filter;
  readonly time: string;
};

/**
 * The bytes of the file. The data directory is held from the first chunk until the last one or until the reader stops.
 *
 * @throws AppError DATA_DIR_IN_USE, REQUEST_INVALID for a filter that does not fit
 */
export async function* exportHere(
  settings: Settings,
  { kind, format, filter, time }: ExportRequest,
  signal: AbortSignal,
): AsyncIterable<Uint8Array> {
  const runtime = await openRuntime(settings);
  try {
    const { columnar, records } = runtime;
    const workspace = runtime.workspace.id;
    const context = await createReadContext({ records, workspace, clock: Date.now }, "export", { signal });
    const scope = { filter: (await resolveFilter(records.db, workspace, filter)).filter, time };
    yield* await exportRows({ columnar, db: records.db }, kind, scope, format, context);
  } finally {
    await runtime.close();
  }
}
