// Topics: how many conversations are about what, how that changes, and in which words people say it.
import { z } from "zod";
import { TOPIC_LEVELS } from "../core/curation.ts";
import { UNASSIGNED_REASONS } from "../core/unassigned-reason.ts";
import { filterSchema } from "../query/filter.ts";
import { GRAINS, timeRangeSchema } from "../query/time-range.ts";
import { endpoint } from "./endpoint.ts";
import { lensParameter } from "./lenses.ts";
import { measuredSchema } from "./query.ts";
import { countSchema, instantSchema, jsonParameter, shareSchema, windowSchema } from "./values.ts";

export const topicId = z.coerce.number().int().min(1);
export const topicLevelSchema = z.enum(TOPIC_LEVELS);

/** An utterance: its message's id and where in the message it starts. */
export const utteranceIdSchema = z.string().regex(/^[0-9a-f-]{36}:\d{1,9}$/i, {
  error: "expected messageId:start",
});

export const quoteSchema = z.object({
  conversationId: z.uuid(),
  messageId: z.uuid(),
  utteranceId: utteranceIdSchema,
  sentAt: instantSchema,
  text: z.string(),
  confidence: z.number(),
});

export const topicRefSchema = z.object({ id: z.number().int(), name: z.string(), level: topicLevelSchema });

export const topicSchema = z
  .object({
    id: z.number().int(),
    /** The name people see: given by a person, else found. */
    name: z.string(),
    foundName: z.string(),
    named: z.boolean(),
    level: topicLevelSchema,
    parentId: z.number().int().nullable(),
    /** From the parent upwards. */
    path: z.array(topicRefSchema),
    /** Place of its colour in a palette of eight; kept for life, and other than its siblings' while there are eight or fewer. */
    color: z.number().int().min(0).max(7),
    /** Taken out of lists and breakdowns by a person. */
    hidden: z.boolean(),
    /** One sentence; empty when there is none. */
    description: z.string(),
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
    /** Mean sentiment of its utterances, from -2 to 2. */
    sentiment: measuredSchema,
    /** Conversations by bucket of the answer's `buckets`. */
    sparkline: z.array(countSchema),
    quotes: z.array(quoteSchema),
  })
  .meta({ id: "Topic" });
export type Topic = z.output<typeof topicSchema>;

export const topicSearchSchema = z.strictObject({
  lens: lensParameter,
  filter: filterSchema.optional(),
  time: timeRangeSchema.default("all"),
  /** Part of a name or phrase. */
  text: z.string().max(200).optional(),
  level: topicLevelSchema.default("topic"),
  /** Only what stands directly under this one. */
  parent: z.number().int().min(1).optional(),
  includeHidden: z.boolean().default(false),
  sort: z.enum(["size", "change", "sentiment", "name"]).default("size"),
  limit: z.number().int().min(1).max(500).default(100),
  quotes: z.number().int().min(0).max(20).default(3),
});

/**
 * Customer utterances that say something and belong to no topic, and why. `share` is of all customer utterances that say
 * something: greetings, thanks and bare answers are counted apart in `smallTalk`.
 */
export const unassignedSchema = z.object({
  utterances: countSchema,
  share: shareSchema,
  smallTalk: countSchema,
  reasons: z.array(
    z.object({ reason: z.enum(UNASSIGNED_REASONS), label: z.string(), utterances: countSchema }),
  ),
});

export const topicListSchema = z
  .object({
    topics: z.array(topicSchema),
    total: countSchema,
    /** Topics withheld because fewer customers than the workspace's smallest group speak of them. */
    withheld: countSchema,
    unassigned: unassignedSchema,
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
  query: z.object({ lens: lensParameter }),
  output: topicListSchema,
});

export const getTopic = endpoint({
  method: "GET",
  path: "/v1/topics/:id",
  tag: "topics",
  summary: "Give one topic over all time with quotes: those that show its breadth first",
  access: "read",
  params: z.object({ id: topicId }),
  query: z.object({ lens: lensParameter }),
  output: topicSchema,
});

export const topicTreeNodeSchema = z.object({
  /** `t17` for a topic, `c3` for a cluster of a re-cut tree that is no topic of its own. */
  key: z.string(),
  parentKey: z.string().nullable(),
  /** Null for a cluster that is no topic of its own. */
  id: z.number().int().nullable(),
  level: z.enum([...TOPIC_LEVELS, "cluster"]),
  name: z.string(),
  named: z.boolean(),
  hidden: z.boolean(),
  color: z.number().int().min(0).max(7),
  phrases: z.array(z.string()),
  /** What a filter on `topic` names to get exactly this node. */
  topicIds: z.array(z.number().int()),
  utterances: countSchema,
  conversations: countSchema,
  share: shareSchema,
  sentiment: measuredSchema,
});
export type TopicTreeNode = z.output<typeof topicTreeNodeSchema>;

export const getTopicTree = endpoint({
  method: "GET",
  path: "/v1/topics/tree",
  tag: "topics",
  summary: "Give the tree with counts within a filter, as it stands or cut to any number of topics",
  access: "read",
  query: z.object({
    lens: lensParameter,
    filter: jsonParameter(filterSchema).optional(),
    time: timeRangeSchema.default("all"),
    /** Re-cuts the last run's tree to this many clusters over its finest topics. Left out: the three levels as they stand. */
    granularity: z.coerce.number().int().min(1).max(10_000).optional(),
    includeHidden: z.stringbool().default(false),
  }),
  output: z.object({
    /** Parents before children, each level by falling size. */
    nodes: z.array(topicTreeNodeSchema),
    withheld: countSchema,
    /** Conversations that filter and time let through, and how many of them have a topic. */
    conversations: countSchema,
    withTopic: countSchema,
    granularity: z.object({
      /** Null when the tree is given as it stands. */
      asked: countSchema.nullable(),
      /** Bounds of the slider: 1 and the number of finest topics; 0 before the first run. */
      least: countSchema,
      most: countSchema,
      /** How many groups and topics there are now: marks on the slider. */
      groups: countSchema,
      topics: countSchema,
    }),
    /** Why there are as many topics as there are. */
    reason: z.string(),
    unassigned: unassignedSchema,
    discoveredAt: instantSchema.nullable(),
    window: windowSchema,
    filterWords: z.string(),
  }),
});

export const postDiscovery = endpoint({
  method: "POST",
  path: "/v1/topics/discover",
  tag: "topics",
  summary: "Find topics anew now; edits hold, and topics keep their ids",
  access: "write",
  query: z.object({ lens: lensParameter }),
  body: z.strictObject({}).optional(),
  status: 202,
  output: z.object({ jobId: z.string() }),
});
