// A mapping says which columns of somebody's file are which parts of a conversation. It is what `--map FILE` reads, what
// the guess produces and what is kept with a source, so that the next file of the same kind needs no guess.
import { z } from "zod";
import { CHANNELS, OUTCOMES, ROLES } from "../../core/domain.ts";
import { AppError } from "../../core/errors.ts";
import { isTimeZone } from "../time/zone-offset.ts";

export const MAPPING_SHAPES = ["message-per-row", "conversation-per-row", "turns-in-conversation"] as const;

/** Parts of a conversation that stand once for all its messages. */
export const CONVERSATION_FIELDS = [
  "conversationId",
  "startedAt",
  "channel",
  "outcome",
  "language",
  "customerId",
  "customerName",
] as const;

/** Parts of one message. In `turns-in-conversation` they are looked up in the turn, otherwise in the row. */
export const MESSAGE_FIELDS = [
  "messageId",
  "time",
  "position",
  "role",
  "text",
  "participantId",
  "participantName",
  "botNode",
  "replyTo",
  "durationMs",
] as const;

export type ConversationField = (typeof CONVERSATION_FIELDS)[number];
export type MessageField = (typeof MESSAGE_FIELDS)[number];
export type MappedField = ConversationField | MessageField;

/** A column name, or a path with dots into nested objects (`author.type`). A name with dots in it is tried first. */
const columnSchema = z.string().min(1).max(500);

const fieldsSchema = z.strictObject(
  Object.fromEntries(
    [...CONVERSATION_FIELDS, ...MESSAGE_FIELDS].map((field) => [field, columnSchema.optional()]),
  ) as Record<MappedField, z.ZodOptional<typeof columnSchema>>,
);

export const ATTRIBUTE_TYPES = ["text", "number", "boolean", "time"] as const;

const attributeSchema = z.strictObject({
  column: columnSchema,
  name: z.string().min(1).max(200),
  type: z.enum(ATTRIBUTE_TYPES).default("text"),
});

export const mappingSchema = z.strictObject({
  version: z.literal(1),
  shape: z.enum(MAPPING_SHAPES),
  /**
   * Where the rows of a JSON document lie: `` (the document is one row), `*` (each element of the top array, or each
   * member of the top object), `data.items.*` (each element of that list). JSON Lines and tables have no use for it.
   */
  rows: z.string().max(500).optional(),
  /** The list of turns in a row, for `turns-in-conversation`. */
  turns: columnSchema.optional(),
  fields: fieldsSchema,
  attributes: z.array(attributeSchema).max(200).default([]),
  /** Values of the role column (in lower case) to roles; `*` is for every value not named. */
  roles: z.record(z.string(), z.enum(ROLES)).default({}),
  /** Roles taken in turn when no column says who speaks: `["customer", "bot"]`. One role: all messages have it. */
  rolesInTurn: z.array(z.enum(ROLES)).max(10).optional(),
  channels: z.record(z.string(), z.enum(CHANNELS)).default({}),
  outcomes: z.record(z.string(), z.enum(OUTCOMES)).default({}),
  /** For `conversation-per-row`: who speaks, by the word before the colon in the transcript (in lower case). */
  speakers: z.record(z.string(), z.enum(ROLES)).optional(),
  /** Zone and day order of this source's times, over those of the command. */
  timeZone: z.string().max(100).optional(),
  dayFirst: z.boolean().optional(),
});

export type Mapping = z.infer<typeof mappingSchema>;

/** Checks a mapping from a file or a request. Throws `MAPPING_INVALID` with what is wrong and where. */
export function parseMapping(value: unknown): Mapping {
  const parsed = mappingSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.join(".") || "the mapping";
    throw new AppError("MAPPING_INVALID", { problem: `${where}: ${issue?.message ?? "not valid"}` });
  }
  const problem = findGap(parsed.data);
  if (problem !== undefined) throw new AppError("MAPPING_INVALID", { problem });
  return parsed.data;
}

function findGap(mapping: Mapping): string | undefined {
  if (mapping.shape === "turns-in-conversation" && mapping.turns === undefined) {
    return "turns: name the column that holds the list of turns";
  }
  if (mapping.timeZone !== undefined && !isTimeZone(mapping.timeZone)) {
    return "timeZone: there is no such zone; name one like Europe/Berlin";
  }
  if (mapping.fields.text === undefined) return "fields.text: name the column that holds the text";
  return undefined;
}
