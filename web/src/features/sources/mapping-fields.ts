// The mapping as it is edited: which column is which part of a conversation. Pure; the server checks what comes of it.
import type { MappingValue } from "../../../../src/contract/imports.ts";

export type MappingFieldSpec = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly isNeeded?: true;
};

export const MAPPING_FIELDS: readonly MappingFieldSpec[] = [
  { id: "text", label: "Text", hint: "What was said", isNeeded: true },
  { id: "conversationId", label: "Conversation", hint: "What keeps messages of one conversation together" },
  { id: "time", label: "Time", hint: "When it was said" },
  { id: "role", label: "Speaker", hint: "Customer, bot or agent" },
  { id: "channel", label: "Channel", hint: "Web, mobile, voice …" },
  { id: "outcome", label: "Outcome", hint: "Resolved, escalated, abandoned" },
  { id: "language", label: "Language", hint: "Detected when there is none" },
  { id: "customerId", label: "Customer", hint: "Stored as a pseudonym" },
  { id: "customerName", label: "Customer's name", hint: "Used to redact it everywhere; never stored" },
  { id: "participantId", label: "Speaker's id", hint: "Stored as a pseudonym" },
  { id: "participantName", label: "Speaker's name", hint: "Used to redact it everywhere; never stored" },
  { id: "messageId", label: "Message id", hint: "Keeps a message the same when a file is imported again" },
  { id: "position", label: "Position", hint: "Order where times are equal" },
  { id: "startedAt", label: "Start", hint: "When the conversation began" },
  { id: "botNode", label: "Bot node", hint: "The place in the bot's flow" },
  { id: "replyTo", label: "Reply to", hint: "The message that it answers" },
  { id: "durationMs", label: "Duration", hint: "In milliseconds" },
];

export const SHAPES = [
  { value: "message-per-row", label: "Each row is a message" },
  { value: "conversation-per-row", label: "Each row is a conversation, as a transcript" },
  { value: "turns-in-conversation", label: "Each row is a conversation with a list of turns" },
] as const;

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** The column of a field; empty when it has none. */
export function columnOf(mapping: MappingValue, field: string): string {
  const column = recordOf(mapping["fields"])[field];
  return typeof column === "string" ? column : "";
}

/** The mapping with a field read from another column; an empty column takes the field out. A column is an attribute or a field. */
export function withColumn(mapping: MappingValue, field: string, column: string): MappingValue {
  const { [field]: _, ...others } = recordOf(mapping["fields"]);
  const attributes = attributesOf(mapping).filter((attribute) => attribute.column !== column);
  return { ...mapping, fields: column === "" ? others : { ...others, [field]: column }, attributes };
}

export type MappedAttribute = { readonly column: string; readonly name: string; readonly type: string };

export function attributesOf(mapping: MappingValue): readonly MappedAttribute[] {
  const given = mapping["attributes"];
  if (!Array.isArray(given)) return [];
  return given.flatMap((entry: unknown) => {
    const { column, name, type } = recordOf(entry);
    return typeof column === "string" && typeof name === "string"
      ? [{ column, name, type: typeof type === "string" ? type : "text" }]
      : [];
  });
}

/** Columns that are no part of the mapping yet: they are left out of the import. */
export function unusedColumns(mapping: MappingValue, columns: readonly string[]): readonly string[] {
  const used = new Set([
    ...Object.values(recordOf(mapping["fields"])).map(String),
    ...attributesOf(mapping).map(({ column }) => column),
    String(mapping["turns"] ?? ""),
  ]);
  return columns.filter((column) => !used.has(column));
}

/** The mapping with a column kept as an attribute of its conversation, or no longer. */
export function withAttribute(mapping: MappingValue, column: string, isKept: boolean): MappingValue {
  const others = attributesOf(mapping).filter((attribute) => attribute.column !== column);
  const name = column.split(".").at(-1) ?? column;
  return { ...mapping, attributes: isKept ? [...others, { column, name, type: "text" }] : others };
}
