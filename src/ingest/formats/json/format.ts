// One JSON document, of any size: a list, an object with a list inside, an object whose members are the conversations, or
// a single conversation; through the column mapper.
import { createItemSink } from "../../item-sink.ts";
import { chooseRows, parseRowsPath } from "../../json/choose-rows.ts";
import { parsePartialJson } from "../../json/partial-json.ts";
import { countJsonLines, readJsonDocument } from "../../json/read-json-rows.ts";
import { mapRows } from "../../mapping/map-rows.ts";
import type { ReadOptions } from "../../read-options.ts";
import type { Format, FormatInput } from "../format.ts";

export const json: Format = {
  id: "json",
  name: "JSON",
  summary: "One JSON document: a list of rows, or an object that holds one.",
  extensions: [".json"],
  defaultChannel: "api",
  isMapped: true,
  detect(head) {
    const first = head.text.trimStart().charAt(0);
    if (first !== "{" && first !== "[") return { score: 0, reason: "it does not begin like a JSON document" };
    if (countJsonLines(head) > 1) return { score: 0.3, reason: "it is JSON, but line by line" };
    const value = parsePartialJson(head.text);
    const isMore = value !== null && typeof value === "object" && Object.keys(value).length > 0;
    return isMore || /^(\[\s*\]|\{\s*\})$/.test(head.text.trim())
      ? { score: 0.5, reason: Array.isArray(value) ? "it is a JSON list" : "it is a JSON object" }
      : { score: /\.json$/i.test(head.name) ? 0.3 : 0.05, reason: "it begins like JSON" };
  },
  async *read(input: FormatInput, options: ReadOptions) {
    const sink = createItemSink(input, options);
    const given = options.mapping?.rows;
    const choice = chooseRows(parsePartialJson(input.head.text));
    const pattern = given === undefined ? choice.pattern : parseRowsPath(given);
    yield* mapRows(readJsonDocument(input, sink, pattern), input, sink, {
      channel: "api",
      hasKeys: choice.hasKeys,
    });
  },
  example: `[
  {
    "conversation_id": "dlg-1",
    "utterances": [
      { "speaker": "USER", "text": "One latte, please" },
      { "speaker": "ASSISTANT", "text": "Which size?" }
    ]
  }
]`,
  fields: [
    { from: "the rows", to: "guessed, or as the mapping file says; `rows` in it names where they lie" },
  ],
  notes: [
    "The document is read as a stream: memory is bounded by its largest record, not by its size.",
    "A record that is no JSON is set aside. When the structure around the records is broken, or the file ends too early, what came before stays and one reject names the place.",
    "Several documents in one file, one after another, are read in turn.",
  ],
};
