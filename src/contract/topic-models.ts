// Classical topic models (LDA, NMF) on what customers say, beside the tree.
import { z } from "zod";
import { filterSchema } from "../query/filter.ts";
import { timeRangeSchema } from "../query/time-range.ts";
import { endpoint } from "./endpoint.ts";
import { quoteSchema } from "./topics.ts";
import { countSchema, doneSchema, idParams, instantSchema, jsonParameter } from "./values.ts";

export const MODEL_METHODS = ["lda", "lda-gibbs", "nmf"] as const;

/** Means over the topics, on the texts themselves. NPMI and C_V are coherence; diversity is the share of different words. */
const scoresSchema = z.object({
  topics: countSchema,
  npmi: z.number(),
  cv: z.number(),
  diversity: z.number(),
});

export const topicModelSchema = z
  .object({
    id: z.string(),
    method: z.enum(MODEL_METHODS),
    seed: z.number().int(),
    texts: countSchema,
    scores: scoresSchema,
    /** The tree, as it was then, on the same texts. */
    tree: scoresSchema,
    /** Normalised mutual information of model and tree, from 0 to 1. */
    agreement: z.number(),
    seconds: z.number(),
    finishedAt: instantSchema,
  })
  .meta({ id: "TopicModel" });
export type TopicModel = z.output<typeof topicModelSchema>;

export const modelTopicSchema = z
  .object({
    topic: z.number().int(),
    /** The heaviest first; weights are shares of the topic. */
    words: z.array(z.object({ word: z.string(), weight: z.number() })),
    /** Different texts of which it is the heaviest topic, in all. */
    texts: countSchema,
    /** Within the filter and the window. */
    utterances: countSchema,
    conversations: countSchema,
    npmi: z.number(),
    cv: z.number(),
    /** The tree's topics among its utterances, the most first; id 0 is none of them. */
    overlaps: z.array(z.object({ id: z.number().int(), name: z.string(), utterances: countSchema })),
  })
  .meta({ id: "ModelTopic" });
export type ModelTopic = z.output<typeof modelTopicSchema>;

const scope = {
  filter: jsonParameter(filterSchema).optional(),
  time: timeRangeSchema.default("all"),
};

export const getTopicModels = endpoint({
  method: "GET",
  path: "/v1/topics/models",
  tag: "topics",
  summary: "List the classical topic models that were fitted, with their scores beside the tree's",
  access: "read",
  output: z.object({ models: z.array(topicModelSchema) }),
});

export const postTopicModel = endpoint({
  method: "POST",
  path: "/v1/topics/models",
  tag: "topics",
  summary: "Fit a classical topic model to what customers say",
  access: "write",
  body: z.strictObject({
    method: z.enum(MODEL_METHODS),
    /** Left out: as many as the tree has. */
    topics: z.number().int().min(2).max(500).optional(),
    seed: z
      .number()
      .int()
      .min(0)
      .max(2 ** 31 - 1)
      .default(1),
  }),
  status: 202,
  output: z.object({ id: z.string(), jobId: z.string() }),
});

export const getTopicModel = endpoint({
  method: "GET",
  path: "/v1/topics/models/:id",
  tag: "topics",
  summary:
    "Give the topics of a classical model with their words, sizes within a filter and overlap with the tree",
  access: "read",
  params: idParams,
  query: z.object(scope),
  output: z.object({
    model: topicModelSchema,
    /** The largest first. */
    topics: z.array(modelTopicSchema),
    /** Topics of fewer customers than the smallest group. */
    withheld: countSchema,
  }),
});

export const getModelQuotes = endpoint({
  method: "GET",
  path: "/v1/topics/models/:id/quotes",
  tag: "topics",
  summary: "Give what people say of a topic of a classical model, the clearest first",
  access: "read",
  params: idParams,
  query: z.object({
    ...scope,
    topic: z.coerce.number().int().min(1),
    count: z.coerce.number().int().min(1).max(50).default(10),
  }),
  output: z.object({ quotes: z.array(quoteSchema) }),
});

export const deleteTopicModel = endpoint({
  method: "DELETE",
  path: "/v1/topics/models/:id",
  tag: "topics",
  summary: "Take a classical topic model away",
  access: "write",
  params: idParams,
  output: doneSchema,
});
