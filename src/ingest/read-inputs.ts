// The whole of reading: opens what a person named, recognises each file, reads and groups it. One bad file never stops
// the others: it ends with its failure, and what was read of it before stays.
import { AppError } from "../core/errors.ts";
import type { Format, FormatInput } from "./formats/format.ts";
import { detectFormat, formatById } from "./formats/registry.ts";
import { groupConversations } from "./group/group-conversations.ts";
import type { InputItem, ReadInputsOptions } from "./input-item.ts";
import type { InputFile } from "./open/input-file.ts";
import { openHead } from "./open/open-head.ts";
import { openInputs } from "./open/open-inputs.ts";
import type { GroupedItem } from "./read-item.ts";
import { type ReadOptions, readOptions } from "./read-options.ts";

/**
 * Reads paths, folders, patterns and `-`. Items come in the order of the files; a conversation comes when its file ends,
 * or in parts when the file is larger than what may be held open (see `group-conversations.ts`).
 * Throws `CANCELLED` when the signal is aborted, `REQUEST_INVALID` for an unknown format; nothing else.
 */
export async function* readInputs(
  paths: readonly string[],
  given: ReadInputsOptions = {},
): AsyncGenerator<InputItem, void, undefined> {
  const options = readOptions(given);
  const named = given.format === undefined ? undefined : formatById(given.format);
  const inputs = openInputs(paths, {
    cwd: given.cwd ?? process.cwd(),
    ...(given.stdin === undefined ? {} : { stdin: given.stdin }),
    ...(given.stdinName === undefined ? {} : { stdinName: given.stdinName }),
    ...(given.stdinSizeBytes === undefined ? {} : { stdinSizeBytes: given.stdinSizeBytes }),
    limits: options.limits,
  });
  for await (const input of inputs) {
    throwIfCancelled(options);
    if ("failure" in input) yield failedToOpen(input.name, input.failure);
    else yield* readOne(input, named, options, given);
  }
}

async function* readOne(
  input: InputFile,
  named: Format | undefined,
  options: ReadOptions,
  given: ReadInputsOptions,
): AsyncGenerator<InputItem, void, undefined> {
  let opened: { readonly input: FormatInput; close(): Promise<void> };
  try {
    opened = await openHead(input, options.signal);
  } catch (error) {
    throwIfCancelled(options);
    yield failedToOpen(input.name, error);
    return;
  }
  const found =
    named === undefined ? detectFormat(opened.input.head) : { format: named, reason: "it was named" };
  if (found === undefined || opened.input.head.bytes.length === 0) {
    await opened.close();
    const isEmpty = opened.input.head.bytes.length === 0;
    yield input.isNamed && !isEmpty
      ? failedToOpen(input.name, new AppError("FORMAT_UNKNOWN", { file: input.name }))
      : {
          kind: "file-passed-over",
          file: input.name,
          reason: isEmpty ? "it is empty" : "its format is not known",
        };
    return;
  }
  const { format, reason } = found;
  const size = input.sizeBytes === undefined ? {} : { sizeBytes: input.sizeBytes };
  yield { kind: "file-started", file: input.name, ...size, format: format.id, reason };
  let records = 0;
  let failure: AppError | undefined;
  const report = () =>
    given.onProgress?.({ file: input.name, bytesRead: input.bytesRead(), ...size, records });
  try {
    const channel = options.defaultChannel ?? format.defaultChannel;
    let sinceReport = 0;
    for await (const item of groupConversations(format.read(opened.input, options), given.grouping)) {
      const count = recordsOf(item);
      records += count;
      sinceReport += count;
      if (sinceReport >= REPORT_EVERY) {
        sinceReport = 0;
        report();
      }
      yield item.kind === "conversation" && item.conversation.channel === undefined
        ? { kind: "conversation", conversation: { ...item.conversation, channel } }
        : item;
    }
  } catch (error) {
    throwIfCancelled(options);
    failure = toAppError(error, input.name);
  } finally {
    await opened.close();
  }
  report();
  // Formats with random access take their bytes past the stream that counts them.
  const isWholeFile = failure === undefined && input.localPath !== undefined;
  yield {
    kind: "file-finished",
    file: input.name,
    bytesRead: isWholeFile ? (input.sizeBytes ?? input.bytesRead()) : input.bytesRead(),
    records,
    ...(failure === undefined ? {} : { failure }),
  };
}

const REPORT_EVERY = 500;

/** Messages, rejects and skipped records behind an item. Warnings count nothing. */
export function recordsOf(item: GroupedItem): number {
  switch (item.kind) {
    case "conversation":
      return item.conversation.messages.length;
    case "reject":
      return 1;
    case "skipped":
      return item.count;
    case "warning":
      return 0;
  }
}

function failedToOpen(file: string, error: unknown): InputItem {
  return { kind: "file-finished", file, bytesRead: 0, records: 0, failure: toAppError(error, file) };
}

function toAppError(error: unknown, file: string): AppError {
  if (error instanceof AppError) return error;
  return new AppError("INPUT_UNREADABLE", { file, problem: "its reader failed" }, { cause: error });
}

function throwIfCancelled({ signal }: ReadOptions): void {
  if (signal?.aborted) throw new AppError("CANCELLED", { what: "The reading" }, { cause: signal.reason });
}
