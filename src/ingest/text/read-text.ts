// The text of an input, with a warning where bytes had to be taken as Windows-1252.
import type { FormatInput } from "../formats/format.ts";
import type { ItemSink } from "../item-sink.ts";
import { decodeText } from "./decode-text.ts";

export function readText(input: FormatInput, sink: ItemSink): AsyncGenerator<string, void, undefined> {
  return decodeText(input.bytes, {
    onFallback: (line) =>
      sink.warn(
        "not-utf-8",
        { file: input.name, line },
        "Some lines are not UTF-8; they were read as Windows-1252 (Latin-1). Check accents and signs.",
      ),
  });
}
