// An import with its record: who asked for what, how far it is, what was set aside, how it ended. Everything that takes
// data in (command line, uploads, posted bodies, the sample) goes through here.
import type { Columnar } from "../../columnar/columnar.ts";
import { AppError } from "../../core/errors.ts";
import { newId } from "../../core/ids.ts";
import { readRedactionPolicy } from "../../core/redaction-policy.ts";
import type { InputItem } from "../../ingest/input-item.ts";
import type { Reject } from "../../ingest/read-item.ts";
import type { PreparerOptions } from "../../prepare/preparer.ts";
import { addRejects, type NewReject } from "../../records/import-rejects.ts";
import {
  finishImport,
  hasUnfinishedImports,
  startImport,
  updateImportCounts,
} from "../../records/imports.ts";
import type { Records } from "../../records/records.ts";
import type { Row } from "../../records/schema.ts";
import { ensureSource } from "../../records/sources.ts";
import { getWorkspace } from "../../records/workspaces.ts";
import type { FileOutcome, ImportOutcome } from "./import-outcome.ts";
import type { ImportCounts } from "./import-tally.ts";
import { type FileReport, type ImportReport, runImport } from "./run-import.ts";

export type ImportServices = {
  readonly columnar: Columnar;
  readonly records: Records;
  readonly workspace: Row<"workspaces">;
  /** Worker threads that prepare. */
  readonly workers: number;
};

/** What an import needs of an open runtime. */
export function importServices(
  runtime: Pick<ImportServices, "columnar" | "records" | "workspace"> & {
    readonly settings: { readonly workers: number };
  },
): ImportServices {
  const { columnar, records, workspace, settings } = runtime;
  return { columnar, records, workspace, workers: settings.workers };
}

export type ImportRequest = {
  /** A UUID; made when absent. */
  readonly id?: string;
  readonly source: string;
  readonly files: readonly { readonly name: string; readonly sizeBytes?: number }[];
  readonly items: AsyncIterable<InputItem>;
  readonly signal?: AbortSignal;
  /** Told of the counts each time a batch is durable. */
  readonly onWritten?: (counts: ImportCounts) => void;
  readonly onStarted?: (importId: string) => void;
};

const FIRST_REJECTS = 20;
const RECORD_EVERY_MS = 1_000;

/**
 * Runs an import and keeps its record.
 *
 * @throws AppError when the store fails; the record then says so and what was stored stays.
 */
export async function recordImport(services: ImportServices, request: ImportRequest): Promise<ImportOutcome> {
  const { records, workspace } = services;
  const importId = request.id ?? newId();
  const startedMs = Date.now();
  const preparer = await findPreparerOptions(services, request.source);
  const recheck = await hasUnfinishedImports(records.db, workspace.id, request.source);
  await ensureSource(records.db, workspace.id, { name: request.source });
  await startImport(records.db, workspace.id, { id: importId, source: request.source, files: request.files });
  request.onStarted?.(importId);

  const firstRejects: Reject[] = [];
  let bytes = 0;
  let lastRecorded = 0;
  let lastCounts: ImportCounts | undefined;
  try {
    const report = await runImport({
      columnar: services.columnar,
      items: countingBytes(request.items, (read) => {
        bytes += read;
      }),
      importId,
      version: startedMs,
      preparer,
      workers: services.workers,
      recheck,
      ...(request.signal && { signal: request.signal }),
      onRejects: async (rejects) => {
        firstRejects.push(...rejects.slice(0, FIRST_REJECTS - firstRejects.length));
        await addRejects(records.db, workspace.id, importId, rejects.map(rejectRow));
      },
      onFile: ({ format }) => {
        void updateImportCounts(records.db, workspace.id, importId, { format }).catch(() => undefined);
      },
      onWritten: async (counts) => {
        lastCounts = counts;
        request.onWritten?.(counts);
        if (Date.now() - lastRecorded < RECORD_EVERY_MS) return;
        lastRecorded = Date.now();
        await updateImportCounts(records.db, workspace.id, importId, countColumns(counts, bytes));
      },
    });
    const outcome = outcomeOf(report, { importId, source: request.source, firstRejects, startedMs });
    await finishImport(records.db, workspace.id, importId, {
      state: outcome.cancelled ? "cancelled" : hasFailed(outcome) ? "failed" : "done",
      counts: countColumns(report.counts, bytes),
      warnings: outcome.warnings,
      ...(hasFailed(outcome) && { error: outcome.files[0]?.problem ?? "" }),
    });
    return outcome;
  } catch (error) {
    const counts = lastCounts ?? {
      read: 0,
      stored: 0,
      updated: 0,
      duplicate: 0,
      setAside: 0,
      skipped: 0,
      conversations: 0,
    };
    const problem = error instanceof AppError ? error.message : "Something went wrong inside Parlance.";
    await finishImport(records.db, workspace.id, importId, {
      state: "failed",
      counts: countColumns(counts, bytes),
      error: problem,
    });
    throw error;
  }
}

/** How the workspace wants its data prepared now: people change that while a server runs. */
export async function findPreparerOptions(
  { records, workspace: { id } }: Pick<ImportServices, "records" | "workspace">,
  source: string,
): Promise<PreparerOptions> {
  const { secret_key: key, redaction_policy: policy } = await getWorkspace(records.db, id);
  return { workspace: id, source, key, policy: readRedactionPolicy(policy) };
}

function hasFailed({ files }: ImportOutcome): boolean {
  return files.length > 0 && files.every(({ problem }) => problem !== undefined);
}

async function* countingBytes(
  items: AsyncIterable<InputItem>,
  onBytes: (read: number) => void,
): AsyncIterable<InputItem> {
  for await (const item of items) {
    if (item.kind === "file-finished") onBytes(item.bytesRead);
    yield item;
  }
}

/** Counts as the columns of the record. */
export function countColumns(counts: ImportCounts, bytes: number) {
  const { setAside, read, stored, duplicate, updated, skipped } = counts;
  return { read, stored, duplicate, updated, set_aside: setAside, skipped, bytes };
}

/** A reject as a row of the record. */
export function rejectRow({ place, reason, field, expected, advice, checksum }: Reject): NewReject {
  return {
    file: place.file,
    line: place.line ?? null,
    path: place.path ?? null,
    reason,
    field: field ?? null,
    expected,
    advice,
    checksum,
  };
}

function fileOutcome({ file, format, reason, records, failure }: FileReport): FileOutcome {
  return {
    file,
    format,
    reason,
    records,
    ...(failure && { problem: failure.message, advice: failure.advice }),
  };
}

function outcomeOf(
  report: ImportReport,
  rest: Pick<ImportOutcome, "importId" | "source" | "firstRejects"> & { startedMs: number },
): ImportOutcome {
  const { startedMs, ...identity } = rest;
  return {
    ...identity,
    counts: report.counts,
    files: report.files.map(fileOutcome),
    passedOver: report.passedOver,
    warnings: report.warnings,
    cancelled: report.cancelled,
    elapsedMs: Date.now() - startedMs,
  };
}
