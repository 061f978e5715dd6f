// One conversation with its messages, their redactions and labelled utterances.
import type { AttributeValue, Role } from "../../core/domain.ts";
import type { RedactionType } from "../../core/redaction-tag.ts";
import type { TopicTree } from "../../core/topic-tree.ts";
import { utteranceId } from "../../core/utterance-id.ts";
import { FINAL_SETTINGS } from "../../query/compile-query.ts";
import { sql, typed } from "../../query/sql.ts";
import type { Columnar } from "../columnar.ts";
import { CONVERSATION_COLUMNS, type ConversationColumns, toConversation } from "./conversation-columns.ts";
import { listReasons, toTopic, unassignedReason } from "./conversation-reasons.ts";
import { execOptions, type ReadContext, toInstant } from "./read-context.ts";

type ConversationRecord = ConversationColumns & {
  readonly import_id: string;
  readonly attributes_text: Readonly<Record<string, string>>;
  readonly attributes_number: Readonly<Record<string, number>>;
  readonly attributes_boolean: Readonly<Record<string, boolean>>;
  readonly attributes_time: Readonly<Record<string, string>>;
};
type MessageRecord = {
  readonly message_id: string;
  readonly position: number;
  readonly sent_at: string;
  readonly role: Role;
  readonly participant: string;
  readonly text: string;
  readonly redaction_starts: readonly number[];
  readonly redaction_ends: readonly number[];
  readonly redaction_types: readonly RedactionType[];
  readonly bot_node: string;
  readonly reply_to: string;
  readonly duration_ms: number;
};
type UtteranceRecord = {
  readonly message_id: string;
  readonly span_start: number;
  readonly span_end: number;
  readonly role: Role;
  readonly language: string;
  readonly topic_id: number;
  readonly topic_confidence: number;
  readonly topic_reason: string;
  readonly label_version: string;
  readonly sentiment: number;
  readonly has_sentiment: boolean;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Undefined when the workspace has no such conversation. */
export async function readConversation(columnar: Columnar, id: string, context: ReadContext) {
  if (!UUID.test(id)) return undefined;
  const options = execOptions(context);
  const key = sql`workspace = ${context.workspace} AND conversation_id = ${typed(id, "UUID")}`;
  const [row] = await columnar.query<ConversationRecord>(
    sql`SELECT ${CONVERSATION_COLUMNS}, import_id, attributes_text, attributes_number, attributes_boolean, attributes_time FROM conversations FINAL WHERE ${key} ${FINAL_SETTINGS}`,
    options,
  );
  if (row === undefined) return undefined;
  const here = sql`${key} AND day = ${typed(row.day, "Date")}`;
  const [messages, utterances] = await Promise.all([
    columnar.query<MessageRecord>(
      sql`SELECT message_id, position, sent_at, role, participant, text, redaction_starts, redaction_ends, redaction_types, bot_node, reply_to, duration_ms FROM messages FINAL WHERE ${here} ORDER BY sent_at, position, message_id ${FINAL_SETTINGS}`,
      options,
    ),
    columnar.query<UtteranceRecord>(
      sql`SELECT message_id, span_start, span_end, role, language, topic_id, topic_confidence, topic_reason, label_version, sentiment, has_sentiment FROM utterances FINAL WHERE ${here} ORDER BY sent_at, position, message_id, span_start ${FINAL_SETTINGS}`,
      options,
    ),
  ]);
  const tree = context.topics;
  const byMessage = Map.groupBy(utterances, (utterance) => utterance.message_id);
  return {
    ...toConversation(row, tree),
    attributes: toAttributes(row),
    importId: row.import_id,
    reasons: listReasons(row.primary_topic_id, utterances, tree),
    messages: messages.map((message) => ({
      ...toMessage(message),
      utterances: (byMessage.get(message.message_id) ?? []).map((utterance) => toUtterance(utterance, tree)),
    })),
  };
}

function toMessage(row: MessageRecord) {
  return {
    id: row.message_id,
    position: row.position,
    sentAt: toInstant(row.sent_at),
    role: row.role,
    participant: row.participant,
    text: row.text,
    redactions: row.redaction_types.map((type, index) => ({
      start: row.redaction_starts[index] ?? 0,
      end: row.redaction_ends[index] ?? 0,
      type,
    })),
    botNode: row.bot_node,
    replyTo: row.reply_to,
    durationMs: row.duration_ms,
  };
}

function toUtterance(row: UtteranceRecord, tree: TopicTree) {
  return {
    id: utteranceId(row.message_id, row.span_start),
    start: row.span_start,
    end: row.span_end,
    language: row.language,
    topic: toTopic(row, tree),
    unassigned: unassignedReason(row, tree),
    sentiment: row.has_sentiment ? row.sentiment : null,
  };
}

/** The four maps as one, by name. */
export function toAttributes(
  row: Pick<
    ConversationRecord,
    "attributes_text" | "attributes_number" | "attributes_boolean" | "attributes_time"
  >,
): Record<string, AttributeValue> {
  const attributes: [string, AttributeValue][] = [];
  for (const [name, value] of Object.entries(row.attributes_text))
    attributes.push([name, { kind: "text", value }]);
  for (const [name, value] of Object.entries(row.attributes_number)) {
    attributes.push([name, { kind: "number", value }]);
  }
  for (const [name, value] of Object.entries(row.attributes_boolean)) {
    attributes.push([name, { kind: "boolean", value }]);
  }
  for (const [name, value] of Object.entries(row.attributes_time)) {
    attributes.push([name, { kind: "time", value: toInstant(value) }]);
  }
  attributes.sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(attributes);
}
