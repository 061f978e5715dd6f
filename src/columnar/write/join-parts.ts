// Pure: brings the parts of one conversation in a batch together, so that a batch names each conversation and message once.
import type { PreparedConversation, PreparedMessage } from "../../prepare/prepared.ts";

export type JoinedParts = {
  readonly whole: readonly PreparedConversation[];
  /** Messages left out for a later one with the same id. */
  readonly repeated: { readonly duplicate: number; readonly updated: number };
};

function hasRepeats(conversations: readonly PreparedConversation[]): boolean {
  return (
    new Set(conversations.map((conversation) => conversation.conversationId)).size < conversations.length
  );
}

/** Of messages with one id the last stays, in the place of the first. */
function keepLast(
  messages: readonly PreparedMessage[],
  repeated: { duplicate: number; updated: number },
): PreparedMessage[] {
  const byId = new Map<string, PreparedMessage>();
  for (const message of messages) {
    const before = byId.get(message.messageId);
    if (before) repeated[before.rowHash === message.rowHash ? "duplicate" : "updated"] += 1;
    byId.set(message.messageId, message);
  }
  return byId.size === messages.length ? [...messages] : [...byId.values()];
}

/** Later parts win where fields differ; what a later part does not know stays. */
function joinFields(earlier: PreparedConversation, later: PreparedConversation): PreparedConversation {
  const knowsOutcome = later.outcomeOrigin !== "none";
  return {
    ...later,
    channel: later.channel === "api" ? earlier.channel : later.channel,
    language: later.language || earlier.language,
    customer: later.customer || earlier.customer,
    outcome: knowsOutcome ? later.outcome : earlier.outcome,
    outcomeOrigin: knowsOutcome ? later.outcomeOrigin : earlier.outcomeOrigin,
    attributes: { ...earlier.attributes, ...later.attributes },
    messages: [...earlier.messages, ...later.messages],
  };
}

/** Messages of several parts in time, numbered anew; within one time in the order of the parts. */
function renumber(messages: readonly PreparedMessage[]): PreparedMessage[] {
  return [...messages]
    .sort((a, b) => (a.sentAt < b.sentAt ? -1 : a.sentAt > b.sentAt ? 1 : 0))
    .map((message, position) => ({ ...message, position }));
}

export function joinParts(conversations: readonly PreparedConversation[]): JoinedParts {
  const repeated = { duplicate: 0, updated: 0 };
  const isSplit = hasRepeats(conversations);
  const byId = new Map<string, PreparedConversation>();
  const joined = new Set<string>();
  for (const conversation of conversations) {
    const earlier = isSplit ? byId.get(conversation.conversationId) : undefined;
    if (earlier) joined.add(conversation.conversationId);
    byId.set(conversation.conversationId, earlier ? joinFields(earlier, conversation) : conversation);
  }
  const whole = [...byId.values()].map((conversation) => {
    const messages = keepLast(conversation.messages, repeated);
    if (joined.has(conversation.conversationId)) return { ...conversation, messages: renumber(messages) };
    return messages.length === conversation.messages.length ? conversation : { ...conversation, messages };
  });
  return { whole, repeated };
}
