// Brings the loose messages of one conversation together. A conversation is let out when its source ends, or earlier
// when more is open than the limits allow: then the one untouched longest goes, and may come again as a further part.
import type {
  SourceConversation,
  SourceConversationFields,
  SourceMessage,
} from "../../core/source-conversation.ts";
import type { GroupedItem, ReadItem } from "../read-item.ts";

export type GroupingLimits = {
  /** Messages that may be held open at once. */
  readonly maxOpenMessages: number;
  /** Characters of text that may be held open at once (two bytes each at most). */
  readonly maxOpenChars: number;
};

export const DEFAULT_GROUPING: GroupingLimits = {
  maxOpenMessages: 200_000,
  maxOpenChars: 64 * 1024 * 1024,
};

/** How many let-out conversations are remembered to number their further parts. */
const REMEMBERED_PARTS = 200_000;

type OpenConversation = { fields: SourceConversationFields; messages: SourceMessage[]; chars: number };

/**
 * Groups the `message` items by the conversation's external id; all other items pass at once, in order. Order between
 * conversations is that of their last message. `part` numbers are exact for the last 200,000 conversations let out
 * early; a conversation that comes back after that starts again at part 1. When the source fails, what is open comes out
 * before the error does; when it is cancelled, only the error comes.
 */
export async function* groupConversations(
  items: AsyncIterable<ReadItem> | Iterable<ReadItem>,
  given: Partial<GroupingLimits> = {},
): AsyncGenerator<GroupedItem, void, undefined> {
  const limits = { ...DEFAULT_GROUPING, ...given };
  const grouper = createGrouper(limits);
  try {
    for await (const item of items) {
      if (item.kind !== "message") {
        yield item;
        continue;
      }
      grouper.add(item.conversation, item.message);
      for (let out = grouper.overflow(); out !== undefined; out = grouper.overflow()) yield out;
    }
  } catch (error) {
    const isCancelled = error instanceof Error && error.name === "AbortError";
    if (!isCancelled) for (const rest of grouper.rest()) yield rest;
    throw error;
  }
  for (const rest of grouper.rest()) yield rest;
}

function createGrouper(limits: GroupingLimits) {
  const open = new Map<string, OpenConversation>();
  const parts = new Map<string, number>();
  let newest: OpenConversation | undefined;
  let messages = 0;
  let chars = 0;

  function letOut(id: string, conversation: OpenConversation, isEarly: boolean): GroupedItem {
    open.delete(id);
    if (newest === conversation) newest = undefined;
    messages -= conversation.messages.length;
    chars -= conversation.chars;
    const before = parts.get(id);
    if (isEarly) {
      parts.delete(id);
      parts.set(id, (before ?? 0) + 1);
      if (parts.size > REMEMBERED_PARTS) parts.delete(parts.keys().next().value ?? "");
    }
    return { kind: "conversation", conversation: toConversation(conversation, isEarly, before) };
  }

  return {
    add(fields: SourceConversationFields, message: SourceMessage): void {
      const id = fields.externalId;
      let conversation = newest?.fields.externalId === id ? newest : open.get(id);
      if (conversation === undefined) {
        conversation = { fields, messages: [], chars: 0 };
        open.set(id, conversation);
      } else {
        if (conversation !== newest) {
          open.delete(id);
          open.set(id, conversation);
        }
        conversation.fields = mergeFields(conversation.fields, fields);
      }
      newest = conversation;
      conversation.messages.push(message);
      conversation.chars += message.text.length;
      messages += 1;
      chars += message.text.length;
    },
    overflow(): GroupedItem | undefined {
      if (messages <= limits.maxOpenMessages && chars <= limits.maxOpenChars) return undefined;
      const oldest = open.entries().next().value;
      return oldest === undefined ? undefined : letOut(oldest[0], oldest[1], true);
    },
    *rest(): Generator<GroupedItem> {
      for (const [id, conversation] of open) yield letOut(id, conversation, false);
    },
  };
}

function toConversation(
  { fields, messages }: OpenConversation,
  isEarly: boolean,
  before: number | undefined,
): SourceConversation {
  const first = messages[0];
  if (first === undefined) throw new Error("an open conversation always has a message");
  const whole = { ...fields, messages, place: first.place };
  return isEarly || before !== undefined ? { ...whole, part: (before ?? 0) + 1 } : whole;
}

/** What a later message says of its conversation adds to what is known and wins where both speak. */
function mergeFields(
  known: SourceConversationFields,
  later: SourceConversationFields,
): SourceConversationFields {
  if (later === known) return known;
  const merged: Record<string, unknown> = { ...known };
  for (const [key, value] of Object.entries(later)) if (value !== undefined) merged[key] = value;
  if (known.attributes !== undefined && later.attributes !== undefined) {
    merged["attributes"] = { ...known.attributes, ...later.attributes };
  }
  if (known.customer !== undefined && later.customer !== undefined) {
    merged["customer"] = { ...known.customer, ...later.customer };
  }
  return merged as SourceConversationFields;
}
