// Text to lines, whatever ends them (LF, CRLF, CR, or a mix), in constant memory: of a line over the limit only the
// beginning is kept, and its checksum.
import { createHash } from "node:crypto";

export type Line = {
  /** From 1. */
  readonly number: number;
  /** Without its line end. */
  readonly text: string;
  /** SHA-256 of the whole line when it was over the limit; `text` is then its first 200 characters. */
  readonly overlongChecksum?: string;
};

const KEPT_OF_OVERLONG = 200;

/** Lines in batches of one piece of text, which is much faster than one at a time. The last line needs no end. */
export async function* splitLines(
  texts: AsyncIterable<string>,
  maxLineChars: number,
): AsyncGenerator<Line[], void, undefined> {
  const splitter = createLineSplitter(maxLineChars);
  for await (const text of texts) {
    const lines = splitter.push(text);
    if (lines.length > 0) yield lines;
  }
  const last = splitter.end();
  if (last.length > 0) yield last;
}

export function createLineSplitter(maxLineChars: number) {
  let number = 0;
  let held: string[] = [];
  let heldChars = 0;
  let endedInReturn = false;
  let overlong: { readonly start: string; readonly hash: ReturnType<typeof createHash> } | undefined;

  function hold(text: string): void {
    if (text === "") return;
    if (overlong !== undefined) {
      overlong.hash.update(text);
      return;
    }
    held.push(text);
    heldChars += text.length;
    if (heldChars <= maxLineChars) return;
    const whole = held.join("");
    overlong = { start: whole.slice(0, KEPT_OF_OVERLONG), hash: createHash("sha256").update(whole) };
    held = [];
    heldChars = 0;
  }

  function close(): Line {
    number += 1;
    if (overlong !== undefined) {
      const line = { number, text: overlong.start, overlongChecksum: overlong.hash.digest("hex") };
      overlong = undefined;
      return line;
    }
    const text = held.length === 1 ? (held[0] ?? "") : held.join("");
    held = [];
    heldChars = 0;
    return { number, text };
  }

  return {
    push(given: string): Line[] {
      let text = given;
      if (text === "") return [];
      if (endedInReturn && text.startsWith("\n")) text = text.slice(1);
      endedInReturn = false;
      if (text === "") return [];
      endedInReturn = text.endsWith("\r");
      const parts = text.includes("\r") ? text.split(/\r\n|\n|\r/) : text.split("\n");
      const lines: Line[] = [];
      const last = parts.length - 1;
      for (let index = 0; index < last; index++) {
        const part = parts[index] ?? "";
        if (held.length === 0 && overlong === undefined && part.length <= maxLineChars) {
          number += 1;
          lines.push({ number, text: part });
        } else {
          hold(part);
          lines.push(close());
        }
      }
      hold(parts[last] ?? "");
      return lines;
    },
    end(): Line[] {
      return held.length > 0 || overlong !== undefined ? [close()] : [];
    },
  };
}
