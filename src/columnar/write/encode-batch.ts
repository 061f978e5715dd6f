// Pure, for worker threads: prepared conversations as the bytes of their rows. Rows of messages and utterances are put together
// as text by hand: it is the hot path of an import and takes a third of the time of building objects and stringifying them.
import type { Attributes } from "../../core/domain.ts";
import type { PreparedConversation, PreparedMessage } from "../../prepare/prepared.ts";
import type { EncodedBatch, WriteContext } from "./encoded-batch.ts";
import { joinParts } from "./join-parts.ts";
import { RowWriter } from "./row-writer.ts";
import type { ConversationRow } from "./stored-rows.ts";
import { compareInTime, dayOf, type MessageSummary, summariseMessages } from "./summarise-messages.ts";
import { escapeValue } from "./tab-separated.ts";

/** Length in UTF-16 units to which a conversation's row keeps its first customer message; the message has the whole. */
const FIRST_TEXT_LENGTH = 500;

/** `2026-03-05T14:30:00.123Z` as the engine writes it. */
function engineTime(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}`;
}

/** What the rows of a conversation's messages and utterances begin and end with. */
type Columns = { readonly shared: string; readonly utteranceShared: string; readonly tail: string };

function messageLine({ shared, tail }: Columns, key: string, message: PreparedMessage): string {
  const { redactions } = message;
  const spans =
    redactions.length === 0
      ? "[]\t[]\t[]"
      : `[${redactions.map((span) => span.start)}]\t[${redactions.map((span) => span.end)}]\t[${redactions.map((span) => `'${span.type}'`)}]`;
  return `${shared}${key}${escapeValue(message.participant)}\t${escapeValue(message.text)}\t${spans}\t${escapeValue(message.botNode)}\t${escapeValue(message.replyTo)}\t${message.durationMs}\t${message.rowHash}\t${tail}\n`;
}

function writeMessages(
  messages: RowWriter,
  utterances: RowWriter,
  columns: Columns,
  conversation: PreparedConversation,
): void {
  let messageLines = "";
  let utteranceLines = "";
  for (const message of conversation.messages) {
    const key = `${message.messageId}\t${message.position}\t${engineTime(message.sentAt)}\t${message.role}\t`;
    messageLines += messageLine(columns, key, message);
    for (const { start, end, normalised } of message.utterances)
      utteranceLines += `${columns.utteranceShared}${key}${start}\t${end}\t${escapeValue(normalised)}\n`;
  }
  messages.write(messageLines);
  utterances.write(utteranceLines);
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
  const workspace = escapeValue(context.workspace);
  const tail = `${escapeValue(context.importId)}\t${context.version}`;
  let messageCount = 0;
  for (const conversation of whole) {
    const summary = summariseMessages(
      conversation.messages.map((message) => ({
        sent_at: engineTime(message.sentAt),
        position: message.position,
        role: message.role,
      })),
    );
    const shared = `${workspace}\t${dayOf(summary.started_at)}\t${conversation.conversationId}\t${conversation.channel}\t${escapeValue(conversation.source)}\t`;
    const utteranceShared = `${shared}${escapeValue(conversation.language)}\t${context.version}\t`;
    writeMessages(rows.messages, rows.utterances, { shared, utteranceShared, tail }, conversation);
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
