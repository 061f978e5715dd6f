// What a row of an export has, kind by kind. The order is the order of CSV columns and Parquet fields.
import type { ExportKind } from "../../contract/export.ts";

export type ExportType = "text" | "integer" | "number" | "boolean" | "time" | "json";
export type ExportColumn = { readonly name: string; readonly type: ExportType };
export type ExportValue = string | number | boolean | null | object;
export type ExportRow = Readonly<Record<string, ExportValue>>;

const columns = (spec: Readonly<Record<string, ExportType>>): readonly ExportColumn[] =>
  Object.entries(spec).map(([name, type]) => ({ name, type }));

export const EXPORT_COLUMNS: Readonly<Record<ExportKind, readonly ExportColumn[]>> = {
  conversations: columns({
    conversation_id: "text",
    external_id: "text",
    source: "text",
    channel: "text",
    language: "text",
    customer: "text",
    started_at: "time",
    ended_at: "time",
    duration_seconds: "number",
    message_count: "integer",
    customer_message_count: "integer",
    bot_message_count: "integer",
    agent_message_count: "integer",
    outcome: "text",
    outcome_origin: "text",
    handed_over: "boolean",
    primary_topic_id: "integer",
    primary_topic: "text",
    topics: "json",
    sentiment_mean: "number",
    sentiment_start: "number",
    sentiment_end: "number",
    sentiment_lowest: "number",
    first_customer_text: "text",
    attributes: "json",
  }),
  messages: columns({
    conversation_id: "text",
    message_id: "text",
    position: "integer",
    sent_at: "time",
    channel: "text",
    source: "text",
    role: "text",
    participant: "text",
    text: "text",
    redactions: "json",
    bot_node: "text",
    reply_to: "text",
    duration_ms: "integer",
  }),
  utterances: columns({
    conversation_id: "text",
    message_id: "text",
    start: "integer",
    end: "integer",
    sent_at: "time",
    channel: "text",
    source: "text",
    role: "text",
    normalised: "text",
    language: "text",
    topic_id: "integer",
    topic: "text",
    subtopic_id: "integer",
    subtopic: "text",
    topic_confidence: "number",
    unassigned_reason: "text",
    sentiment: "number",
  }),
  topics: columns({
    topic_id: "integer",
    level: "text",
    name: "text",
    found_name: "text",
    parent_id: "integer",
    description: "text",
    phrases: "json",
    conversations: "integer",
    share: "number",
    utterances: "integer",
    sentiment: "number",
  }),
};
