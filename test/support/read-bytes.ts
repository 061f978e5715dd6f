// Reads bytes at hand as an import would, for tests of readers.

import type { AppError } from "../../src/core/errors.ts";
import type { SourceConversation, SourceMessage } from "../../src/core/source-conversation.ts";
import type { InputItem, ReadInputsOptions } from "../../src/ingest/input-item.ts";
import { readInputs } from "../../src/ingest/read-inputs.ts";
import type { ReadWarning, Reject } from "../../src/ingest/read-item.ts";

export type WhatWasRead = {
  readonly items: readonly InputItem[];
  readonly conversations: readonly SourceConversation[];
  readonly messages: readonly SourceMessage[];
  readonly rejects: readonly Reject[];
  readonly warnings: readonly ReadWarning[];
  readonly skipped: number;
  /** Records that the reader itself counted. */
  readonly records: number;
  readonly failures: readonly AppError[];
  readonly formats: readonly string[];
  readonly passedOver: readonly string[];
};

const DEFAULTS: ReadInputsOptions = {
  now: new Date("2026-06-01T00:00:00Z"),
  assumeStart: new Date("2026-05-01T00:00:00Z"),
};

/** Bytes come through standard input, cut into chunks of the given size. */
export function readBytes(
  bytes: Uint8Array | string,
  options: ReadInputsOptions = {},
  chunkBytes = 64 * 1024,
): Promise<WhatWasRead> {
  const whole = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
  return readPaths(["-"], { ...options, stdin: inChunks(whole, chunkBytes) });
}

export async function readPaths(
  paths: readonly string[],
  options: ReadInputsOptions = {},
): Promise<WhatWasRead> {
  const items: InputItem[] = [];
  for await (const item of readInputs(paths, { ...DEFAULTS, ...options })) items.push(item);
  const conversations = items.flatMap((item) => (item.kind === "conversation" ? [item.conversation] : []));
  const finished = items.flatMap((item) => (item.kind === "file-finished" ? [item] : []));
  return {
    items,
    conversations,
    messages: conversations.flatMap(({ messages }) => messages),
    rejects: items.flatMap((item) => (item.kind === "reject" ? [item.reject] : [])),
    warnings: items.flatMap((item) => (item.kind === "warning" ? [item.warning] : [])),
    skipped: items.reduce((sum, item) => sum + (item.kind === "skipped" ? item.count : 0), 0),
    records: finished.reduce((sum, { records }) => sum + records, 0),
    failures: finished.flatMap(({ failure }) => (failure === undefined ? [] : [failure])),
    formats: items.flatMap((item) => (item.kind === "file-started" ? [item.format] : [])),
    passedOver: items.flatMap((item) => (item.kind === "file-passed-over" ? [item.file] : [])),
  };
}

export async function* inChunks(
  bytes: Uint8Array,
  size: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function gather<T>(items: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}
