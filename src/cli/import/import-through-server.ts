// An import while a server runs on the data directory: every file streams to it, and it reads, redacts and stores.
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { ApiProblem } from "../../contract/client.ts";
import type { ImportRecord } from "../../contract/imports.ts";
import { AppError } from "../../core/errors.ts";
import { newId } from "../../core/ids.ts";
import { listPaths } from "../../ingest/open/list-paths.ts";
import type { ImportOutcome } from "../../jobs/import/import-outcome.ts";
import { clientOf, type RunningServer } from "../find-server.ts";
import { formatBytes, startProgress } from "../progress.ts";
import type { CommandImport } from "./import-here.ts";

type Sent = { readonly name: string; readonly sizeBytes?: number; readonly body: Readable };

async function* openPaths({ paths, context }: CommandImport): AsyncIterable<Sent> {
  for (const path of paths) {
    if (path === "-") yield { name: "-", body: context.stdin };
    else
      for await (const file of listPaths(path, context.cwd))
        yield { name: file.name, sizeBytes: file.sizeBytes, body: createReadStream(file.path) };
  }
}

/** Streams each file to the server, one import a file, and adds their outcomes up. */
export async function importThroughServer(
  request: CommandImport,
  server: RunningServer,
): Promise<ImportOutcome> {
  const { source, read, context } = request;
  context.stderr.write(`A server runs on this data directory (${server.url}): it takes the files in.\n`);
  const client = clientOf(server, (input, init) => fetch(input, { ...init, duplex: "half" } as RequestInit));
  const startedMs = Date.now();
  const done: { readonly sent: Sent; readonly record: ImportRecord }[] = [];
  const progress = startProgress("importing", context, { formatAmount: formatBytes });
  try {
    for await (const sent of openPaths(request)) {
      if (context.signal.aborted) break;
      let bytes = 0;
      sent.body.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        progress.update(bytes, sent.sizeBytes, sent.name);
      });
      const query = {
        name: basename(sent.name),
        source,
        id: newId(),
        ...(sent.sizeBytes !== undefined && { sizeBytes: sent.sizeBytes }),
        ...(read.format !== undefined && { format: read.format }),
        ...(read.mapping !== undefined && { mapping: JSON.stringify(read.mapping) }),
        ...(read.timeZone !== undefined && { timeZone: read.timeZone }),
        ...(read.dayFirst !== undefined && { dayFirst: String(read.dayFirst) }),
        ...(read.assumeStart !== undefined && { assumeStart: read.assumeStart.toISOString() }),
      };
      const body = Readable.toWeb(sent.body) as ReadableStream<Uint8Array>;
      const record = await client.call("startImport", { query, body }, { signal: context.signal });
      done.push({ sent, record });
    }
  } catch (error) {
    if (!context.signal.aborted) throw asAppError(error, server);
  } finally {
    progress.stop();
  }
  return addUp(done, { source, startedMs, cancelled: context.signal.aborted });
}

function asAppError(error: unknown, server: RunningServer): unknown {
  if (error instanceof ApiProblem) return error;
  const problem = `${server.url} did not answer`;
  return new AppError("ENGINE_UNAVAILABLE", { engine: "server", problem }, { cause: error });
}

function addUp(
  done: readonly { readonly sent: Sent; readonly record: ImportRecord }[],
  rest: { readonly source: string; readonly startedMs: number; readonly cancelled: boolean },
): ImportOutcome {
  const sum = (pick: (counts: ImportRecord["counts"]) => number) =>
    done.reduce((total, { record }) => total + pick(record.counts), 0);
  return {
    importId: done.map(({ record }) => record.id).join(" "),
    source: rest.source,
    counts: {
      read: sum(({ read }) => read),
      stored: sum(({ stored }) => stored),
      updated: sum(({ updated }) => updated),
      duplicate: sum(({ duplicate }) => duplicate),
      setAside: sum(({ setAside }) => setAside),
      skipped: sum(({ skipped }) => skipped),
      conversations: undefined,
    },
    files: done.map(({ sent, record }) => ({
      file: sent.name,
      format: record.format ?? "unknown format",
      reason: "detected by the server",
      records: record.counts.read,
      ...(record.error !== null && { problem: record.error }),
    })),
    passedOver: [],
    warnings: done.flatMap(({ record }) => record.warnings),
    firstRejects: [],
    cancelled: rest.cancelled,
    elapsedMs: Date.now() - rest.startedMs,
  };
}
