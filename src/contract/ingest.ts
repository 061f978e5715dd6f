// Taking in conversations and messages over HTTP. The bodies' shapes are described here for people and OpenAPI; they are
// read line by line, and a line that does not fit is named in the answer instead of failing the rest.
import { z } from "zod";
import { rawEndpoint } from "./endpoint.ts";
import { countSchema } from "./values.ts";

export const ingestResultSchema = z
  .object({
    importId: z.string(),
    /** read = stored + duplicate + updated + set aside, in messages. */
    read: countSchema,
    stored: countSchema,
    duplicate: countSchema,
    updated: countSchema,
    setAside: z.array(
      z.object({
        /** Line of an NDJSON body, from 1. */
        line: countSchema.nullable(),
        /** JSON Pointer of the record in a single JSON body. */
        path: z.string().nullable(),
        field: z.string().nullable(),
        reason: z.string(),
        expected: z.string(),
        advice: z.string(),
      }),
    ),
  })
  .meta({ id: "IngestResult" });
export type IngestResult = z.output<typeof ingestResultSchema>;

const query = z.object({
  /** Name of the source; unless said, what each record says, else `api`. */
  source: z.string().min(1).max(100).optional(),
});
const consumes = ["application/json", "application/x-ndjson"];

export const postConversations = rawEndpoint({
  method: "POST",
  path: "/v1/conversations",
  tag: "ingest",
  summary: "Take in whole conversations, one as JSON or many as NDJSON; repeat safely with Idempotency-Key",
  access: "write",
  query,
  consumes,
  output: ingestResultSchema,
});

export const postMessages = rawEndpoint({
  method: "POST",
  path: "/v1/messages",
  tag: "ingest",
  summary:
    "Take in messages of conversations, one as JSON or many as NDJSON; repeat safely with Idempotency-Key",
  access: "write",
  query,
  consumes,
  output: ingestResultSchema,
});
