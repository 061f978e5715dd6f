// What the API calls to take data in: previews, uploads that can be watched and cancelled, bodies of requests. Says when
// too much is waiting.
import { AppError } from "../../core/errors.ts";
import { FORMATS } from "../../ingest/formats/registry.ts";
import { readInputs } from "../../ingest/read-inputs.ts";
import { type FileDescription, readOptionsFor, sourceOf } from "./file-reading.ts";
import { type Delivery, ingestBody } from "./ingest-body.ts";
import { previewFile } from "./preview-file.ts";
import { type ImportServices, recordImport } from "./record-import.ts";

/** Bodies and uploads at once; each holds a batch or two in memory. */
const MAX_AT_ONCE = 8;
const RETRY_AFTER_SECONDS = 2;

type Upload = FileDescription & {
  readonly importId: string;
  readonly sizeBytes?: number | undefined;
  readonly body: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
};
type RunningImport = {
  readonly controller: AbortController;
  readonly ended: Promise<unknown>;
  bytesRead: number;
  readonly bytesTotal: number | null;
};

/** `onStored` is called after anything was stored, so that it gets labelled. */
export function createImporter(services: ImportServices, onStored: () => void) {
  const running = new Map<string, RunningImport>();
  let atWork = 0;

  /** Counts before anything is waited for, so that no two callers take the last place. */
  async function inPlace<Result>(work: () => Promise<Result>): Promise<Result> {
    if (atWork >= MAX_AT_ONCE)
      throw new AppError("TOO_MANY_REQUESTS", { retryAfterSeconds: RETRY_AFTER_SECONDS });
    atWork += 1;
    try {
      return await work();
    } finally {
      atWork -= 1;
    }
  }

  async function upload({ importId, body, signal, sizeBytes, ...file }: Upload): Promise<void> {
    const controller = new AbortController();
    const read = await readOptionsFor(services, file, { isKept: true });
    const entry: RunningImport = {
      controller,
      ended: Promise.resolve(),
      bytesRead: 0,
      bytesTotal: sizeBytes ?? null,
    };
    const both = AbortSignal.any([signal, controller.signal]);
    const items = readInputs(["-"], {
      ...read,
      stdin: body,
      stdinName: file.name,
      ...(sizeBytes !== undefined && { stdinSizeBytes: sizeBytes }),
      signal: both,
      onProgress: ({ bytesRead }) => {
        entry.bytesRead = bytesRead;
      },
    });
    const files = [{ name: file.name, ...(sizeBytes !== undefined && { sizeBytes }) }];
    const ended = recordImport(services, {
      id: importId,
      source: sourceOf(file),
      files,
      items,
      signal: both,
    });
    running.set(importId, Object.assign(entry, { ended }));
    try {
      const { counts } = await ended;
      if (counts.stored + counts.updated > 0) onStored();
    } finally {
      running.delete(importId);
    }
  }

  return {
    formats: () =>
      FORMATS.map(({ id, name, summary, extensions, isMapped }) => ({
        id,
        label: name,
        description: summary,
        extensions: [...extensions],
        mappable: isMapped,
      })),
    preview: (file: FileDescription & { readonly head: Uint8Array }) => previewFile(services, file),
    start: (given: Upload) => inPlace(() => upload(given)),
    async cancel(importId: string): Promise<boolean> {
      const entry = running.get(importId);
      entry?.controller.abort();
      await entry?.ended.catch(() => undefined);
      return entry !== undefined;
    },
    ingest: (delivery: Omit<Delivery, "now">) =>
      inPlace(async () => {
        const result = await ingestBody(services, { ...delivery, now: new Date() });
        if (result.stored + result.updated > 0) onStored();
        return result;
      }),
    progress: (importId: string) => {
      const entry = running.get(importId);
      return entry && { bytesRead: entry.bytesRead, bytesTotal: entry.bytesTotal };
    },
    retryAfterSeconds: () => (atWork >= MAX_AT_ONCE ? RETRY_AFTER_SECONDS : undefined),
  };
}
