// Lenses: which utterances topics are found from. Each lens has a tree of its own, with ids, history and edits of its own.
import { z } from "zod";
import { ACTS, ROLES } from "../core/domain.ts";
import { DEFAULT_LENS } from "../core/lens.ts";
import { endpoint } from "./endpoint.ts";
import { countSchema, doneSchema, instantSchema } from "./values.ts";

const lensIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, {
  error: "expected up to 40 small letters, digits and hyphens",
});

/** Whose topics are meant, for a query string or body. */
export const lensParameter = lensIdSchema.default(DEFAULT_LENS.id);

const actsSchema = z.array(z.enum(ACTS)).min(1).max(ACTS.length);

/** Conditions on one utterance; all that are set must hold. */
export const lensClauseSchema = z.strictObject({
  acts: actsSchema.optional(),
  notActs: actsSchema.optional(),
  /** Whether it says what the customer wants. */
  bearsIntent: z.boolean().optional(),
  /** From -2 (very negative) to 2. */
  sentimentAtMost: z.number().min(-2).max(2).optional(),
  sentimentAtLeast: z.number().min(-2).max(2).optional(),
  /** Whether an agent or bot spoke after it, and the customer then neither complained nor said the same again. */
  isAnswered: z.boolean().optional(),
  wordsAtLeast: z.number().int().min(1).max(100).optional(),
});

const ruleSchema = z.strictObject({
  /** Who speaks. */
  roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length),
  /** One clause that holds is enough. */
  any: z.array(lensClauseSchema).min(1).max(10),
});

export const lensDefinitionSchema = ruleSchema
  .extend({
    id: lensIdSchema,
    name: z.string().trim().min(1).max(60),
    summary: z.string().trim().max(200).default(""),
  })
  .meta({ id: "LensDefinition" });
export type LensDefinition = z.output<typeof lensDefinitionSchema>;

export const lensSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    summary: z.string(),
    roles: z.array(z.enum(ROLES)),
    any: z.array(lensClauseSchema),
    /** False for one that a person added. */
    builtIn: z.boolean(),
    isDefault: z.boolean(),
    /** Whether jobs find its topics and keep them up to date. */
    on: z.boolean(),
    /** When its topics were last found; null before the first time. */
    discoveredAt: instantSchema.nullable(),
    /** At the middle level, without hidden ones. */
    topics: countSchema,
    /** What the last run took: texts that had to be encoded first, seconds, and seconds of the process's processors meanwhile. */
    cost: z.object({ embedded: countSchema, seconds: z.number(), processorSeconds: z.number() }).nullable(),
  })
  .meta({ id: "Lens" });
export type Lens = z.output<typeof lensSchema>;

const params = z.object({ id: lensIdSchema });

export const getLenses = endpoint({
  method: "GET",
  path: "/v1/topics/lenses",
  tag: "topics",
  summary: "List the lenses: which utterances count, and what finding their topics took",
  access: "read",
  output: z.object({ lenses: z.array(lensSchema) }),
});

export const postLens = endpoint({
  method: "POST",
  path: "/v1/topics/lenses",
  tag: "topics",
  summary: "Add a lens, or change one of your own, and find its topics",
  access: "write",
  body: lensDefinitionSchema,
  status: 202,
  output: z.object({ lens: lensSchema, jobId: z.string() }),
});

export const patchLens = endpoint({
  method: "PATCH",
  path: "/v1/topics/lenses/:id",
  tag: "topics",
  summary: "Turn a lens on or off; off, its topics stay as they are",
  access: "write",
  params,
  body: z.strictObject({ on: z.boolean() }),
  output: lensSchema,
});

export const deleteLens = endpoint({
  method: "DELETE",
  path: "/v1/topics/lenses/:id",
  tag: "topics",
  summary: "Take away a lens of your own with its topics and edits",
  access: "write",
  params,
  output: doneSchema,
});

export const measureLens = endpoint({
  method: "POST",
  path: "/v1/topics/lenses/measure",
  tag: "topics",
  summary: "Say how much a lens would let through and what finding its topics would have to encode first",
  access: "read",
  body: ruleSchema,
  output: z.object({
    utterances: countSchema,
    /** Different texts. */
    texts: countSchema,
    /** Of them, those without a vector. */
    notEncoded: countSchema,
  }),
});
