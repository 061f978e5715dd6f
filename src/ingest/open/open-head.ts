// Opens an input for a format: its first bytes are looked at and decoded, and the whole is handed on.
import type { FormatInput, Head } from "../formats/format.ts";
import { decodeHead } from "../text/decode-text.ts";
import type { InputFile } from "./input-file.ts";
import { plainFileName } from "./open-inputs.ts";
import { peek } from "./peek.ts";

const HEAD_BYTES = 256 * 1024;

/** `close` must be called when the bytes are not read to their end; calling it again does no harm. */
export async function openHead(
  file: InputFile,
  signal?: AbortSignal,
): Promise<{ readonly input: FormatInput; close(): Promise<void> }> {
  const { head, isWhole, bytes } = await peek(file.open(), HEAD_BYTES);
  const iterator = bytes[Symbol.asyncIterator]();
  const watched: AsyncIterator<Uint8Array> = {
    async next() {
      signal?.throwIfAborted();
      return iterator.next();
    },
    async return() {
      await iterator.return?.(undefined);
      return { done: true, value: undefined };
    },
  };
  return {
    input: {
      name: file.name,
      ...(file.sizeBytes === undefined ? {} : { sizeBytes: file.sizeBytes }),
      ...(file.modifiedAt === undefined ? {} : { modifiedAt: file.modifiedAt }),
      ...(file.localPath === undefined ? {} : { localPath: file.localPath }),
      head: headOf(plainFileName(file.name), head, isWhole),
      bytes: { [Symbol.asyncIterator]: () => watched },
    },
    close: async () => {
      await watched.return?.();
    },
  };
}

/** A head made of bytes at hand. */
export function headOf(name: string, bytes: Uint8Array, isWhole: boolean): Head {
  return { name, bytes, text: decodeHead(bytes), isWhole };
}
