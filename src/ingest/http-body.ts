// What `POST /v1/conversations` and `POST /v1/messages` take: Parlance's own JSON form, one object, a list, or JSON Lines.
// The schemas describe it (for OpenAPI and for single objects); batches are read by the same compiled mapping as files,
// so that every refused row is named by its line or place.
import { z } from "zod";
import { CHANNELS, OUTCOMES, ROLES } from "../core/domain.ts";
import type { FormatInput } from "./formats/format.ts";
import { groupConversations } from "./group/group-conversations.ts";
import { createItemSink } from "./item-sink.ts";
import { looksLikeJsonLines, readJsonDocument, readJsonLines } from "./json/read-json-rows.ts";
import { CANONICAL_CONVERSATION, CANONICAL_MESSAGE } from "./mapping/canonical.ts";
import { mapRows } from "./mapping/map-rows.ts";
import { headOf } from "./open/open-head.ts";
import type { GroupedItem } from "./read-item.ts";
import { type ReadOptions, readOptions } from "./read-options.ts";

const timeSchema = z
  .union([z.string(), z.number()])
  .describe("ISO 8601 such as 2026-03-05T14:30:00Z, or seconds or milliseconds since 1970");

const personSchema = z.object({
  id: z.string().optional().describe("The source's id of the person. Stored as a pseudonym"),
  name: z.string().optional().describe("Redacted in the conversation and never stored"),
});

const messageFields = {
  id: z.string().optional().describe("The source's id of the message, if it is stable"),
  sentAt: timeSchema,
  role: z.enum(ROLES),
  text: z.string().min(1).max(1_000_000),
  participant: personSchema.optional(),
  botNode: z.string().optional(),
  replyTo: z.string().optional().describe("Id of the message that this one answers"),
  durationMs: z.number().nonnegative().optional(),
};

const conversationFields = {
  channel: z.enum(CHANNELS).optional(),
  language: z.string().max(35).optional().describe("Such as en or pt-BR; detected when absent"),
  outcome: z.enum(OUTCOMES).optional(),
  customer: personSchema.optional(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
};

/** One message inside a conversation body. */
export const httpTurnSchema = z.object(messageFields);

/** The body of `POST /v1/conversations`. */
export const httpConversationSchema = z.object({
  id: z.string().min(1).describe("The source's id of the conversation"),
  ...conversationFields,
  messages: z.array(httpTurnSchema).min(1),
});

/** The body of `POST /v1/messages`. */
export const httpMessageSchema = z.object({
  conversationId: z.string().min(1),
  ...messageFields,
  conversation: z
    .object(conversationFields)
    .optional()
    .describe("What is known of the conversation as a whole"),
});

export type HttpBodyKind = "conversations" | "messages";

/** Name of the body in places: `body`, line 3. */
export const BODY_NAME = "body";

/**
 * Reads a body. Line numbers of rejects are those of the body. Never throws for what the body says.
 */
export function readHttpBody(
  kind: HttpBodyKind,
  body: Uint8Array,
  given: Partial<Omit<ReadOptions, "limits" | "mapping">> = {},
): AsyncGenerator<GroupedItem, void, undefined> {
  const mapping = kind === "conversations" ? CANONICAL_CONVERSATION : CANONICAL_MESSAGE;
  const options = readOptions({ ...given, mapping });
  const head = headOf(BODY_NAME, body.subarray(0, 64 * 1024), body.length <= 64 * 1024);
  const input: FormatInput = { name: BODY_NAME, head, bytes: oneChunk(body) };
  const sink = createItemSink(input, options);
  const isList = head.text.trimStart().startsWith("[");
  const rows =
    !isList && looksLikeJsonLines(head)
      ? readJsonLines(input, sink)
      : readJsonDocument(input, sink, isList ? ["*"] : []);
  return groupConversations(mapRows(rows, input, sink, { channel: "api" }));
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
