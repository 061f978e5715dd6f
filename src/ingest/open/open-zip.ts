// Members of a zip archive as inputs. All names are checked before the first member is read: an archive that tries to
// reach outside itself, or whose directory declares a bomb, is not opened at all. Nothing is ever written to disk.
import type { Readable } from "node:stream";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { AppError } from "../../core/errors.ts";
import type { ReadLimits } from "../read-options.ts";
import type { InputFile } from "./input-file.ts";
import { isHidden } from "./list-paths.ts";
import { bombGuard, readBeforeError, unpackError } from "./unpack.ts";

const MAX_MEMBERS = 100_000;

export type ZipSource = {
  readonly name: string;
  readonly from: { readonly path: string } | { readonly bytes: Uint8Array };
};

/** The archive's files, hidden ones left out. Close is called by the last member's end or by `close`. */
export async function openZip(
  source: ZipSource,
  limits: ReadLimits,
): Promise<{ readonly members: readonly InputFile[]; close(): void }> {
  const zip = await openArchive(source);
  try {
    const entries = await listEntries(zip, source.name);
    const members = checkEntries(entries, source.name, limits);
    return {
      members: members.map((entry) => toInput(zip, entry, source.name, limits)),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function openArchive({ name, from }: ZipSource): Promise<ZipFile> {
  // Names are checked here, with our own words, so yauzl hands them over as they are.
  const options = {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: true,
    strictFileNames: false,
  } as const;
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: ZipFile | undefined) => {
      if (error || zip === undefined)
        reject(
          new AppError(
            "INPUT_UNREADABLE",
            { file: name, problem: "it is no whole zip archive; it may be cut off" },
            { cause: error },
          ),
        );
      else resolve(zip);
    };
    if ("path" in from) yauzl.open(from.path, options, done);
    else
      yauzl.fromBuffer(
        Buffer.from(from.bytes.buffer, from.bytes.byteOffset, from.bytes.byteLength),
        options,
        done,
      );
  });
}

function listEntries(zip: ZipFile, name: string): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      if (entries.length > MAX_MEMBERS) {
        reject(
          new AppError("INPUT_ARCHIVE_UNSAFE", {
            file: name,
            problem: `it has more than ${MAX_MEMBERS} members`,
          }),
        );
      } else zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", (error: Error) => reject(directoryError(error, name)));
    zip.readEntry();
  });
}

/** yauzl refuses names with `..`, absolute names and backslashes while it lists. */
function directoryError(error: Error, name: string): AppError {
  const isUnsafe = /relative path|absolute path|invalid characters/i.test(error.message);
  return isUnsafe
    ? new AppError(
        "INPUT_ARCHIVE_UNSAFE",
        { file: name, problem: "a member's path leads out of the archive" },
        { cause: error },
      )
    : new AppError("INPUT_UNREADABLE", { file: name, problem: "its directory is damaged" }, { cause: error });
}

function checkEntries(entries: readonly Entry[], name: string, limits: ReadLimits): Entry[] {
  const files = entries.filter(({ fileName }) => !fileName.endsWith("/"));
  let unpacked = 0;
  for (const entry of files) {
    if (
      entry.fileName.startsWith("/") ||
      /^[a-z]:/i.test(entry.fileName) ||
      entry.fileName.split(/[\\/]/).includes("..")
    ) {
      throw new AppError("INPUT_ARCHIVE_UNSAFE", {
        file: name,
        problem: "a member's path leads out of the archive",
      });
    }
    unpacked += entry.uncompressedSize;
    if (unpacked > limits.maxUnpackedBytes) {
      throw new AppError("INPUT_ARCHIVE_UNSAFE", {
        file: name,
        problem: `it unpacks to more than ${limits.maxUnpackedBytes.toLocaleString("en-US")} bytes`,
      });
    }
  }
  return files
    .filter(({ fileName }) => !isHidden(fileName))
    .sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
}

function toInput(zip: ZipFile, entry: Entry, archive: string, limits: ReadLimits): InputFile {
  const name = `${archive}!/${entry.fileName}`;
  let unpackedBytes = 0;
  return {
    name,
    sizeBytes: entry.compressedSize,
    modifiedAt: entry.getLastModDate({ timezone: "UTC" }),
    isNamed: false,
    bytesRead: () =>
      entry.uncompressedSize === 0
        ? 0
        : Math.round((unpackedBytes / entry.uncompressedSize) * entry.compressedSize),
    async *open() {
      if (entry.isEncrypted())
        throw new AppError("INPUT_UNREADABLE", { file: name, problem: "it is encrypted" });
      const stream = await openMember(zip, entry, name);
      const guard = bombGuard(name, limits);
      try {
        for await (const chunk of readBeforeError(stream)) {
          unpackedBytes += chunk.length;
          guard(chunk.length, entry.compressedSize);
          yield chunk;
        }
      } catch (error) {
        throw unpackError(error, name);
      } finally {
        stream.destroy();
      }
    },
  };
}

function openMember(zip: ZipFile, entry: Entry, name: string): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(unpackError(error, name));
      else resolve(stream);
    });
  });
}
