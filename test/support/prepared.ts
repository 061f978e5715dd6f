// Prepared conversations for tests of the stores: small, whole, and with hashes that follow the content.
import { conversationId, deterministicUuid, messageId } from "../../src/core/ids.ts";
import type { PreparedConversation, PreparedMessage } from "../../src/prepare/prepared.ts";

export type TestMessage = Partial<Pick<PreparedMessage, "role" | "botNode">> & {
  readonly id: string;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly text: string;
};

function prepareMessage(conversation: string, message: TestMessage, position: number): PreparedMessage {
  const role = message.role ?? "customer";
  const sentences = [...message.text.matchAll(/[^.]+\.?/g)];
  return {
    messageId: messageId(conversation, { externalId: message.id }),
    position,
    sentAt: message.at,
    role,
    participant: "p1",
    text: message.text,
    redactions: [],
    utterances: sentences.map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      normalised: match[0].trim().toLowerCase(),
    })),
    botNode: message.botNode ?? "",
    replyTo: "",
    durationMs: 0,
    rowHash: deterministicUuid(message.text, message.at, role),
  };
}

/** A conversation of the source `test`, by its external id. */
export function prepareTestConversation(
  externalId: string,
  messages: readonly TestMessage[],
  fields: Partial<Omit<PreparedConversation, "messages">> = {},
): PreparedConversation {
  const id = conversationId("w", "test", externalId);
  return {
    conversationId: id,
    source: "test",
    externalId,
    channel: "web",
    language: "",
    customer: "c1",
    outcome: "unknown",
    outcomeOrigin: "none",
    attributes: {},
    rowHash: deterministicUuid(externalId, JSON.stringify(fields)),
    ...fields,
    messages: messages.map((message, position) => prepareMessage(id, message, position)),
  };
}
