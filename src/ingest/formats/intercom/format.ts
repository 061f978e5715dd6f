// Intercom: conversations as its API gives them, with their parts inside, or conversations and parts as separate records
// of an extraction (with or without a `{stream, data}` wrapper). Parts find their conversation by its id.
import { createItemSink, type ItemSink } from "../../item-sink.ts";
import { listOf, memberOf, objectOf, textOf } from "../../json/members.ts";
import type { ReadOptions } from "../../read-options.ts";
import type { Format, FormatInput, Head } from "../format.ts";
import { firstObject, readDocuments, type SourceDocument } from "../read-documents.ts";
import { conversationFields } from "./conversation-fields.ts";
import { readPart, readSource } from "./read-parts.ts";

export const intercom: Format = {
  id: "intercom",
  name: "Intercom",
  summary: "Conversations and conversation parts as the Intercom API gives them.",
  extensions: [".jsonl", ".json"],
  defaultChannel: "web",
  isMapped: false,
  detect(head: Head) {
    const record = firstObject(head);
    const list = listOf(memberOf(record, "conversations"));
    const value = unwrap(list === undefined ? record : list[0]);
    const type = memberOf(value, "type");
    if (
      type === "conversation" &&
      (memberOf(value, "source") !== undefined || memberOf(value, "conversation_parts") !== undefined)
    ) {
      return { score: 0.95, reason: "it has conversations with a source, as Intercom's API gives them" };
    }
    if (type === "conversation_part" && memberOf(value, "part_type") !== undefined) {
      return { score: 0.95, reason: "it has conversation parts with a part_type" };
    }
    return { score: 0, reason: "it has no conversations with a source" };
  },
  async *read(input: FormatInput, options: ReadOptions) {
    const sink = createItemSink(input, options);
    for await (const documents of readDocuments(input, sink, "conversations")) {
      for (const document of documents) readRecord(document, sink);
      yield* sink.drain();
    }
    yield* sink.drain();
  },
  example: `{"type":"conversation","id":"1","created_at":1607553243,"source":{"id":"7","body":"<p>hey there</p>","author":{"type":"lead","id":"5f"}}}
{"type":"conversation_part","id":"72","part_type":"comment","conversation_id":1,"created_at":1607553249,"body":"<p>Hello!</p>","author":{"type":"admin","id":"44"}}`,
  fields: [
    {
      from: "conversation.id, source.body, source.author, created_at",
      to: "conversation and its first message",
    },
    { from: "conversation_parts[].body, author, created_at, id", to: "messages" },
    {
      from: "author.type",
      to: "role: user, lead and contact are the customer; admin and team agents; bot the bot",
    },
    { from: "source.type", to: "channel" },
    { from: "state closed", to: "outcome resolved" },
    { from: "tags, priority, rating, delivered_as, custom_attributes", to: "attributes" },
  ],
  notes: [
    "Bodies are HTML; they are read as text.",
    "Parts without a text (assignments, closings) and internal notes are counted as skipped.",
    "A first message that Intercom sent by itself (delivered_as automated, campaigns_initiated or operator_initiated) is the bot's.",
  ],
};

/** `{stream, data}` and `{record}` wrappers of extraction tools are taken off. */
function unwrap(value: unknown): unknown {
  return objectOf(memberOf(value, "data")) ?? objectOf(memberOf(value, "record", "data")) ?? value;
}

function readRecord({ value, record, path }: SourceDocument, sink: ItemSink): void {
  const entry = unwrap(value);
  const inner = entry === value ? path : `${path}/data`;
  const type = memberOf(entry, "type");
  if (type === "conversation_part") {
    const id = textOf(memberOf(entry, "conversation_id"));
    if (id === undefined)
      sink.reject("missing-field", record, {
        field: "conversation_id",
        expected: "the id of the conversation",
      });
    else readPart(entry, { externalId: id }, record, sink);
    return;
  }
  const id = textOf(memberOf(entry, "id"));
  if (type !== "conversation" || id === undefined) {
    sink.reject("bad-conversation", record, {
      field: "type",
      expected: "a conversation with an id, or a conversation_part",
    });
    return;
  }
  const fields = conversationFields(entry, id);
  readSource(entry, fields, { ...record, place: { ...record.place, path: `${inner}/source` } }, sink);
  const parts =
    listOf(memberOf(entry, "conversation_parts", "conversation_parts")) ??
    listOf(memberOf(entry, "conversation_parts")) ??
    [];
  for (const [index, part] of parts.entries()) {
    const place = { ...record.place, path: `${inner}/conversation_parts/conversation_parts/${index}` };
    readPart(part, fields, { ...record, place }, sink);
  }
}
