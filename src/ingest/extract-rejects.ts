// Finds rejected records again in the original files, so that they can be mended and imported once more. What was stored
// of a reject is its place and checksum only; the text comes from the original, which is read again in the same way.
import type { InputItem, ReadInputsOptions } from "./input-item.ts";
import { readInputs } from "./read-inputs.ts";
import type { Reject } from "./read-item.ts";
import type { RejectedText } from "./read-options.ts";

export type WantedReject = Pick<Reject, "checksum">;

export type ExtractedReject = RejectedText & { readonly reject: Reject };

/**
 * Yields each wanted record once, in the order of the originals. The options (mapping, format, zone) must be those of the
 * import. `header` of a record is what must stand before the first record of a mended file (the names of a table's
 * columns). A record whose text has changed since has another checksum and is not found.
 */
export async function* extractRejects(
  paths: readonly string[],
  wanted: Iterable<WantedReject>,
  options: ReadInputsOptions = {},
): AsyncGenerator<ExtractedReject, void, undefined> {
  const checksums = new Set<string>();
  for (const { checksum } of wanted) checksums.add(checksum);
  let found: ExtractedReject[] = [];
  const given = new Set<string>();
  const items: AsyncIterable<InputItem> = readInputs(paths, {
    ...options,
    onRejectedText: (reject, text) => {
      if (!checksums.has(reject.checksum)) return;
      const key = `${reject.place.file}|${reject.place.line ?? ""}|${recordPath(reject)}|${reject.checksum}`;
      if (given.has(key)) return;
      given.add(key);
      found.push({ ...text, reject });
    },
  });
  for await (const _ of items) {
    if (found.length === 0) continue;
    const ready = found;
    found = [];
    yield* ready;
  }
  yield* found;
}

/** Rejected turns of one record share its text; the record is written once. A record's own line tells records apart. */
function recordPath({ place }: Reject): string {
  return place.line === undefined ? (place.path ?? "") : "";
}
