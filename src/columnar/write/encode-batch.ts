// Pure, for worker threads: prepared conversations as the bytes of their rows. Rows are put together as text by hand: it is the
// hot path of an import and takes a third of the time of building objects and stringifying them.
import type { Attributes } from "../../core/domain.ts";
import type { PreparedConversation, PreparedMessage } from "../../prepare/prepared.ts";
import type { EncodedBatch, WriteContext } from "./encoded-batch.ts";
import { joinParts } from "./join-parts.ts";
import { RowWriter } from "./row-writer.ts";
import type { ConversationRow } from "./stored-rows.ts";
import { compareInTime, dayOf, type MessageSummary, summariseMessages } from "./summarise-messages.ts";

/** Length in UTF-16 units to which a conversation's row keeps its first customer message; the message has the whole. */
const FIRST_TEXT_LENGTH = 500;

/** JSON of a string. A lone surrogate, which is not text, becomes U+FFFD: the engine refuses it. */
function json(text: string): string {
  return JSON.stringify(text.isWellFormed() ? text : text.toWellFormed());
}

/** `2026-03-05T14:30:00.123Z` as the engine writes it. */
function engineTime(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}`;
}

type Columns = { readonly shared: string; readonly utteranceShared: string; readonly tail: string };

function writeMessage(
  messages: RowWriter,
  utterances: RowWriter,
  columns: Columns,
  message: PreparedMessage,
): void {
  const sentAt = engineTime(message.sentAt);
  const key = `"message_id":"${message.messageId}","position":${message.position},"sent_at":"${sentAt}","role":"${message.role}"`;
  const { redactions } = message;
  messages.write(
    `{${columns.shared},${key},"participant":${json(message.participant)},"text":${json(message.text)},` +
      `"redaction_starts":[${redactions.map((span) => span.start)}],"redaction_ends":[${redactions.map((span) => span.end)}],` +
      `"redaction_types":[${redactions.map((span) => `"${span.type}"`)}],"bot_node":${json(message.botNode)},` +
      `"reply_to":${json(message.replyTo)},"duration_ms":${message.durationMs},"row_hash":${json(message.rowHash)},${columns.tail}}\n`,
  );
  for (const span of message.utterances) {
    utterances.write(
      `{${columns.utteranceShared},${key},"span_start":${span.start},"span_end":${span.end},"normalised":${json(span.normalised)}}\n`,
    );
  }
}

function splitAttributes(attributes: Attributes) {
  const text: Record<string, string> = {};
  const number: Record<string, number> = {};
  const boolean: Record<string, boolean> = {};
  const time: Record<string, string> = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    const key = name.toWellFormed();
    if (attribute.kind === "text") text[key] = attribute.value.toWellFormed();
    else if (attribute.kind === "number") number[key] = attribute.value;
    else if (attribute.kind === "boolean") boolean[key] = attribute.value;
    else time[key] = engineTime(new Date(attribute.value).toISOString());
  }
  return {
    attributes_text: text,
    attributes_number: number,
    attributes_boolean: boolean,
    attributes_time: time,
  };
}

function conversationRow(
  conversation: PreparedConversation,
  summary: MessageSummary,
  context: WriteContext,
): ConversationRow {
  const inTime = conversation.messages
    .filter((message) => message.role === "customer")
    .map((message) => ({
      sent_at: message.sentAt,
      position: message.position,
      role: message.role,
      text: message.text,
    }))
    .sort(compareInTime);
  return {
    workspace: context.workspace,
    day: dayOf(summary.started_at),
    conversation_id: conversation.conversationId,
    source: conversation.source,
    external_id: conversation.externalId,
    channel: conversation.channel,
    language: conversation.language,
    customer: conversation.customer,
    outcome: conversation.outcome,
    outcome_origin: conversation.outcomeOrigin,
    ...splitAttributes(conversation.attributes),
    ...summary,
    first_customer_text: (inTime[0]?.text ?? "").slice(0, FIRST_TEXT_LENGTH).toWellFormed(),
    row_hash: conversation.rowHash,
    import_id: context.importId,
    version: context.version,
  };
}

/**
 * Encodes conversations for `writeBatch`. Parts of one conversation are brought together, and a message id that occurs twice
 * keeps the last message. Some 1,000 to 20,000 messages a batch serve well.
 */
export function encodeBatch(
  conversations: readonly PreparedConversation[],
  context: WriteContext,
): EncodedBatch {
  const { whole, repeated } = joinParts(conversations);
  const rows = { conversations: new RowWriter(), messages: new RowWriter(), utterances: new RowWriter() };
  const workspace = json(context.workspace);
  const tail = `"import_id":${json(context.importId)},"version":${context.version}`;
  let messageCount = 0;
  for (const conversation of whole) {
    const summary = summariseMessages(
      conversation.messages.map((message) => ({
        sent_at: engineTime(message.sentAt),
        position: message.position,
        role: message.role,
      })),
    );
    const shared =
      `"workspace":${workspace},"day":"${dayOf(summary.started_at)}","conversation_id":"${conversation.conversationId}",` +
      `"channel":"${conversation.channel}","source":${json(conversation.source)}`;
    const utteranceShared = `${shared},"language":${json(conversation.language)},"version":${context.version}`;
    for (const message of conversation.messages) {
      writeMessage(rows.messages, rows.utterances, { shared, utteranceShared, tail }, message);
    }
    messageCount += conversation.messages.length;
    rows.conversations.write(`${JSON.stringify(conversationRow(conversation, summary, context))}\n`);
    for (const writer of Object.values(rows)) writer.endGroup();
  }
  return {
    context,
    conversationIds: whole.map((conversation) => conversation.conversationId),
    conversations: rows.conversations.finish(),
    messages: rows.messages.finish(),
    utterances: rows.utterances.finish(),
    messageCount,
    repeated,
  };
}
