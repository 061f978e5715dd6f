// Bytes to text, in one pass and constant memory. UTF-8 is decoded in blocks that end at a line end; a block that is not
// valid UTF-8 is decoded line by line, and the lines at fault are taken as Windows-1252, so that one old file among many,
// or one old line in a file, is neither lost nor spoils the rest.
import { detectEncoding } from "./detect-encoding.ts";

const NEWLINE = 0x0a;
/** A block without a line end is cut here, at the border of a character. */
const MAX_BLOCK_BYTES = 1024 * 1024;

export type DecodeEvents = {
  /** Called once, at the first line (from 1) that was not valid UTF-8. */
  readonly onFallback?: (line: number) => void;
};

/** Yields pieces of text; each but the last ends at a line end, or is long. A byte order mark is not part of the text. */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  events: DecodeEvents = {},
): AsyncGenerator<string, void, undefined> {
  let decoder: ReturnType<typeof createUtf8Decoder> | undefined;
  let utf16: InstanceType<typeof TextDecoder> | undefined;
  let start: Uint8Array = new Uint8Array(0);
  for await (const chunk of bytes) {
    let piece = chunk;
    if (decoder === undefined && utf16 === undefined) {
      start = start.length === 0 ? chunk : Buffer.concat([start, chunk]);
      if (start.length < 1024 && chunk.length > 0) continue;
      ({ decoder, utf16, piece } = begin(start, events));
    }
    const text = utf16 === undefined ? decoder?.push(piece) : utf16.decode(piece, { stream: true });
    if (text !== undefined && text !== "") yield text;
  }
  if (decoder === undefined && utf16 === undefined) {
    const begun = begin(start, events);
    ({ decoder, utf16 } = begun);
    const text =
      utf16 === undefined ? decoder?.push(begun.piece) : utf16.decode(begun.piece, { stream: true });
    if (text !== undefined && text !== "") yield text;
  }
  const last = utf16 === undefined ? decoder?.end() : utf16.decode();
  if (last !== undefined && last !== "") yield last;
}

function begin(start: Uint8Array, events: DecodeEvents) {
  const { encoding, bomBytes } = detectEncoding(start);
  const piece = start.subarray(bomBytes);
  return encoding === "utf-8"
    ? { decoder: createUtf8Decoder(events), utf16: undefined, piece }
    : { decoder: undefined, utf16: new TextDecoder(encoding), piece };
}

/** Decodes the beginning of a file for detection; a character cut off at the end is left out. */
export function decodeHead(bytes: Uint8Array): string {
  const { encoding, bomBytes } = detectEncoding(bytes);
  const body = bytes.subarray(bomBytes);
  if (encoding !== "utf-8") return new TextDecoder(encoding).decode(body, { stream: true });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body, { stream: true });
  } catch {
    return new TextDecoder("windows-1252").decode(body); // not UTF-8: the same fallback as in reading
  }
}

function createUtf8Decoder(events: DecodeEvents) {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const fallback = new TextDecoder("windows-1252");
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let line = 1;
  let hasFallenBack = false;

  function decodeLine(bytes: Uint8Array): string {
    try {
      return strict.decode(bytes);
    } catch {
      if (!hasFallenBack) {
        hasFallenBack = true;
        events.onFallback?.(line);
      }
      return fallback.decode(bytes); // old exports: each byte is a character
    }
  }

  function decodeBlock(block: Uint8Array): string {
    if (!hasFallenBack) {
      try {
        const text = strict.decode(block);
        line += countNewlines(block);
        return text;
      } catch {
        // some line of this block is not UTF-8; find it below
      }
    }
    let text = "";
    for (let from = 0; from < block.length; ) {
      const newline = block.indexOf(NEWLINE, from);
      const to = newline < 0 ? block.length : newline + 1;
      text += decodeLine(block.subarray(from, to));
      if (newline >= 0) line += 1;
      from = to;
    }
    return text;
  }

  function take(): Uint8Array {
    const block = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
    held = [];
    heldBytes = 0;
    return block;
  }

  function hold(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    held.push(bytes);
    heldBytes += bytes.length;
  }

  return {
    push(chunk: Uint8Array): string {
      const newline = chunk.lastIndexOf(NEWLINE);
      if (newline < 0) {
        hold(chunk);
        if (heldBytes < MAX_BLOCK_BYTES) return "";
        const block = take();
        const cut = characterBorder(block);
        hold(block.subarray(cut));
        return decodeBlock(block.subarray(0, cut));
      }
      hold(chunk.subarray(0, newline + 1));
      const text = decodeBlock(take());
      hold(chunk.subarray(newline + 1));
      return text;
    },
    end(): string {
      return heldBytes === 0 ? "" : decodeBlock(take());
    },
  };
}

/** The last place at which no character is cut: before the lead byte of an unfinished one. */
function characterBorder(block: Uint8Array): number {
  for (let back = 1; back <= 3 && back < block.length; back++) {
    const byte = block[block.length - back] ?? 0;
    if (byte < 0x80) return block.length;
    if (byte >= 0xc0) return block.length - back;
  }
  return block.length;
}

function countNewlines(block: Uint8Array): number {
  let count = 0;
  for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
