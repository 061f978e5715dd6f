// Everything of one kind that a filter and a window let through, as the bytes of a file, in constant memory. Both HTTP and
// `parlance export` read it here.

import type { Columnar } from "../../columnar/columnar.ts";
import { type ConversationColumns, nameTopic, topicsOf } from "../../columnar/read/conversation-columns.ts";
import { type ReadContext, readWindow, type Scope, toInstant } from "../../columnar/read/read-context.ts";
import { toAttributes } from "../../columnar/read/read-conversation.ts";
import { readTopicFigures } from "../../columnar/read/topic-figures.ts";
import type { ExportFormat, ExportKind } from "../../contract/export.ts";
import type { TopicTree } from "../../core/topic-tree.ts";
import { FINAL_SETTINGS, whereSql } from "../../query/compile-query.ts";
import { type Sql, sql } from "../../query/sql.ts";
import type { RecordsDb } from "../../records/records.ts";
import { listTopicWords } from "../../records/topics.ts";
import { encodeExport } from "./encode-export.ts";
import { EXPORT_COLUMNS, type ExportRow } from "./export-columns.ts";

export type ExportSources = { readonly columnar: Columnar; readonly db: RecordsDb };

/** An export may take hours; the caller's signal ends it. */
const TIMEOUT_MS = 24 * 3_600_000;

/** Throws REQUEST_INVALID for a filter that does not fit, before the first byte. */
export async function exportRows(
  sources: ExportSources,
  kind: ExportKind,
  scope: Scope,
  format: ExportFormat,
  context: ReadContext,
): Promise<AsyncIterable<Uint8Array>> {
  const rows =
    kind === "topics" ? topicRows(sources, scope, context) : await tableRows(sources, kind, scope, context);
  return encodeExport(rows, EXPORT_COLUMNS[kind], format);
}

async function tableRows(
  { columnar }: ExportSources,
  kind: Exclude<ExportKind, "topics">,
  scope: Scope,
  context: ReadContext,
): Promise<AsyncIterable<readonly ExportRow[]>> {
  const { condition } = await readWindow(columnar, scope.time, context);
  const spec = {
    workspace: context.workspace,
    filter: scope.filter,
    ...(condition === undefined ? {} : { window: condition }),
  };
  const { topics } = context;
  const options = {
    tag: context.tag,
    timeoutMs: TIMEOUT_MS,
    ...(context.signal === undefined ? {} : { signal: context.signal }),
  };
  switch (kind) {
    case "conversations":
      return mapBlocks(
        columnar.stream<ConversationRecord>(conversationsSql(whereSql(spec, "conversation")), options),
        (row) => conversationRow(row, topics),
      );
    case "messages":
      return mapBlocks(
        columnar.stream<MessageRecord>(messagesSql(whereSql(spec, "message")), options),
        messageRow,
      );
    case "utterances":
      return mapBlocks(
        columnar.stream<UtteranceRecord>(utterancesSql(whereSql(spec, "utterance")), options),
        (row) => utteranceRow(row, topics),
      );
  }
}

async function* mapBlocks<Row>(
  blocks: AsyncIterable<readonly Row[]>,
  map: (row: Row) => ExportRow,
): AsyncIterable<readonly ExportRow[]> {
  for await (const rows of blocks) yield rows.map(map);
}

type ConversationRecord = Omit<ConversationColumns, "day"> &
  Parameters<typeof toAttributes>[0] & {
    readonly customer_message_count: number;
    readonly bot_message_count: number;
    readonly agent_message_count: number;
    readonly first_customer_text: string;
  };

const conversationsSql = (where: Sql): Sql =>
  sql`SELECT conversation_id, external_id, source, channel, language, customer, started_at, ended_at, message_count, customer_message_count, bot_message_count, agent_message_count, outcome, outcome_origin, handed_over, primary_topic_id, topic_ids, sentiment_mean, sentiment_start, sentiment_end, sentiment_lowest, has_sentiment, first_customer_text, attributes_text, attributes_number, attributes_boolean, attributes_time FROM conversations FINAL WHERE ${where} ORDER BY day, conversation_id ${FINAL_SETTINGS}`;

function conversationRow(row: ConversationRecord, tree: TopicTree): ExportRow {
  const [started, ended] = [toInstant(row.started_at), toInstant(row.ended_at)];
  const felt = (score: number): number | null => (row.has_sentiment ? score : null);
  const attributes = Object.entries(toAttributes(row)).map(([name, attribute]) => [name, attribute.value]);
  const { topics, primaryTopic } = topicsOf(row, tree);
  return {
    ...row,
    started_at: started,
    ended_at: ended,
    duration_seconds: (Date.parse(ended) - Date.parse(started)) / 1000,
    primary_topic_id: primaryTopic?.id ?? null,
    primary_topic: primaryTopic?.name ?? null,
    topics,
    sentiment_mean: felt(row.sentiment_mean),
    sentiment_start: felt(row.sentiment_start),
    sentiment_end: felt(row.sentiment_end),
    sentiment_lowest: felt(row.sentiment_lowest),
    attributes: Object.fromEntries(attributes),
  };
}

type MessageRecord = {
  readonly sent_at: string;
  readonly redaction_starts: readonly number[];
  readonly redaction_ends: readonly number[];
  readonly redaction_types: readonly string[];
};

const messagesSql = (where: Sql): Sql =>
  sql`SELECT conversation_id, message_id, position, sent_at, channel, source, role, participant, text, redaction_starts, redaction_ends, redaction_types, bot_node, reply_to, duration_ms FROM messages FINAL WHERE ${where} ORDER BY day, conversation_id, message_id ${FINAL_SETTINGS}`;

function messageRow(row: MessageRecord): ExportRow {
  return {
    ...row,
    sent_at: toInstant(row.sent_at),
    redactions: row.redaction_types.map((type, index) => ({
      start: row.redaction_starts[index] ?? 0,
      end: row.redaction_ends[index] ?? 0,
      type,
    })),
  };
}

type UtteranceRecord = {
  readonly sent_at: string;
  readonly topic_id: number;
  readonly topic_confidence: number;
  readonly topic_reason: string;
  readonly sentiment: number;
  readonly has_sentiment: boolean;
};

const utterancesSql = (where: Sql): Sql =>
  sql`SELECT conversation_id, message_id, span_start AS start, span_end AS end, sent_at, channel, source, role, normalised, language, topic_id, topic_confidence, topic_reason, sentiment, has_sentiment FROM utterances FINAL WHERE ${where} ORDER BY day, conversation_id, message_id, span_start ${FINAL_SETTINGS}`;

function utteranceRow({ topic_reason, ...row }: UtteranceRecord, tree: TopicTree): ExportRow {
  const topic = nameTopic(tree.idAt("topic", row.topic_id), tree);
  const subtopic = nameTopic(tree.idAt("subtopic", row.topic_id), tree);
  return {
    ...row,
    sent_at: toInstant(row.sent_at),
    topic_id: topic?.id ?? null,
    topic: topic?.name ?? null,
    subtopic_id: subtopic?.id ?? null,
    subtopic: subtopic?.name ?? null,
    topic_confidence: topic === null ? null : row.topic_confidence,
    unassigned_reason: topic === null && topic_reason !== "" ? topic_reason : null,
    sentiment: row.has_sentiment ? row.sentiment : null,
  };
}

async function* topicRows(
  { columnar, db }: ExportSources,
  scope: Scope,
  context: ReadContext,
): AsyncIterable<readonly ExportRow[]> {
  const overview = await readTopicFigures(columnar, scope, context);
  const words = await listTopicWords(db, context.workspace);
  const nodes = [...context.topics.nodes.values()].filter(
    (node) => !node.isHidden && !overview.small.has(node.id),
  );
  yield nodes.map((node) => {
    const figures = overview.figures.get(node.id);
    return {
      topic_id: node.id,
      level: node.level,
      name: node.name,
      found_name: node.foundName,
      parent_id: node.parentId,
      description: words.get(node.id)?.description ?? "",
      phrases: words.get(node.id)?.phrases ?? [],
      conversations: figures?.conversations ?? 0,
      share: figures?.share.value ?? null,
      utterances: figures?.utterances ?? 0,
      sentiment: figures?.sentiment.value ?? null,
    };
  });
}
