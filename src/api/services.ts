// What the API needs from the rest of the house. The composition root gives it; tests give the real engines and small parts
// of their own for what they do not test.
import type { Logger } from "pino";
import type { Columnar } from "../columnar/columnar.ts";
import type { ClientOutput } from "../contract/client.ts";
import type { ImportPreview } from "../contract/imports.ts";
import type { IngestResult } from "../contract/ingest.ts";
import type { JobQueue } from "../jobs/queue/job-queue.ts";
import type { TopicCurator } from "../jobs/topics/curate/curator.ts";
import type { Records } from "../records/records.ts";
import type { ApiMetrics } from "./metrics.ts";

/** `local`: one person at this machine, no login, loopback only. `accounts`: everybody signs in or shows a key. */
export type AccessMode = "local" | "accounts";

export type ApiSettings = {
  readonly mode: AccessMode;
  /** Address that the server listens on. */
  readonly host: string;
  /** Where people reach it, when that is not the address it listens on: `https://parlance.example.org`. */
  readonly publicUrl: string;
  /** Key for signing sessions, at least 32 characters; only needed for accounts. */
  readonly authSecret?: string;
  /** The one-time word that makes the first account; printed in the terminal. Only needed while there is none. */
  readonly setupToken?: string;
  /** What the command line of the data directory's owner shows; it stands in the lock file. */
  readonly ownerKey?: string;
  /** Where the built workbench lies; nothing is served at `/` without. */
  readonly webDir?: string;
  readonly version: string;
};

export type UploadOptions = {
  /** The file's name. */
  readonly name: string;
  readonly source?: string | undefined;
  readonly format?: string | undefined;
  /** As JSON came in; `parseMapping` checks it. */
  readonly mapping?: unknown;
  readonly timeZone?: string | undefined;
  readonly dayFirst?: boolean | undefined;
  readonly assumeStart?: string | undefined;
};

export type Upload = UploadOptions & {
  /** A UUID. Chosen by the caller or made by the route, so that the import can be watched while it runs. */
  readonly importId: string;
  readonly sizeBytes?: number | undefined;
  readonly body: AsyncIterable<Uint8Array>;
  /** Aborted when the caller goes away. */
  readonly signal: AbortSignal;
};

export type IngestBody = {
  readonly kind: "conversations" | "messages";
  /** NDJSON, else one JSON value. */
  readonly isLines: boolean;
  readonly source?: string | undefined;
  readonly body: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
};

/** Takes data in. `src/jobs/import` is behind it. */
export type Importer = {
  formats(): ClientOutput<"getFormats">["formats"];
  /** Reads the head of a file and stores nothing. What it gives is redacted. */
  preview(file: UploadOptions & { readonly head: Uint8Array }): Promise<ImportPreview>;
  /** Takes a file in as it streams; resolves when it is all stored, cancelled or failed. Its record says which. */
  start(upload: Upload): Promise<void>;
  /** Resolves when the import has stopped; false when it does not run here. */
  cancel(importId: string): Promise<boolean>;
  /** Takes in the body of a request; resolves when it is stored. */
  ingest(body: IngestBody): Promise<IngestResult>;
  /** Bytes read so far and in all, of an import that runs here. */
  progress(importId: string): { readonly bytesRead: number; readonly bytesTotal: number | null } | undefined;
  /** Seconds after which a caller should try again, when too much work is waiting. */
  retryAfterSeconds(): number | undefined;
};

export type ApiServices = {
  readonly columnar: Columnar;
  readonly records: Records;
  readonly queue: Pick<JobQueue, "enqueue" | "cancel">;
  /** Id of the workspace that this server serves. */
  readonly workspace: string;
  readonly settings: ApiSettings;
  readonly importer: Importer;
  /** Edits of the tree of a lens; undefined is the default one. */
  readonly curator: (lensId?: string) => TopicCurator;
  /** The vector of a sentence and the version of the encoder that made it. */
  readonly embedQuery: (text: string) => Promise<{ readonly vector: Float32Array; readonly encoder: string }>;
  /** How far the sample data are; null when this workspace has none. */
  readonly sampleProgress: () => ClientOutput<"getWorkspace">["sample"];
  readonly metrics: ApiMetrics;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
};
