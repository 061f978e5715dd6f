// Everything that a filter lets through, as a file that streams.
import { z } from "zod";
import { filterSchema } from "../query/filter.ts";
import { timeRangeSchema } from "../query/time-range.ts";
import { endpoint } from "./endpoint.ts";
import { jsonParameter } from "./values.ts";

export const EXPORT_KINDS = ["conversations", "messages", "utterances", "topics"] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];
export const EXPORT_FORMATS = ["jsonl", "csv", "parquet"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const getExport = endpoint({
  method: "GET",
  path: "/v1/export/:kind",
  tag: "export",
  summary: "Stream conversations, messages, utterances or topics with their enrichments as a file",
  access: "read",
  params: z.object({ kind: z.enum(EXPORT_KINDS) }),
  query: z.object({
    format: z.enum(EXPORT_FORMATS).default("jsonl"),
    /** A filter tree as JSON. */
    filter: jsonParameter(filterSchema).optional(),
    time: timeRangeSchema.default("all"),
  }),
  output: { stream: ["application/x-ndjson", "text/csv", "application/vnd.apache.parquet"] },
});
