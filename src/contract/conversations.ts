// Conversations as a list that scrolls through all of them, and one as a thread with its labels and redactions.
import { z } from "zod";
import { UNASSIGNED_REASONS } from "../core/unassigned-reason.ts";
import { filterSchema } from "../query/filter.ts";
import { timeRangeSchema } from "../query/time-range.ts";
import { endpoint } from "./endpoint.ts";
import { topicRefSchema as levelledTopicSchema, utteranceIdSchema } from "./topics.ts";
import {
  channelSchema,
  countSchema,
  idParams,
  instantSchema,
  outcomeOriginSchema,
  outcomeSchema,
  redactionTypeSchema,
  roleSchema,
  windowSchema,
} from "./values.ts";

const sentimentSchema = z.object({
  start: z.number(),
  end: z.number(),
  lowest: z.number(),
  mean: z.number(),
});
const topicRefSchema = z.object({ id: z.number().int(), name: z.string() });

const conversationFields = {
  id: z.uuid(),
  externalId: z.string(),
  source: z.string(),
  channel: channelSchema,
  language: z.string(),
  /** Pseudonym; empty when the source names nobody. */
  customer: z.string(),
  startedAt: instantSchema,
  endedAt: instantSchema,
  durationSeconds: z.number().nonnegative(),
  messageCount: countSchema,
  outcome: outcomeSchema,
  outcomeOrigin: outcomeOriginSchema,
  handedOver: z.boolean(),
  topics: z.array(topicRefSchema),
  primaryTopic: topicRefSchema.nullable(),
  /** From -2 to 2; null until it is labelled. */
  sentiment: sentimentSchema.nullable(),
};

export const conversationRowSchema = z
  .object({
    ...conversationFields,
    firstCustomerText: z.string(),
    /** Why a search found it: the message, its text around the find, and how near it is (1 is exact). */
    match: z
      .object({
        messageId: z.uuid(),
        excerpt: z.string(),
        /** Where in the excerpt the words stand; null for a semantic find. */
        start: countSchema.nullable(),
        end: countSchema.nullable(),
        score: z.number(),
      })
      .nullable(),
  })
  .meta({ id: "ConversationRow" });
export type ConversationRow = z.output<typeof conversationRowSchema>;

export const CONVERSATION_SORTS = ["started", "messages", "duration", "sentiment", "relevance"] as const;

export const conversationSearchSchema = z
  .strictObject({
    filter: filterSchema.optional(),
    time: timeRangeSchema.default("all"),
    search: z
      .strictObject({ text: z.string().trim().min(1).max(1000), mode: z.enum(["exact", "semantic"]) })
      .optional(),
    /** Unless said: newest first, or the most relevant first when searching by meaning. */
    sort: z
      .strictObject({ by: z.enum(CONVERSATION_SORTS), direction: z.enum(["asc", "desc"]).default("desc") })
      .optional(),
    /** `nextCursor` of the answer before; stays right while data arrives. */
    cursor: z.string().max(500).optional(),
    /** Rows to leap over, for a scroll bar that jumps. Not together with a cursor. */
    offset: z.number().int().min(0).max(10_000_000).optional(),
    limit: z.number().int().min(1).max(500).default(100),
  })
  .meta({ id: "ConversationSearch" });
export type ConversationSearch = z.input<typeof conversationSearchSchema>;

export const searchConversations = endpoint({
  method: "POST",
  path: "/v1/conversations/search",
  tag: "conversations",
  summary: "List the conversations that a filter and a search let through",
  access: "read",
  body: conversationSearchSchema,
  output: z.object({
    rows: z.array(conversationRowSchema),
    /** Conversations that filter, time and search let through. For a semantic search, those near enough. */
    total: countSchema,
    /** All conversations of the workspace. */
    outOf: countSchema,
    nextCursor: z.string().nullable(),
    window: windowSchema,
    filterWords: z.string(),
  }),
});

export const messageSchema = z
  .object({
    id: z.uuid(),
    position: countSchema,
    sentAt: instantSchema,
    role: roleSchema,
    participant: z.string(),
    text: z.string(),
    /** Where tags stand in the text, in UTF-16 code units. */
    redactions: z.array(z.object({ start: countSchema, end: countSchema, type: redactionTypeSchema })),
    botNode: z.string(),
    replyTo: z.string(),
    durationMs: countSchema,
    utterances: z.array(
      z.object({
        start: countSchema,
        end: countSchema,
        language: z.string(),
        /** What `assignUtterances` takes. */
        id: utteranceIdSchema,
        /** The finest topic that it belongs to; null when it belongs to none. */
        topic: levelledTopicSchema
          .extend({ confidence: z.number(), path: z.array(levelledTopicSchema) })
          .nullable(),
        /** Why it belongs to none; null when it does, or when a model has nothing to say of it (agents, bots). */
        unassigned: z.enum([...UNASSIGNED_REASONS, "small-talk"]).nullable(),
        sentiment: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: "Message" });

export const attributeValueSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), value: z.string() }),
  z.object({ kind: z.literal("number"), value: z.number() }),
  z.object({ kind: z.literal("boolean"), value: z.boolean() }),
  z.object({ kind: z.literal("time"), value: instantSchema }),
]);

export const conversationSchema = z
  .object({
    ...conversationFields,
    attributes: z.record(z.string(), attributeValueSchema),
    importId: z.string(),
    /**
     * What it is about: the primary reason first, then the others as they come up. Each with how sure that is and the customer's
     * utterance that says it clearest.
     */
    reasons: z.array(
      levelledTopicSchema.extend({
        /** From its parent upwards. */
        path: z.array(levelledTopicSchema),
        isPrimary: z.boolean(),
        confidence: z.number(),
        utteranceId: utteranceIdSchema,
      }),
    ),
    messages: z.array(messageSchema),
  })
  .meta({ id: "Conversation" });
export type Conversation = z.output<typeof conversationSchema>;

export const getConversation = endpoint({
  method: "GET",
  path: "/v1/conversations/:id",
  tag: "conversations",
  summary: "Give one conversation as a thread with its labels and redactions",
  access: "read",
  params: idParams,
  output: conversationSchema,
});
