// From what a person names (files, folders, patterns, `-`) to inputs with plain bytes. Packed files are recognised by
// their first bytes and opened on the way: gzip, Zstandard, zip; an archive inside an archive one level deep.
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { AppError } from "../../core/errors.ts";
import type { ReadLimits } from "../read-options.ts";
import type { InputFile, InputProblem } from "./input-file.ts";
import { type ListedFile, listPaths } from "./list-paths.ts";
import { openZip } from "./open-zip.ts";
import { peek } from "./peek.ts";
import { readAll } from "./read-all.ts";
import { type Packing, packingOf, unpack } from "./unpack.ts";

export type OpenOptions = {
  readonly cwd: string;
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly stdinName?: string;
  readonly stdinSizeBytes?: number;
  readonly limits: ReadLimits;
};

/** Inputs in the order named. What cannot be found or opened comes as a problem in its place. */
export async function* openInputs(
  paths: readonly string[],
  options: OpenOptions,
): AsyncGenerator<InputFile | InputProblem, void, undefined> {
  for (const argument of paths) {
    if (argument === "-") {
      yield* openPacked(stdinInput(options), options, 0);
      continue;
    }
    try {
      for await (const file of listPaths(argument, options.cwd))
        yield* openPacked(fileInput(file), options, 0);
    } catch (failure) {
      yield { name: argument, isNamed: true, failure };
    }
  }
}

function stdinInput({ stdin, stdinName = "-", stdinSizeBytes }: OpenOptions): InputFile {
  let read = 0;
  return {
    name: stdinName,
    ...(stdinSizeBytes !== undefined && { sizeBytes: stdinSizeBytes }),
    isNamed: true,
    bytesRead: () => read,
    async *open() {
      if (stdin === undefined)
        throw new AppError("INPUT_UNREADABLE", { file: stdinName, problem: "there is no standard input" });
      for await (const chunk of stdin) {
        read += chunk.length;
        yield chunk;
      }
    },
  };
}

function fileInput({ name, path, sizeBytes, modifiedAt, isNamed }: ListedFile): InputFile {
  let read = 0;
  return {
    name,
    sizeBytes,
    modifiedAt,
    localPath: path,
    isNamed,
    bytesRead: () => read,
    async *open() {
      try {
        for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
          read += (chunk as Buffer).length;
          yield chunk as Buffer;
        }
      } catch (error) {
        throw new AppError("INPUT_UNREADABLE", { file: name, problem: readProblem(error) }, { cause: error });
      }
    },
  };
}

function readProblem(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "EACCES" || code === "EPERM" ? "you may not read it" : "the disk or the stream failed";
}

/** `depth` counts the archives around this input. */
async function* openPacked(
  input: InputFile,
  options: OpenOptions,
  depth: number,
): AsyncGenerator<InputFile | InputProblem, void, undefined> {
  try {
    const { head, bytes } = await peek(input.open(), 8);
    const packing = packingOf(head);
    if (packing === "none") {
      yield { ...input, open: () => bytes };
      return;
    }
    if (depth >= 2) {
      throw new AppError("INPUT_ARCHIVE_UNSAFE", {
        file: input.name,
        problem: "archives are nested more than one level deep",
      });
    }
    yield* openLayer(input, packing, bytes, options, depth);
  } catch (failure) {
    yield { name: input.name, isNamed: input.isNamed, failure };
  }
}

async function* openLayer(
  input: InputFile,
  packing: Exclude<Packing, "none">,
  bytes: AsyncIterable<Uint8Array>,
  options: OpenOptions,
  depth: number,
): AsyncGenerator<InputFile | InputProblem, void, undefined> {
  const { limits } = options;
  if (packing !== "zip") {
    const { localPath: _, ...rest } = input;
    const inner: InputFile = {
      ...rest,
      name: input.name,
      open: () => unpack(bytes, packing, input.name, limits),
    };
    yield* openPacked(inner, options, depth + 1);
    return;
  }
  const isLocal = input.localPath !== undefined;
  const from = isLocal
    ? { path: input.localPath ?? "" }
    : { bytes: await readAll(bytes, limits.maxBufferedBytes, input.name) };
  if (isLocal) await closeEarly(bytes);
  const zip = await openZip({ name: input.name, from }, limits);
  try {
    for (const member of zip.members) yield* openPacked(member, options, depth + 1);
  } finally {
    zip.close();
  }
}

async function closeEarly(bytes: AsyncIterable<Uint8Array>): Promise<void> {
  await bytes[Symbol.asyncIterator]().return?.(undefined);
}

/** The name without packing endings, for detection by name: `a.zip!/chat.jsonl.gz` gives `chat.jsonl`. */
export function plainFileName(name: string): string {
  return basename(name.split("!/").at(-1) ?? name).replace(/\.(gz|zst|zstd)$/i, "");
}
