// Collects a stream in memory, up to a limit.
import { AppError } from "../../core/errors.ts";

/** Throws `INPUT_UNREADABLE` past `maxBytes`. */
export async function readAll(
  bytes: AsyncIterable<Uint8Array>,
  maxBytes: number,
  name: string,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > maxBytes) {
      const limit = `${Math.floor(maxBytes / 1024 / 1024)} MiB`;
      throw new AppError("INPUT_UNREADABLE", {
        file: name,
        problem: `it must be held in memory to be read here, and is larger than ${limit}; unpack it and import the file itself`,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
