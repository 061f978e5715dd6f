// Sources and imports: look at a file before taking it in, take it in, watch it, see what was set aside.
import { z } from "zod";
import { endpoint, rawEndpoint } from "./endpoint.ts";
import { channelSchema, countSchema, idParams, instantSchema } from "./values.ts";

export const sourceSchema = z
  .object({
    name: z.string(),
    format: z.string().nullable(),
    channels: z.array(channelSchema),
    conversations: countSchema,
    messages: countSchema,
    firstAt: instantSchema.nullable(),
    lastAt: instantSchema.nullable(),
    lastImport: z
      .object({ id: z.string(), state: z.string(), finishedAt: instantSchema.nullable() })
      .nullable(),
  })
  .meta({ id: "Source" });

export const IMPORT_STATES = ["running", "done", "failed", "cancelled"] as const;

/** In messages. read = stored + duplicate + updated + set aside. */
export const importCountsSchema = z.object({
  read: countSchema,
  stored: countSchema,
  duplicate: countSchema,
  updated: countSchema,
  setAside: countSchema,
  /** Records that carry no message by design, such as typing events; not part of `read`. */
  skipped: countSchema,
});

export const importSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    source: z.string(),
    /** Null until it is detected. */
    format: z.string().nullable(),
    state: z.enum(IMPORT_STATES),
    startedAt: instantSchema,
    finishedAt: instantSchema.nullable(),
    counts: importCountsSchema,
    bytesRead: countSchema,
    /** Null when it cannot be known, as for a stream. */
    bytesTotal: countSchema.nullable(),
    warnings: z.array(z.object({ reason: z.string(), message: z.string(), count: countSchema })),
    /** Why it failed, in words. */
    error: z.string().nullable(),
  })
  .meta({ id: "Import" });
export type ImportRecord = z.output<typeof importSchema>;

export const rejectSchema = z
  .object({
    place: z.object({ file: z.string(), line: z.number().int().nullable(), path: z.string().nullable() }),
    reason: z.string(),
    field: z.string().nullable(),
    expected: z.string(),
    advice: z.string(),
    checksum: z.string(),
  })
  .meta({ id: "Reject" });

/** A mapping as `parlance import --map FILE` reads it; the reader of columns checks it. */
export const mappingSchema = z.record(z.string(), z.unknown()).meta({ id: "Mapping" });
export type MappingValue = z.output<typeof mappingSchema>;

export const previewSchema = z
  .object({
    format: z.string().nullable(),
    formatReason: z.string(),
    /** Every format that may fit, the likeliest first. */
    candidates: z.array(
      z.object({ format: z.string(), label: z.string(), score: z.number(), reason: z.string() }),
    ),
    /** Guessed; null for formats with fixed fields. */
    mapping: mappingSchema.nullable(),
    /** Columns or paths found in the head, with redacted examples. */
    columns: z.array(z.object({ name: z.string(), examples: z.array(z.string()) })),
    /** The first conversations as they would be stored: redacted. */
    conversations: z.array(
      z.object({
        externalId: z.string(),
        channel: channelSchema,
        messages: z.array(z.object({ role: z.string(), sentAt: instantSchema, text: z.string() })),
      }),
    ),
    rejects: z.array(rejectSchema),
  })
  .meta({ id: "ImportPreview" });
export type ImportPreview = z.output<typeof previewSchema>;

const importQuery = z.object({
  /** The file's name: its ending helps to detect the format. */
  name: z.string().min(1).max(300),
  source: z.string().min(1).max(100).optional(),
  format: z.string().max(50).optional(),
  /** A mapping as JSON. */
  mapping: z.string().max(100_000).optional(),
  /** The import's id, chosen by the caller so that it can be watched while the file streams. */
  id: z.uuid().optional(),
  /** The file's size, so that progress can be shown. */
  sizeBytes: z.coerce.number().int().nonnegative().optional(),
  /** Zone of times that name none. Default UTC. */
  timeZone: z.string().max(100).optional(),
  /** Whether 03/04/2026 is the 3rd of April. Judged from the file unless said. */
  dayFirst: z.stringbool().optional(),
  /** Start of every conversation when the source has no times. */
  assumeStart: z.iso.datetime({ offset: true }).optional(),
});

export const getSources = endpoint({
  method: "GET",
  path: "/v1/sources",
  tag: "sources",
  summary: "List the sources and what each has brought",
  access: "read",
  output: z.object({ sources: z.array(sourceSchema) }),
});

export const getFormats = endpoint({
  method: "GET",
  path: "/v1/formats",
  tag: "sources",
  summary: "List the formats that can be read",
  access: "read",
  output: z.object({
    formats: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        description: z.string(),
        extensions: z.array(z.string()),
        mappable: z.boolean(),
      }),
    ),
  }),
});

export const getImports = endpoint({
  method: "GET",
  path: "/v1/imports",
  tag: "sources",
  summary: "List the imports, newest first",
  access: "read",
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  output: z.object({ imports: z.array(importSchema) }),
});

export const getImport = endpoint({
  method: "GET",
  path: "/v1/imports/:id",
  tag: "sources",
  summary: "Give one import with its progress",
  access: "read",
  params: idParams,
  output: importSchema,
});

export const getImportRejects = endpoint({
  method: "GET",
  path: "/v1/imports/:id/rejects",
  tag: "sources",
  summary: "List the records that an import set aside, with place and advice",
  access: "read",
  params: idParams,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(1000).default(100),
    /** `next` of the page before. */
    after: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({
    rejects: z.array(rejectSchema),
    total: countSchema,
    reasons: z.array(z.object({ reason: z.string(), count: countSchema })),
    next: countSchema.nullable(),
  }),
});

export const previewImport = rawEndpoint({
  method: "POST",
  path: "/v1/imports/preview",
  tag: "sources",
  summary: "Look at the head of a file: its format, guessed mapping and first conversations; stores nothing",
  access: "write",
  query: importQuery,
  consumes: ["application/octet-stream"],
  output: previewSchema,
});

export const startImport = rawEndpoint({
  method: "POST",
  path: "/v1/imports",
  tag: "sources",
  summary:
    "Take in a file as it streams; answers when it is all stored; never written to disk before it is redacted",
  access: "write",
  query: importQuery,
  consumes: ["application/octet-stream"],
  output: importSchema,
});

export const cancelImport = endpoint({
  method: "POST",
  path: "/v1/imports/:id/cancel",
  tag: "sources",
  summary: "Stop an import; what it has stored stays",
  access: "write",
  params: idParams,
  output: importSchema,
});
