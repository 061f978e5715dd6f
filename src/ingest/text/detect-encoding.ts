// Which encoding a file has, by its byte order mark or by how its first bytes look.

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be";

export type EncodingGuess = { readonly encoding: TextEncoding; readonly bomBytes: number };

/**
 * A byte order mark decides. Without one, text whose every second byte is mostly zero is UTF-16. All else is tried as
 * UTF-8, and lines that are not valid are taken as Windows-1252 (see `decode-text.ts`).
 */
export function detectEncoding(head: Uint8Array): EncodingGuess {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: "utf-8", bomBytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", bomBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", bomBytes: 2 };
  const pairs = Math.min(512, Math.floor(head.length / 2));
  if (pairs < 2) return { encoding: "utf-8", bomBytes: 0 };
  let zeroFirst = 0;
  let zeroSecond = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[pair * 2] === 0) zeroFirst += 1;
    if (head[pair * 2 + 1] === 0) zeroSecond += 1;
  }
  if (zeroSecond > pairs * 0.7 && zeroFirst < pairs * 0.1) return { encoding: "utf-16le", bomBytes: 0 };
  if (zeroFirst > pairs * 0.7 && zeroSecond < pairs * 0.1) return { encoding: "utf-16be", bomBytes: 0 };
  return { encoding: "utf-8", bomBytes: 0 };
}
