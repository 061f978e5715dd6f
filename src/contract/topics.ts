// Topics: how many conversations are about what, how that changes, and in which words people say it.
import { z } from "zod";
import { filterSchema } from "../query/filter.ts";
import { GRAINS, timeRangeSchema } from "../query/time-range.ts";
import { endpoint } from "./endpoint.ts";
import { measuredSchema } from "./query.ts";
import { countSchema, instantSchema, shareSchema, windowSchema } from "./values.ts";

const topicId = z.coerce.number().int().min(1);

export const quoteSchema = z.object({
  conversationId: z.uuid(),
  messageId: z.uuid(),
  sentAt: instantSchema,
  text: z.string(),
  confidence: z.number(),
});

export const topicSchema = z
  .object({
    id: z.number().int(),
    /** The name people see: given by a person, else found. */
    name: z.string(),
    foundName: z.string(),
    named: z.boolean(),
    parentId: z.number().int().nullable(),
    phrases: z.array(z.string()),
    utterances: countSchema,
    conversations: countSchema,
    /** Of the conversations that filter and time let through. */
    share: shareSchema,
    /** The same stretch before; null when the window is `all`. `isNoise`: the change is within what chance gives. */
    previous: z
      .object({
        conversations: countSchema,
        share: shareSchema,
        change: z.number().nullable(),
        isNoise: z.boolean(),
      })
      .nullable(),
    /** Mean sentiment of its utterances, from -1 to 1. */
    sentiment: measuredSchema,
    /** Conversations by bucket of the answer's `buckets`. */
    sparkline: z.array(countSchema),
    quotes: z.array(quoteSchema),
  })
  .meta({ id: "Topic" });
export type Topic = z.output<typeof topicSchema>;

export const topicSearchSchema = z.strictObject({
  filter: filterSchema.optional(),
  time: timeRangeSchema.default("all"),
  /** Part of a name or phrase. */
  text: z.string().max(200).optional(),
  sort: z.enum(["size", "change", "sentiment", "name"]).default("size"),
  limit: z.number().int().min(1).max(500).default(100),
  quotes: z.number().int().min(0).max(20).default(3),
});

export const topicListSchema = z
  .object({
    topics: z.array(topicSchema),
    total: countSchema,
    /** Customer utterances that belong to no topic, and why. */
    unassigned: z.object({
      utterances: countSchema,
      share: shareSchema,
      reasons: z.array(z.object({ reason: z.string(), label: z.string(), utterances: countSchema })),
    }),
    /** When topics were last found; null before the first time. */
    discoveredAt: instantSchema.nullable(),
    window: windowSchema,
    comparedWith: windowSchema.nullable(),
    grain: z.enum(GRAINS),
    buckets: z.array(z.string()),
    filterWords: z.string(),
  })
  .meta({ id: "TopicList" });
export type TopicList = z.output<typeof topicListSchema>;

export const searchTopics = endpoint({
  method: "POST",
  path: "/v1/topics/search",
  tag: "topics",
  summary: "List the topics with size, change, sentiment and quotes within a filter and a window",
  access: "read",
  body: topicSearchSchema,
  output: topicListSchema,
});

export const getTopics = endpoint({
  method: "GET",
  path: "/v1/topics",
  tag: "topics",
  summary: "List all topics over all time",
  access: "read",
  output: topicListSchema,
});

export const getTopic = endpoint({
  method: "GET",
  path: "/v1/topics/:id",
  tag: "topics",
  summary: "Give one topic over all time with its nearest quotes",
  access: "read",
  params: z.object({ id: topicId }),
  output: topicSchema,
});

export const patchTopic = endpoint({
  method: "PATCH",
  path: "/v1/topics/:id",
  tag: "topics",
  summary: "Rename a topic; null goes back to the name that was found",
  access: "write",
  params: z.object({ id: topicId }),
  body: z.strictObject({ name: z.string().trim().min(1).max(120).nullable() }),
  output: z.object({ id: z.number().int(), name: z.string(), foundName: z.string(), named: z.boolean() }),
});
