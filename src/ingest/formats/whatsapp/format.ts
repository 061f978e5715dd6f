// WhatsApp's text export. A chat runs for years, so it is cut into conversations where it was silent for a day, which is
// also how long a business may answer freely.
import { createItemSink } from "../../item-sink.ts";
import { rejectOverlong } from "../../json/read-json-rows.ts";
import type { ReadOptions } from "../../read-options.ts";
import { readText } from "../../text/read-text.ts";
import { splitLines } from "../../text/split-lines.ts";
import type { Format, FormatInput } from "../format.ts";
import { parseLine } from "./parse-line.ts";
import { chatReader } from "./read-chat.ts";

export const whatsapp: Format = {
  id: "whatsapp",
  name: "WhatsApp",
  summary: "The text file of “Export chat”, in all its date layouts.",
  extensions: [".txt"],
  defaultChannel: "social",
  isMapped: false,
  detect(head) {
    const lines = head.text
      .split(/\r\n|\n|\r/)
      .filter((line) => line.trim() !== "")
      .slice(0, 100);
    const starts = lines.filter((line) => parseLine(line).kind !== "continuation").length;
    const share = starts / Math.max(1, lines.length);
    const beginsWithOne = parseLine(lines[0] ?? "").kind === "message";
    return starts >= 1 && (share >= 0.2 || beginsWithOne)
      ? {
          score: Math.min(0.95, 0.6 + share * 0.35),
          reason: "its lines begin with a date, a time and an author",
        }
      : { score: 0, reason: "its lines do not begin with a date and an author" };
  },
  async *read(input: FormatInput, options: ReadOptions) {
    const sink = createItemSink(input, options, { extension: "txt" });
    const reader = chatReader(input, sink);
    for await (const lines of splitLines(readText(input, sink), options.limits.maxLineChars)) {
      for (const line of lines) {
        if (line.overlongChecksum === undefined) reader.line(line);
        else rejectOverlong(line, sink);
      }
      yield* sink.drain();
    }
    reader.end();
    yield* sink.drain();
  },
  example: `[05/03/2026, 14:30:12] Ann: Where is my order?
[05/03/2026, 14:31:02] Shop: It ships today.
You will get a link.`,
  fields: [
    { from: "the file's name and the first message's time", to: "conversation" },
    { from: "date and time", to: "time; the order of day and month is judged from the file" },
    { from: "the author", to: "participant; see the notes for roles" },
  ],
  notes: [
    "After 24 hours of silence a new conversation begins.",
    'In a chat of two, the first to write is taken as the customer, the other as the agent; in a group everyone is a customer. Name the roles in a mapping file: `"roles": {"shop": "agent", "*": "customer"}`.',
    "The app's own notices, pictures left out and deleted messages are counted as skipped.",
    "Times name no zone; they are taken in the zone of --time-zone.",
  ],
};
