// Pure: compares what arrives of one conversation with what is stored of it, and says what to write. A part never removes
// messages; what it does not know of the conversation stays as it is.
import type {
  ConversationRow,
  MessageRow,
  StoredConversation,
  StoredMessage,
  UtteranceRow,
} from "./stored-rows.ts";
import { compareInTime, dayOf, summariseMessages } from "./summarise-messages.ts";

export type Incoming = {
  readonly conversation: ConversationRow;
  readonly messages: readonly MessageRow[];
  /** Asked only when a message is written: most conversations that come again bring nothing new. */
  readonly utterances: () => readonly UtteranceRow[];
};

export type Move = {
  readonly day: string;
  readonly channel: string;
  /** The messages to copy, each with the day where its newest row lies. */
  readonly messages: readonly Pick<StoredMessage, "message_id" | "day">[];
};

export type ConversationChange = {
  readonly conversationId: string;
  readonly stored: number;
  readonly duplicate: number;
  readonly updated: number;
  /** Rows to insert, complete but for the version. Undefined: the conversation's row stays as it is. */
  readonly conversation: Omit<StoredConversation, "version"> | undefined;
  readonly messages: readonly MessageRow[];
  readonly utterances: readonly UtteranceRow[];
  /** Messages whose stored utterances must go, because their text changed. */
  readonly changedMessageIds: readonly string[];
  /** Set when stored rows must be written again under another day or channel. */
  readonly moveTo: Move | undefined;
  /** Days that hold rows of the conversation and no longer should. */
  readonly daysToLeave: readonly string[];
};

const MERGED_MAPS = [
  "attributes_text",
  "attributes_number",
  "attributes_boolean",
  "attributes_time",
] as const;

/** Fields of the conversation itself: what arrives wins where it knows something. */
function mergeFields(incoming: ConversationRow, stored: StoredConversation) {
  const knowsOutcome = incoming.outcome_origin !== "none";
  const maps = Object.fromEntries(MERGED_MAPS.map((name) => [name, { ...stored[name], ...incoming[name] }]));
  return {
    ...maps,
    // `api` is also what a record is given that names no channel, such as a message appended later.
    channel: incoming.channel === "api" ? stored.channel : incoming.channel,
    external_id: incoming.external_id,
    language: incoming.language || stored.language,
    customer: incoming.customer || stored.customer,
    outcome: knowsOutcome ? incoming.outcome : stored.outcome,
    outcome_origin: knowsOutcome ? incoming.outcome_origin : stored.outcome_origin,
  };
}

function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return a === b;
  const left = Object.entries(a);
  return (
    left.length === Object.keys(b).length &&
    left.every(([key, value]) => sameValue(value, (b as Record<string, unknown>)[key]))
  );
}

/** Messages of a part are numbered after those that are stored and not in it. */
function positionShift(incoming: readonly MessageRow[], stored: ReadonlyMap<string, StoredMessage>): number {
  const ids = new Set(incoming.map((message) => message.message_id));
  const rest = [...stored.values()].filter((message) => !ids.has(message.message_id));
  return rest.length === 0 ? 0 : Math.max(...[...stored.values()].map((message) => message.position)) + 1;
}

function firstCustomerText(
  incoming: Incoming,
  stored: ReadonlyMap<string, StoredMessage>,
  before: StoredConversation | undefined,
): string {
  const arriving = new Map(incoming.messages.map((message) => [message.message_id, message]));
  const first = [...new Map<string, StoredMessage | MessageRow>([...stored, ...arriving]).values()]
    .filter((message) => message.role === "customer")
    .sort(compareInTime)[0];
  if (first === undefined) return "";
  const text = arriving.get(first.message_id)?.text;
  return text === undefined ? (before?.first_customer_text ?? "") : text.slice(0, 500).toWellFormed();
}

/** Decides what one conversation's rows become. `days` are those that hold living rows of it. */
export function planChange(
  incoming: Incoming,
  before: StoredConversation | undefined,
  stored: ReadonlyMap<string, StoredMessage>,
  days: ReadonlySet<string>,
): ConversationChange {
  const shift = positionShift(incoming.messages, stored);
  const counts = { stored: 0, duplicate: 0, updated: 0 };
  const toWrite = new Map<string, MessageRow>();
  const changedMessageIds: string[] = [];
  for (const message of incoming.messages) {
    const known = stored.get(message.message_id);
    if (known?.row_hash === message.row_hash) counts.duplicate += 1;
    else if (known) {
      counts.updated += 1;
      changedMessageIds.push(message.message_id);
      toWrite.set(message.message_id, shift === 0 ? message : { ...message, position: known.position });
    } else {
      counts.stored += 1;
      toWrite.set(
        message.message_id,
        shift === 0 ? message : { ...message, position: message.position + shift },
      );
    }
  }
  const summary = summariseMessages([
    ...new Map<string, StoredMessage | MessageRow>([...stored, ...toWrite]).values(),
  ]);
  const day = dayOf(summary.started_at);
  const fields = before ? mergeFields(incoming.conversation, before) : {};
  const after = {
    ...incoming.conversation,
    ...before,
    ...fields,
    ...summary,
    day,
    first_customer_text: firstCustomerText(incoming, stored, before),
    row_hash: incoming.conversation.row_hash,
    import_id: incoming.conversation.import_id,
    ...(toWrite.size > 0 ? { label_version: "" } : {}),
  };
  const daysToLeave = [...days].filter((other) => other !== day);
  const isUnchanged =
    before !== undefined &&
    daysToLeave.length === 0 &&
    Object.entries(after).every(
      ([name, value]) =>
        ["row_hash", "import_id", "version"].includes(name) || sameValue(value, before[name]),
    );
  const changesChannel = before !== undefined && before.channel !== after.channel;
  const move: Move = {
    day,
    channel: after.channel,
    messages: [...stored.values()].filter((message) => changesChannel || message.day !== day),
  };
  const place = (row: { readonly message_id: string }) => {
    const message = toWrite.get(row.message_id);
    return message && { day, channel: after.channel, position: message.position };
  };
  return {
    conversationId: incoming.conversation.conversation_id,
    ...counts,
    conversation: isUnchanged ? undefined : after,
    messages: [...toWrite.values()].map((message) => ({ ...message, day, channel: after.channel })),
    utterances: (toWrite.size === 0 ? [] : incoming.utterances()).flatMap((utterance) => {
      const placed = place(utterance);
      return placed ? [{ ...utterance, ...placed }] : [];
    }),
    changedMessageIds,
    moveTo: move.messages.length > 0 ? move : undefined,
    daysToLeave,
  };
}
