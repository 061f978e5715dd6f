// The map of topics: where the customers' texts lie beside each other, in two dimensions without a unit.
import { z } from "zod";
import { filterSchema } from "../query/filter.ts";
import { timeRangeSchema } from "../query/time-range.ts";
import { endpoint } from "./endpoint.ts";
import { lensParameter } from "./lenses.ts";
import { quoteSchema } from "./topics.ts";
import { countSchema, jsonParameter, windowSchema } from "./values.ts";

/** Points that one answer may hold. */
export const MOST_MAP_POINTS = 200_000;

const scope = {
  lens: lensParameter,
  filter: jsonParameter(filterSchema).optional(),
  time: timeRangeSchema.default("all"),
};

export const getTopicMap = endpoint({
  method: "GET",
  path: "/v1/topics/map",
  tag: "topics",
  summary: "Give the map of what customers say within a filter, a point for each distinct text",
  access: "read",
  query: z.object({
    ...scope,
    limit: z.coerce.number().int().min(1).max(MOST_MAP_POINTS).default(50_000),
  }),
  output: z.object({
    points: countSchema,
    /** Distinct texts within the filter that lie on the map; more than `points` when these are a sample. */
    total: countSchema,
    /** Base64 of little-endian Float32: x and y of each point. */
    places: z.string(),
    /** Base64 of little-endian UInt32: the finest topic of each point, 0 for none. */
    topics: z.string(),
    /** Base64 of little-endian UInt32: how often each point's text is said. */
    weights: z.string(),
    window: windowSchema,
    filterWords: z.string(),
  }),
});

export const getTextsNear = endpoint({
  method: "GET",
  path: "/v1/topics/map/texts",
  tag: "topics",
  summary: "Give the texts that lie nearest to a place of the map",
  access: "read",
  query: z.object({
    ...scope,
    x: z.coerce.number(),
    y: z.coerce.number(),
    count: z.coerce.number().int().min(1).max(50).default(5),
  }),
  output: z.object({
    /** The nearest first; texts of topics that too few customers speak of stay out. */
    texts: z.array(quoteSchema.extend({ topicId: z.number().int() })),
  }),
});
