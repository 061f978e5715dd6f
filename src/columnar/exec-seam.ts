// The one way to the engine. Decides what every statement carries (a tag, a time limit, memory and FINAL settings), how it is
// timed and cancelled, and what an engine's error becomes. Parameter values and texts never reach a message of ours; the
// engine's own words stay in `cause`, for the log.
import { AppError } from "../core/errors.ts";
import { type Sql, type Statement, toStatement } from "../query/sql.ts";
import type { Columnar, ExecOptions, ExecTiming, TableName } from "./columnar.ts";
import { encodeRows } from "./encode-rows.ts";

const DEFAULT_TIMEOUT_MS = 30_000;

/** What an adapter runs: a statement with its settings, and the signal that ends it. */
export type Call = Statement & {
  readonly settings: Readonly<Record<string, string | number>>;
  readonly signal: AbortSignal | undefined;
};

/** What an adapter brings: the bare engine, whose errors may be anything. */
export type Engine = {
  readonly kind: Columnar["kind"];
  query<Row>(call: Call): Promise<Row[]>;
  stream<Row>(call: Call): AsyncIterable<readonly Row[]>;
  exec(call: Call): Promise<void>;
  insert(table: TableName, lines: Uint8Array, call: Omit<Call, keyof Statement>): Promise<void>;
  close(): Promise<void>;
};

/** Columns that an insert names. The engine only reads `vector_base64`, which is not kept, when it is named. */
export const INSERT_COLUMNS: Readonly<Partial<Record<TableName, readonly [string, ...string[]]>>> = {
  vectors: ["encoder", "text_hash", "vector_base64", "version"],
};

export type SeamOptions = { readonly onTiming?: (timing: ExecTiming) => void };

function settingsOf(options: ExecOptions): Record<string, string | number> {
  return {
    log_comment: options.tag,
    // 64-bit keys and versions do not fit a JavaScript number.
    output_format_json_quote_64bit_integers: 1,
    max_execution_time: (options.timeoutMs ?? DEFAULT_TIMEOUT_MS) / 1000,
  };
}

function toAppError(error: unknown, engine: Engine, options: ExecOptions): AppError {
  if (error instanceof AppError) return error;
  const cause = { cause: error };
  if (options.signal?.aborted) return new AppError("CANCELLED", { what: options.tag }, cause);
  const name = engine.kind === "chdb" ? "chDB" : "ClickHouse";
  const code = readErrorCode(error);
  if (code === "159" || code === "160")
    return new AppError("QUERY_TIMEOUT", { limitMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS }, cause);
  if (code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "ECONNRESET" || code === "ETIMEDOUT")
    return new AppError(
      "ENGINE_UNAVAILABLE",
      { engine: name, problem: `the connection failed (${code})` },
      cause,
    );
  return new AppError("ENGINE_QUERY_FAILED", { engine: name, tag: options.tag }, cause);
}

/** ClickHouse's number of the error, or Node's word for a failed connection. */
function readErrorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("clickhouseCode" in error && error.clickhouseCode !== undefined) return String(error.clickhouseCode);
  if ("code" in error && error.code !== undefined) return String(error.code);
  return undefined;
}

/** Wraps a bare engine in the seam. */
export function createColumnar(engine: Engine, seam: SeamOptions = {}): Columnar {
  async function guarded<T>(
    what: ExecTiming["what"],
    options: ExecOptions,
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
      throw toAppError(error, engine, options);
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
    query: <Row>(statement: Sql, options: ExecOptions) =>
      guarded("query", options, () => engine.query<Row>(callOf(statement, options))),
    exec: (statement, options) => guarded("exec", options, () => engine.exec(callOf(statement, options))),
    insert: (table, rows, options) =>
      guarded("insert", options, async () => {
        const lines = rows instanceof Uint8Array ? rows : encodeRows(rows);
        if (lines.length === 0) return;
        await engine.insert(table, lines, { settings: settingsOf(options), signal: options.signal });
      }),
    async *stream<Row>(statement: Sql, options: ExecOptions) {
      const started = performance.now();
      let failed = true;
      try {
        options.signal?.throwIfAborted();
        yield* engine.stream<Row>(callOf(statement, options));
        failed = false;
      } catch (error) {
        throw toAppError(error, engine, options);
      } finally {
        seam.onTiming?.({ tag: options.tag, what: "stream", ms: performance.now() - started, failed });
      }
    },
    async ping() {
      const call = { text: "SELECT 1", params: {}, settings: settingsOf({ tag: "ping", timeoutMs: 5000 }) };
      await guarded("query", { tag: "ping", timeoutMs: 5000 }, () =>
        engine.query({ ...call, signal: undefined }),
      );
    },
    close: () => engine.close(),
  };
}
