// The port to ClickHouse, embedded or server. Every call goes through the exec seam (`exec-seam.ts`), where statements are
// tagged, timed, capped, cancelled and their errors mapped. Adapters: `chdb.ts` and `clickhouse.ts`; `open-columnar.ts` picks.
import type { Sql } from "../query/sql.ts";

export type ExecOptions = {
  /** Route or job that asks; lands in the engine's log_comment and in errors. */
  readonly tag: string;
  readonly signal?: AbortSignal;
  /** Default 30,000. */
  readonly timeoutMs?: number;
};

export const TABLES = [
  "conversations",
  "messages",
  "utterances",
  "vectors",
  "text_labels",
  "readings",
  "conversation_scores",
  "text_positions",
  "lens_positions",
  "model_topics",
] as const;
export type TableName = (typeof TABLES)[number];

/** Lines in ClickHouse's format TabSeparated, with the columns that they hold in their order. */
export type TabSeparatedRows = { readonly tabSeparated: Uint8Array; readonly columns: readonly string[] };

/** What one call cost; for metrics. `tag` is as given, `what` is the kind of call. */
export type ExecTiming = {
  readonly tag: string;
  readonly what: "query" | "stream" | "exec" | "insert";
  readonly ms: number;
  readonly failed: boolean;
};

export type Columnar = {
  readonly kind: "chdb" | "clickhouse";
  /** Rows as JSON objects. 64-bit integers arrive as strings, times as `YYYY-MM-DD hh:mm:ss.mmm` in UTC. */
  query<Row>(statement: Sql, options: ExecOptions): Promise<Row[]>;
  /** The same in blocks, for results that don't fit memory. */
  stream<Row>(statement: Sql, options: ExecOptions): AsyncIterable<readonly Row[]>;
  /** A statement without a result: DDL, INSERT SELECT, DELETE. */
  exec(statement: Sql, options: ExecOptions): Promise<void>;
  /** Appends rows given as objects, as JSON Lines or tab-separated. Resolves when they are durable. */
  insert(
    table: TableName,
    rows: readonly object[] | Uint8Array | TabSeparatedRows,
    options: ExecOptions,
  ): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
};
