// Parlance's own JSON form: what `POST /v1/conversations` and `POST /v1/messages` take, what the sample generator writes
// and what needs no guessing. A conversation carries its messages, or each message names its conversation.
import { type Mapping, parseMapping } from "./mapping.ts";

/** `{id, channel, language, outcome, customer:{id,name}, attributes:{…}, messages:[{id, sentAt, role, text, …}]}` */
export const CANONICAL_CONVERSATION: Mapping = parseMapping({
  version: 1,
  shape: "turns-in-conversation",
  turns: "messages",
  fields: {
    conversationId: "id",
    channel: "channel",
    outcome: "outcome",
    language: "language",
    customerId: "customer.id",
    customerName: "customer.name",
    messageId: "id",
    time: "sentAt",
    role: "role",
    text: "text",
    participantId: "participant.id",
    participantName: "participant.name",
    botNode: "botNode",
    replyTo: "replyTo",
    durationMs: "durationMs",
  },
  attributes: [{ column: "attributes.*", name: "*", type: "text" }],
});

/** `{conversationId, id, sentAt, role, text, …, conversation:{channel, outcome, language, customer, attributes}}` */
export const CANONICAL_MESSAGE: Mapping = parseMapping({
  version: 1,
  shape: "message-per-row",
  fields: {
    conversationId: "conversationId",
    channel: "conversation.channel",
    outcome: "conversation.outcome",
    language: "conversation.language",
    customerId: "conversation.customer.id",
    customerName: "conversation.customer.name",
    messageId: "id",
    time: "sentAt",
    role: "role",
    text: "text",
    participantId: "participant.id",
    participantName: "participant.name",
    botNode: "botNode",
    replyTo: "replyTo",
    durationMs: "durationMs",
  },
  attributes: [{ column: "conversation.attributes.*", name: "*", type: "text" }],
});

/** The canonical mapping that the rows follow, if they do. */
export function canonicalMappingOf(rows: readonly unknown[]): Mapping | undefined {
  const first = rows.find((row) => row !== null && typeof row === "object") as
    | Record<string, unknown>
    | undefined;
  if (first === undefined) return undefined;
  const messages = first["messages"];
  if (
    typeof first["id"] === "string" &&
    Array.isArray(messages) &&
    (messages.length === 0 || isMessage(messages[0]))
  ) {
    return CANONICAL_CONVERSATION;
  }
  return typeof first["conversationId"] === "string" && isMessage(first) ? CANONICAL_MESSAGE : undefined;
}

function isMessage(value: unknown): boolean {
  if (value === null || typeof value !== "object") return false;
  return ["sentAt", "role", "text"].every((name) => Object.hasOwn(value, name));
}
