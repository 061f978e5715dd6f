// One import from reading to storing, without any record of it: reads, prepares on worker threads, writes, counts. Who calls
// it decides what is kept of rejects, warnings and progress.
import type { Columnar } from "../../columnar/columnar.ts";
import { AppError } from "../../core/errors.ts";
import type { InputItem } from "../../ingest/input-item.ts";
import type { ReadWarning, Reject } from "../../ingest/read-item.ts";
import type { PreparerOptions } from "../../prepare/preparer.ts";
import { createTally, type ImportCounts } from "./import-tally.ts";
import { createPreparePool } from "./prepare-pool.ts";
import { createWritePipeline } from "./write-pipeline.ts";

export type FileReport = {
  readonly file: string;
  readonly format: string;
  readonly reason: string;
  readonly records: number;
  readonly bytesRead: number;
  /** Why it could not be read to its end. */
  readonly failure?: AppError;
};

export type ImportReport = {
  readonly counts: ImportCounts;
  readonly files: readonly FileReport[];
  readonly passedOver: readonly { readonly file: string; readonly reason: string }[];
  /** By reason, with the first message of each and how often it came. */
  readonly warnings: readonly { readonly reason: string; readonly message: string; readonly count: number }[];
  readonly cancelled: boolean;
};

export type RunImportOptions = {
  readonly columnar: Columnar;
  /** What the reader gives (`readInputs`, or the bodies of HTTP requests). */
  readonly items: AsyncIterable<InputItem>;
  readonly importId: string;
  /** Milliseconds since 1970: among rows of one key the newest import wins. */
  readonly version: number;
  readonly preparer: PreparerOptions;
  readonly workers: number;
  /** Set when an import before this one was interrupted: rows that it left half written are looked for. */
  readonly recheck?: boolean;
  readonly signal?: AbortSignal;
  /** Told of rejects in small batches. */
  readonly onRejects: (rejects: readonly Reject[]) => Promise<void>;
  /** Told after every batch that is durable. */
  readonly onWritten?: (counts: ImportCounts) => Promise<void>;
  readonly onFile?: (file: {
    readonly file: string;
    readonly format: string;
    readonly reason: string;
  }) => void;
};

const REJECTS_AT_ONCE = 500;

/**
 * Runs an import to its end or until it is cancelled; what was read by then is stored either way.
 *
 * @throws AppError when the store or a worker fails. The files' own failures are in the report.
 */
export async function runImport(options: RunImportOptions): Promise<ImportReport> {
  const { columnar, importId, version, preparer, signal } = options;
  const tally = createTally();
  const warnings = new Map<string, { reason: string; message: string; count: number }>();
  const files: FileReport[] = [];
  const passedOver: { file: string; reason: string }[] = [];
  let rejects: Reject[] = [];

  function warn({ reason, message }: Pick<ReadWarning, "reason" | "message">, count = 1): void {
    const known = warnings.get(reason);
    if (known) known.count += count;
    else warnings.set(reason, { reason, message, count });
  }
  async function flushRejects(): Promise<void> {
    const batch = rejects;
    rejects = [];
    if (batch.length > 0) await options.onRejects(batch);
  }

  const context = { workspace: preparer.workspace, importId, version };
  const pool = createPreparePool(options.workers, { preparer, context });
  const pipeline = createWritePipeline({
    columnar,
    pool,
    tally,
    tag: "import",
    recheck: options.recheck ?? false,
    onTruncated: (count) =>
      warn(
        { reason: "truncated", message: "Messages longer than the limit were cut after redaction." },
        count,
      ),
    onWritten: async () => options.onWritten?.(tally.counts()),
  });

  let started = { file: "", format: "", reason: "" };
  try {
    for await (const item of untilCancelled(options.items, signal)) {
      if (signal?.aborted) break;
      switch (item.kind) {
        case "conversation":
          await pipeline.add(item.conversation);
          break;
        case "reject":
          tally.addReject();
          rejects.push(item.reject);
          if (rejects.length >= REJECTS_AT_ONCE) await flushRejects();
          break;
        case "warning":
          warn(item.warning);
          break;
        case "skipped":
          tally.addSkipped(item.count);
          break;
        case "file-started":
          started = item;
          options.onFile?.(item);
          break;
        case "file-finished":
          files.push({
            file: item.file,
            format: started.file === item.file ? started.format : "",
            reason: started.file === item.file ? started.reason : "",
            records: item.records,
            bytesRead: item.bytesRead,
            ...(item.failure && { failure: item.failure }),
          });
          break;
        case "file-passed-over":
          passedOver.push({ file: item.file, reason: item.reason });
          break;
        default:
          item satisfies never;
      }
    }
    await pipeline.finish();
    await flushRejects();
  } finally {
    await pool.close();
  }
  return {
    counts: tally.counts(),
    files,
    passedOver,
    warnings: [...warnings.values()],
    cancelled: signal?.aborted ?? false,
  };
}

/** A reader that is cancelled throws; for an import that is an end like another: what it gave before is stored. */
async function* untilCancelled(
  items: AsyncIterable<InputItem>,
  signal: AbortSignal | undefined,
): AsyncGenerator<InputItem, void, undefined> {
  try {
    yield* items;
  } catch (error) {
    const isCancelled = error instanceof AppError && error.code === "CANCELLED";
    if (!(isCancelled && signal?.aborted)) throw error;
  }
}
