// How topics change over time: the lineage of the runs, what belongs to no topic, and what is proposed.
import { z } from "zod";
import { UNASSIGNED_REASONS } from "../core/unassigned-reason.ts";
import { filterSchema } from "../query/filter.ts";
import { timeRangeSchema } from "../query/time-range.ts";
import { endpoint } from "./endpoint.ts";
import { lensParameter } from "./lenses.ts";
import { quoteSchema, topicId, topicLevelSchema, topicRefSchema, unassignedSchema } from "./topics.ts";
import {
  countSchema,
  daySchema,
  idParams,
  instantSchema,
  jsonParameter,
  shareSchema,
  windowSchema,
} from "./values.ts";

export const LINEAGE_KINDS = ["born", "continued", "merged", "split", "died"] as const;

export const getLineage = endpoint({
  method: "GET",
  path: "/v1/topics/lineage",
  tag: "topics",
  summary: "Say what each run did to the topics: births, deaths, merges, splits and what continued",
  access: "read",
  query: z.object({
    lens: lensParameter,
    topic: topicId.optional(),
    level: topicLevelSchema.default("topic"),
    /** The newest runs first. */
    runs: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: z.object({
    runs: z.array(
      z.object({
        id: z.string(),
        at: instantSchema,
        /** Why there are as many topics as there are. */
        reason: z.string(),
        texts: countSchema,
        assigned: countSchema,
        topics: countSchema,
        /** Of the topics before it that it continued; null for the first run. */
        kept: shareSchema.nullable(),
        changes: z.array(
          z.object({
            kind: z.enum(LINEAGE_KINDS),
            level: topicLevelSchema,
            /** Topics before; none for a birth. */
            from: z.array(z.object({ id: z.number().int(), name: z.string(), texts: countSchema })),
            /** Topics after; none for a death. */
            to: z.array(z.object({ id: z.number().int(), name: z.string(), texts: countSchema })),
            /** Distinct texts that were in `from` and are in `to`. */
            common: countSchema,
          }),
        ),
      }),
    ),
  }),
});

export const getUnassigned = endpoint({
  method: "GET",
  path: "/v1/topics/unassigned",
  tag: "topics",
  summary: "Say how much belongs to no topic, why, how that moves, and give examples",
  access: "read",
  query: z.object({
    lens: lensParameter,
    filter: jsonParameter(filterSchema).optional(),
    time: timeRangeSchema.default("all"),
    reason: z.enum(UNASSIGNED_REASONS).optional(),
    examples: z.coerce.number().int().min(0).max(100).default(20),
  }),
  output: z.object({
    unassigned: unassignedSchema,
    /** By day of the conversation's start, days without anything left out. */
    days: z.array(z.object({ day: daySchema, utterances: countSchema, share: shareSchema })),
    /** The commonest wordings first. `near` is the topic that came nearest, where there is one. */
    examples: z.array(
      quoteSchema.extend({
        reason: z.enum(UNASSIGNED_REASONS),
        occurrences: countSchema,
        near: topicRefSchema.nullable(),
      }),
    ),
    window: windowSchema,
    filterWords: z.string(),
  }),
});

export const proposalSchema = z
  .object({
    id: z.string(),
    /** `emerging`: a new group among what belongs to no topic. `rerun`: finding topics anew is worth its time. */
    kind: z.enum(["emerging", "rerun"]),
    createdAt: instantSchema,
    /** In words, with the numbers that it rests on. */
    reason: z.string(),
    /** Of an emerging group; empty otherwise. */
    name: z.string(),
    phrases: z.array(z.string()),
    texts: countSchema,
    conversations: countSchema,
    customers: countSchema,
    quotes: z.array(quoteSchema),
    /** The group that it would stand under. */
    parent: topicRefSchema.nullable(),
  })
  .meta({ id: "TopicProposal" });
export type TopicProposal = z.output<typeof proposalSchema>;

export const getProposals = endpoint({
  method: "GET",
  path: "/v1/topics/proposals",
  tag: "topics",
  summary: "List what is proposed: emerging topics, and when a new run is worth its time",
  access: "read",
  query: z.object({ lens: lensParameter }),
  output: z.object({ proposals: z.array(proposalSchema) }),
});

export const acceptProposal = endpoint({
  method: "POST",
  path: "/v1/topics/proposals/:id/accept",
  tag: "topics",
  summary: "Make an emerging group a topic, or start the run that is proposed",
  access: "write",
  params: idParams,
  body: z
    .strictObject({
      name: z.string().trim().min(1).max(120).optional(),
      parent: z.number().int().min(1).optional(),
    })
    .optional(),
  /** The new topic, or the job of the run. */
  output: z.object({ topic: z.number().int().nullable(), jobId: z.string().nullable() }),
});

export const dismissProposal = endpoint({
  method: "POST",
  path: "/v1/topics/proposals/:id/dismiss",
  tag: "topics",
  summary: "Dismiss a proposal; a group much like it is not proposed again",
  access: "write",
  params: idParams,
  output: z.object({ done: z.literal(true) }),
});
