// The semantic layer over HTTP: which dimensions and measures there are, and a table of them.
import { z } from "zod";
import { filterSchema } from "../query/filter.ts";
import { GRAINS, timeRangeSchema } from "../query/time-range.ts";
import { endpoint } from "./endpoint.ts";
import { countSchema, instantSchema, windowSchema } from "./values.ts";

export const ENTITY_GRAINS = ["conversation", "message", "utterance", "customer"] as const;
const entityGrainSchema = z.enum(ENTITY_GRAINS);

export const dimensionSchema = z.object({
  /** Attributes are `attribute.NAME`. */
  id: z.string(),
  label: z.string(),
  description: z.string(),
  grain: entityGrainSchema,
  type: z.enum(["text", "number", "boolean", "time", "topic"]),
  /** The values it can have, when they are few and known: channels, roles, bands. */
  values: z.array(z.object({ value: z.string(), label: z.string() })).nullable(),
  canGroup: z.boolean(),
  canFilter: z.boolean(),
  /** One conversation may stand under several values, so that shares may add to more than 100 %. */
  overlapping: z.boolean(),
});

export const measureSchema = z.object({
  id: z.string(),
  label: z.string(),
  description: z.string(),
  grain: entityGrainSchema,
  type: z.enum(["count", "mean", "median", "share"]),
  unit: z.enum(["conversations", "messages", "utterances", "customers", "score", "seconds", "share"]),
});

export const getQueryModel = endpoint({
  method: "GET",
  path: "/v1/query/model",
  tag: "query",
  summary: "List the dimensions and measures, each with its grain and what it means",
  access: "read",
  output: z.object({ dimensions: z.array(dimensionSchema), measures: z.array(measureSchema) }),
});

export const queryRequestSchema = z
  .strictObject({
    measures: z.array(z.string()).min(1).max(12),
    dimensions: z.array(z.string()).max(3).default([]),
    filter: filterSchema.optional(),
    time: timeRangeSchema.default("all"),
    /** Width of the dimension `time`; chosen from the length of the window when left out. */
    grain: z.enum(GRAINS).optional(),
    /** `previous` adds the same stretch just before, row by row. */
    compare: z.enum(["previous"]).optional(),
    /** By measure or dimension id. Unless said: time and other ordered dimensions rising, else the first measure falling. */
    order: z
      .array(z.strictObject({ by: z.string(), direction: z.enum(["asc", "desc"]).default("desc") }))
      .max(4)
      .optional(),
    limit: z.number().int().min(1).max(10_000).default(1000),
  })
  .meta({ id: "QueryRequest" });
export type QueryRequest = z.input<typeof queryRequestSchema>;

/** A measured value with what it rests on. `low` and `high` bound the 95 % interval of shares and means. */
export const measuredSchema = z.object({
  value: z.number().nullable(),
  n: countSchema,
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type Measured = z.output<typeof measuredSchema>;

const dimensionValueSchema = z.union([z.string(), z.number(), z.boolean()]).nullable();

export const queryRowSchema = z.object({
  /** By dimension id. `time` is the local start of its bucket: `2026-03-01`, for hours `2026-03-01T14:00:00+01:00`. */
  dimensions: z.record(z.string(), dimensionValueSchema),
  measures: z.record(z.string(), measuredSchema),
  /** The same of the stretch before; present when `compare` was asked. Measures are 0 or null where it had none. */
  previous: z.record(z.string(), measuredSchema).nullable(),
});
export type QueryRow = z.output<typeof queryRowSchema>;

export const queryResponseSchema = z
  .object({
    columns: z.array(
      z.object({
        id: z.string(),
        role: z.enum(["dimension", "measure"]),
        label: z.string(),
        type: z.string(),
        unit: z.string().nullable(),
        grain: entityGrainSchema,
        /** Names for values that are ids, such as topics. */
        labels: z.record(z.string(), z.string()).nullable(),
        overlapping: z.boolean(),
      }),
    ),
    rows: z.array(queryRowSchema),
    /** The measures over everything that the filter lets through, without the dimensions. */
    total: queryRowSchema.omit({ dimensions: true }),
    /** More rows existed than `limit`. */
    truncated: z.boolean(),
    /**
     * Groups withheld because fewer customers speak in them than the workspace's smallest group asks for; judged over the whole
     * window, whatever the dimension `time`.
     */
    withheld: countSchema,
    window: windowSchema,
    /** The earlier stretch; null unless asked for, or when the window is `all`. */
    comparedWith: windowSchema.nullable(),
    grain: z.enum(GRAINS).nullable(),
    /** Every bucket of `time` in the window, so that gaps can be drawn as gaps; null without that dimension. */
    buckets: z.array(z.string()).nullable(),
    /** The bucket that is still running, and until when it has data; null when all are whole. */
    partial: z.object({ bucket: z.string(), until: instantSchema }).nullable(),
    /** The filter in words. */
    filterWords: z.string(),
  })
  .meta({ id: "QueryResponse" });
export type QueryResponse = z.output<typeof queryResponseSchema>;

export const postQuery = endpoint({
  method: "POST",
  path: "/v1/query",
  tag: "query",
  summary: "Measure: a table of measures by dimensions, filtered, in a window, compared",
  access: "read",
  body: queryRequestSchema,
  output: queryResponseSchema,
});
