// The one way to the engine. Decides what every statement carries (a tag, a time limit, memory and FINAL settings), how it is
// timed and cancelled, and what an engine's error becomes. Parameter values and texts never reach an error.
import { AppError } from "../core/errors.ts";
import { type Sql, type Statement, sql, toStatement } from "../query/sql.ts";
import type { Columnar, ExecOptions, ExecTiming, TableName, TabSeparatedRows } from "./columnar.ts";
import { encodeRows } from "./encode-rows.ts";
import { toEngineError } from "./engine-error.ts";

const DEFAULT_TIMEOUT_MS = 30_000;

// ClickHouse's numbers of errors.
const TIMEOUT_EXCEEDED = "159";
const TOO_SLOW = "160";

/** What an adapter runs: a statement with its settings, and the signal that ends it. */
export type Call = Statement & {
  readonly settings: Readonly<Record<string, string | number>>;
  readonly signal: AbortSignal | undefined;
};

/** Rows ready to be sent. Without columns the lines name them. */
export type EncodedLines = {
  readonly lines: Uint8Array;
  readonly format: "JSONEachRow" | "TabSeparated";
  readonly columns: readonly string[] | undefined;
};

/** What an adapter brings: the bare engine, whose errors may be anything. */
export type Engine = {
  readonly kind: Columnar["kind"];
  query<Row>(call: Call): Promise<Row[]>;
  stream<Row>(call: Call): AsyncIterable<readonly Row[]>;
  exec(call: Call): Promise<void>;
  insert(table: TableName, rows: EncodedLines, call: Omit<Call, keyof Statement>): Promise<void>;
  close(): Promise<void>;
};

/**
 * Rows come in blocks of a few thousand, of which each has a key of its own: reading them on several threads and looking for
 * rows to replace within a block cost a fifth of the time.
 */
const INSERT_SETTINGS = { input_format_parallel_parsing: 0, optimize_on_insert: 0 } as const;

function encode(table: TableName, rows: readonly object[] | Uint8Array | TabSeparatedRows): EncodedLines {
  if ("tabSeparated" in rows)
    return { lines: rows.tabSeparated, format: "TabSeparated", columns: rows.columns };
  const lines = rows instanceof Uint8Array ? rows : encodeRows(rows);
  return { lines, format: "JSONEachRow", columns: INSERT_COLUMNS[table] };
}

/** Columns that an insert of JSON names. The engine only reads `vector_base64`, which is not kept, when it is named. */
const INSERT_COLUMNS: Readonly<Partial<Record<TableName, readonly [string, ...string[]]>>> = {
  vectors: ["encoder", "text_hash", "vector_base64", "version"],
};

export type SeamOptions = { readonly onTiming?: (timing: ExecTiming) => void };

function settingsOf(options: ExecOptions): Record<string, string | number> {
  return {
    log_comment: options.tag,
    // 64-bit keys and versions do not fit a JavaScript number.
    output_format_json_quote_64bit_integers: 1,
    // A key holds its partition's day, so equal keys never lie in two partitions.
    do_not_merge_across_partitions_select_final: 1,
    max_execution_time: (options.timeoutMs ?? DEFAULT_TIMEOUT_MS) / 1000,
  };
}

const CONNECTION_CODES = new Set(["ECONNREFUSED", "ENOTFOUND", "ECONNRESET", "ETIMEDOUT", "EPIPE"]);

function toAppError(error: unknown, engine: Engine, options: ExecOptions, statement: string): AppError {
  if (error instanceof AppError) return error;
  const cause = toEngineError(error, statement);
  if (options.signal?.aborted) return new AppError("CANCELLED", { what: options.tag }, { cause });
  const name = engine.kind === "chdb" ? "chDB" : "ClickHouse";
  if (cause.code === TIMEOUT_EXCEEDED || cause.code === TOO_SLOW)
    return new AppError("QUERY_TIMEOUT", { limitMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS }, { cause });
  if (CONNECTION_CODES.has(cause.code)) {
    const problem = `the connection failed (${cause.code})`;
    return new AppError("ENGINE_UNAVAILABLE", { engine: name, problem }, { cause });
  }
  return new AppError("ENGINE_QUERY_FAILED", { engine: name, tag: options.tag }, { cause });
}

/** Wraps a bare engine in the seam. */
export function createColumnar(engine: Engine, seam: SeamOptions = {}): Columnar {
  async function guarded<T>(
    what: ExecTiming["what"],
    options: ExecOptions,
    statement: string,
    run: () => Promise<T>,
  ): Promise<T> {
    const started = performance.now();
    let failed = true;
    try {
      options.signal?.throwIfAborted();
      const result = await run();
      failed = false;
      return result;
    } catch (error) {
      throw toAppError(error, engine, options, statement);
    } finally {
      seam.onTiming?.({ tag: options.tag, what, ms: performance.now() - started, failed });
    }
  }

  const callOf = (statement: Sql, options: ExecOptions): Call => ({
    ...toStatement(statement),
    settings: settingsOf(options),
    signal: options.signal,
  });

  return {
    kind: engine.kind,
    query<Row>(statement: Sql, options: ExecOptions) {
      const call = callOf(statement, options);
      return guarded("query", options, call.text, () => engine.query<Row>(call));
    },
    exec(statement, options) {
      const call = callOf(statement, options);
      return guarded("exec", options, call.text, () => engine.exec(call));
    },
    insert: (table, rows, options) =>
      guarded("insert", options, `INSERT INTO ${table}`, async () => {
        const encoded = encode(table, rows);
        if (encoded.lines.length === 0) return;
        const settings = { ...settingsOf(options), ...INSERT_SETTINGS };
        await engine.insert(table, encoded, { settings, signal: options.signal });
      }),
    async *stream<Row>(statement: Sql, options: ExecOptions) {
      const call = callOf(statement, options);
      const started = performance.now();
      let failed = true;
      try {
        options.signal?.throwIfAborted();
        yield* engine.stream<Row>(call);
        failed = false;
      } catch (error) {
        throw toAppError(error, engine, options, call.text);
      } finally {
        seam.onTiming?.({ tag: options.tag, what: "stream", ms: performance.now() - started, failed });
      }
    },
    async ping() {
      const options = { tag: "ping", timeoutMs: 5_000 };
      const call = callOf(sql`SELECT 1`, options);
      await guarded("query", options, call.text, () => engine.query(call));
    },
    close: () => engine.close(),
  };
}
