// JSON Lines: one JSON object a line, through the column mapper.
import { createItemSink } from "../../item-sink.ts";
import { countJsonLines, readJsonLines } from "../../json/read-json-rows.ts";
import { mapRows } from "../../mapping/map-rows.ts";
import type { ReadOptions } from "../../read-options.ts";
import type { Format, FormatInput } from "../format.ts";

export const jsonLines: Format = {
  id: "jsonl",
  name: "JSON Lines",
  summary: "One JSON object a line: a message, a conversation with its turns, or a row of your own.",
  extensions: [".jsonl", ".ndjson", ".jsonlines"],
  defaultChannel: "api",
  isMapped: true,
  detect(head) {
    const isNamed = /\.(jsonl|ndjson|jsonlines)$/i.test(head.name);
    const count = countJsonLines(head);
    if (count > 1 || (count === 1 && isNamed)) return { score: 0.6, reason: "each line is a JSON object" };
    if (count === 1) return { score: 0.4, reason: "it is one line with a JSON object" };
    return isNamed && head.text.trimStart().startsWith("{")
      ? { score: 0.4, reason: "its name ends in .jsonl and it begins with an object" }
      : { score: 0, reason: "its lines are no JSON objects" };
  },
  async *read(input: FormatInput, options: ReadOptions) {
    const sink = createItemSink(input, options);
    yield* mapRows(readJsonLines(input, sink), input, sink, { channel: "api" });
  },
  example: `{"conversationId":"c-1","id":"m-1","sentAt":"2026-03-05T14:30:00Z","role":"customer","text":"Where is my order?"}
{"conversationId":"c-1","id":"m-2","sentAt":"2026-03-05T14:30:20Z","role":"agent","text":"It ships today."}`,
  fields: [
    { from: "Parlance's own form (as in the example)", to: "needs no mapping" },
    { from: "any other columns", to: "guessed, or as the mapping file says" },
  ],
  notes: [
    "A line that is no JSON is set aside; the next line is read as usual.",
    "Empty lines are not counted.",
  ],
};
