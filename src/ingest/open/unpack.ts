// Packed bytes to plain bytes: gzip and Zstandard streams, with the guard against bombs, and the word for what went wrong.
import { Readable } from "node:stream";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { AppError } from "../../core/errors.ts";
import type { ReadLimits } from "../read-options.ts";

export type Packing = "gzip" | "zstd" | "zip" | "none";

/** By the first bytes, not by the name. */
export function packingOf(head: Uint8Array): Packing {
  const [a, b, c, d] = head;
  if (a === 0x1f && b === 0x8b) return "gzip";
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return "zstd";
  if (a === 0x50 && b === 0x4b && ((c === 0x03 && d === 0x04) || (c === 0x05 && d === 0x06))) return "zip";
  return "none";
}

/**
 * Yields what can be unpacked. A truncated or broken stream yields everything before the fault and then throws
 * `INPUT_UNREADABLE`; one that unpacks beyond the limits throws `INPUT_ARCHIVE_UNSAFE`.
 */
export async function* unpack(
  packed: AsyncIterable<Uint8Array>,
  packing: "gzip" | "zstd",
  name: string,
  limits: ReadLimits,
): AsyncGenerator<Uint8Array, void, undefined> {
  let packedBytes = 0;
  const counted = async function* () {
    for await (const chunk of packed) {
      packedBytes += chunk.length;
      yield chunk;
    }
  };
  const source = Readable.from(counted(), { objectMode: false });
  const stream = packing === "gzip" ? createGunzip() : createZstdDecompress();
  source.on("error", (error) => stream.destroy(error));
  source.pipe(stream);
  const guard = bombGuard(name, limits);
  try {
    for await (const chunk of readBeforeError(stream)) {
      guard(chunk.length, packedBytes);
      yield chunk;
    }
  } catch (error) {
    throw unpackError(error, name);
  } finally {
    source.destroy();
    stream.destroy();
  }
}

/** Past 64 MiB, the ratio of unpacked to packed bytes must stay believable; the sum has a limit in any case. */
export function bombGuard(name: string, limits: ReadLimits): (unpacked: number, packedSoFar: number) => void {
  let total = 0;
  return (unpacked, packedSoFar) => {
    total += unpacked;
    if (total > limits.maxUnpackedBytes) {
      throw new AppError("INPUT_ARCHIVE_UNSAFE", {
        file: name,
        problem: `it unpacks to more than ${limits.maxUnpackedBytes.toLocaleString("en-US")} bytes`,
      });
    }
    if (total > RATIO_CHECKED_FROM && total > packedSoFar * limits.maxUnpackRatio) {
      throw new AppError("INPUT_ARCHIVE_UNSAFE", {
        file: name,
        problem: `it unpacks to more than ${limits.maxUnpackRatio} times its size, like an archive made to do harm`,
      });
    }
  };
}

const RATIO_CHECKED_FROM = 64 * 1024 * 1024;

/** Iterating a stream drops what is buffered when an error comes; this hands all of it on before it throws. */
export async function* readBeforeError(stream: Readable): AsyncGenerator<Uint8Array, void, undefined> {
  const chunks: Uint8Array[] = [];
  let isDone = false;
  let failure: unknown;
  let wake: () => void = () => {};
  stream.on("data", (chunk: Uint8Array) => {
    chunks.push(chunk);
    stream.pause();
    wake();
  });
  stream.on("end", () => {
    isDone = true;
    wake();
  });
  stream.on("error", (error) => {
    failure = error;
    isDone = true;
    wake();
  });
  stream.on("close", () => {
    isDone = true;
    wake();
  });
  for (;;) {
    const chunk = chunks.shift();
    if (chunk !== undefined) {
      yield chunk;
      continue;
    }
    if (isDone) break;
    await new Promise<void>((resolve) => {
      wake = resolve;
      stream.resume();
    });
  }
  if (failure !== undefined) throw failure;
}

export function unpackError(error: unknown, name: string): AppError {
  if (error instanceof AppError) return error;
  const isCutOff =
    error instanceof Error &&
    /unexpected end|truncated|Z_BUF_ERROR|end of file/i.test(
      `${error.message} ${"code" in error ? error.code : ""}`,
    );
  return new AppError(
    "INPUT_UNREADABLE",
    { file: name, problem: isCutOff ? "the archive is cut off" : "the archive is damaged" },
    { cause: error },
  );
}
