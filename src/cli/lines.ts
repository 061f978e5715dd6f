// The lines of what a command reads, in every encoding and with every line end that the import takes. Nothing but a line end
// ends a line (a U+2028 inside a JSON string does not), and no line can fill the memory.
import type { Readable } from "node:stream";
import { decodeText } from "../ingest/text/decode-text.ts";
import { splitLines } from "../ingest/text/split-lines.ts";

export type Line = {
  /** From 1. */
  readonly number: number;
  /** Without its line end; empty when it was too long. */
  readonly text: string;
  readonly isTooLong: boolean;
};

const MOST_CHARS = 16 * 1024 * 1024;

/** All lines, empty ones too. `mostChars`: a longer line is only told of. Default 16 Mi. */
export async function* readLines(
  input: Readable,
  mostChars = MOST_CHARS,
): AsyncGenerator<Line, void, undefined> {
  for await (const lines of splitLines(decodeText(bytesOf(input)), mostChars)) {
    for (const { number, text, overlongChecksum } of lines) {
      const isTooLong = overlongChecksum !== undefined;
      yield { number, text: isTooLong ? "" : text, isTooLong };
    }
  }
}

async function* bytesOf(input: Readable): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of input) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
}
