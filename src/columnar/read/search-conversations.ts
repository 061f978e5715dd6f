// One page of the conversations that a filter, a window and a search let through. Narrow columns are sorted first and the
// wide ones read for the page alone. Exact search looks for words in messages; semantic search for the utterances nearest
// to a sentence.
import { AppError } from "../../core/errors.ts";
import { FINAL_SETTINGS, whereSql } from "../../query/compile-query.ts";
import type { Filter } from "../../query/filter.ts";
import { both } from "../../query/filter-tree.ts";
import { empty, type Sql, sql, typed } from "../../query/sql.ts";
import type { TimeWindow } from "../../query/time-window.ts";
import type { Columnar } from "../columnar.ts";
import { CONVERSATION_COLUMNS, type ConversationColumns } from "./conversation-columns.ts";
import { execOptions, type ReadContext, readWindow, type Scope } from "./read-context.ts";
import { decodeCursor, encodeCursor } from "./search-cursor.ts";

export type ConversationSort = {
  readonly by: "started" | "messages" | "duration" | "sentiment" | "relevance";
  readonly direction: "asc" | "desc";
};

export type SemanticQuery = { readonly vector: Float32Array; readonly encoder: string };

export type ConversationQuestion = Scope & {
  /** Words that some message must have. */
  readonly words?: string | undefined;
  readonly semantic?: SemanticQuery | undefined;
  readonly sort?: ConversationSort | undefined;
  readonly cursor?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit: number;
};

export type ConversationPageRow = ConversationColumns & {
  readonly first_customer_text: string;
  readonly sort_key: number;
  /** The utterance that a semantic search found nearest: message, start, end. */
  readonly best?: readonly [string, number, number];
  readonly score?: number;
};

export type ConversationPage = {
  readonly rows: readonly ConversationPageRow[];
  readonly total: number;
  readonly nextCursor: string | null;
  readonly window: TimeWindow;
};

/** Distinct texts that a semantic search looks at, and the cosine below which a text is not near. Tuned for bge-small. */
const NEAREST_TEXTS = 2000;
const NEAR_ENOUGH = 0.6;

export async function searchConversations(
  columnar: Columnar,
  question: ConversationQuestion,
  context: ReadContext,
): Promise<ConversationPage> {
  const { window, condition } = await readWindow(columnar, question.time, context);
  const sort: ConversationSort = question.sort ?? {
    by: question.semantic === undefined ? "started" : "relevance",
    direction: "desc",
  };
  if (sort.by === "relevance" && question.semantic === undefined) {
    throw new AppError("REQUEST_INVALID", { problem: "sorting by relevance needs a semantic search" });
  }
  const words: Filter | undefined =
    question.words === undefined ? undefined : { op: "contains", field: "text", text: question.words };
  const where = whereSql(
    {
      workspace: context.workspace,
      filter: both(question.filter, words),
      ...(condition === undefined ? {} : { window: condition }),
    },
    "conversation",
  );
  const matched = question.semantic === undefined ? empty : nearestSql(question.semantic, context.workspace);
  const key = sortKey(sort);
  const after = question.cursor === undefined ? empty : afterSql(question.cursor, sort, key);
  const [rows, [counted]] = await Promise.all([
    columnar.query<ConversationPageRow>(
      pageSql({ context, where, matched, key, after, sort, question }),
      execOptions(context),
    ),
    columnar.query<{ total: string }>(
      sql`SELECT count() AS total FROM conversations FINAL${matched} WHERE ${where} ${FINAL_SETTINGS}`,
      execOptions(context),
    ),
  ]);
  const last = rows.length > question.limit ? rows[question.limit - 1] : undefined;
  return {
    rows: rows.slice(0, question.limit),
    total: Number(counted?.total ?? 0),
    nextCursor:
      last === undefined ? null : encodeCursor({ ...sort, key: last.sort_key, id: last.conversation_id }),
    window,
  };
}

/** A number that rises with what is sorted by. Conversations without a sentiment come last either way. */
function sortKey(sort: ConversationSort): Sql {
  switch (sort.by) {
    case "started":
      return sql`toFloat64(toUnixTimestamp64Milli(started_at))`;
    case "messages":
      return sql`toFloat64(message_count)`;
    case "duration":
      return sql`toFloat64(dateDiff('millisecond', started_at, ended_at))`;
    case "sentiment":
      return sql`if(has_sentiment, toFloat64(sentiment_mean), ${typed(sort.direction === "asc" ? 3 : -3, "Float64")})`;
    case "relevance":
      return sql`score`;
  }
}

function afterSql(cursor: string, sort: ConversationSort, key: Sql): Sql {
  const place = decodeCursor(cursor, sort);
  const last = sql`(${typed(place.key, "Float64")}, ${typed(place.id, "UUID")})`;
  return sort.direction === "asc"
    ? sql` AND (${key}, conversation_id) > ${last}`
    : sql` AND (${key}, conversation_id) < ${last}`;
}

/** Conversations with an utterance whose text is near enough, each with its best one. */
function nearestSql(semantic: SemanticQuery, workspace: string): Sql {
  const vector = typed([...semantic.vector], "Array(Float32)");
  const near = sql`SELECT text_hash, 1 - cosineDistance(vector, CAST(${vector}, 'Array(BFloat16)')) AS nearness FROM vectors WHERE encoder = ${semantic.encoder} AND nearness >= ${NEAR_ENOUGH} ORDER BY nearness DESC, text_hash LIMIT 1 BY text_hash LIMIT ${NEAREST_TEXTS}`;
  return sql` INNER JOIN (SELECT conversation_id, toFloat64(max(nearness)) AS score, argMax((message_id, span_start, span_end), nearness) AS best FROM utterances FINAL INNER JOIN (${near}) AS near USING (text_hash) WHERE workspace = ${workspace} GROUP BY conversation_id) AS matched USING (conversation_id)`;
}

type Page = {
  readonly context: ReadContext;
  readonly where: Sql;
  readonly matched: Sql;
  readonly key: Sql;
  readonly after: Sql;
  readonly sort: ConversationSort;
  readonly question: ConversationQuestion;
};

function pageSql({ context, where, matched, key, after, sort, question }: Page): Sql {
  const direction = sort.direction === "asc" ? sql`ASC` : sql`DESC`;
  const rows = sql`LIMIT ${question.limit + 1} OFFSET ${question.cursor === undefined ? (question.offset ?? 0) : 0}`;
  const order = sql`ORDER BY sort_key ${direction}, conversation_id ${direction}`;
  if (matched !== empty) {
    return sql`SELECT ${CONVERSATION_COLUMNS}, first_customer_text, ${key} AS sort_key, best, score FROM conversations FINAL${matched} WHERE ${where}${after} ${order} ${rows} ${FINAL_SETTINGS}`;
  }
  const page = sql`SELECT day, conversation_id FROM conversations FINAL WHERE ${where}${after} ORDER BY ${key} ${direction}, conversation_id ${direction} ${rows}`;
  return sql`SELECT ${CONVERSATION_COLUMNS}, first_customer_text, ${key} AS sort_key FROM conversations FINAL WHERE workspace = ${context.workspace} AND (day, conversation_id) IN (${page}) ${order} ${FINAL_SETTINGS}`;
}

/** How many conversations the workspace has. */
export async function countConversations(columnar: Columnar, context: ReadContext): Promise<number> {
  const [row] = await columnar.query<{ n: string }>(
    sql`SELECT count() AS n FROM conversations FINAL WHERE workspace = ${context.workspace} ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  return Number(row?.n ?? 0);
}
