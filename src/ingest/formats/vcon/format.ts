// vCon (IETF draft, 0.0.1 and later): one conversation a document, with text dialogs, or with transcripts in its analysis.
import type { Channel } from "../../../core/domain.ts";
import type { SourceConversationFields, SourceMessage } from "../../../core/source-conversation.ts";
import { createItemSink, type ItemSink } from "../../item-sink.ts";
import { type JsonObject, listOf, memberOf, numberOf, objectOf, textOf } from "../../json/members.ts";
import { assumedStart } from "../../mapping/map-rows.ts";
import type { ReadOptions } from "../../read-options.ts";
import type { Format, FormatInput } from "../format.ts";
import { documentId, firstObject, readDocuments, type SourceDocument } from "../read-documents.ts";
import { createParties } from "./parties.ts";
import { readDialogs } from "./read-dialogs.ts";

export const vcon: Format = {
  id: "vcon",
  name: "vCon",
  summary: "IETF vCon documents: text dialogs, and transcripts of recordings.",
  extensions: [".vcon", ".json"],
  defaultChannel: "voice",
  isMapped: false,
  detect(head) {
    const value = firstObject(head);
    if (
      textOf(memberOf(value, "vcon")) !== undefined &&
      (memberOf(value, "parties") !== undefined || memberOf(value, "dialog") !== undefined)
    ) {
      return { score: 0.97, reason: "it names its vCon version" };
    }
    const marks = ["parties", "dialog", "analysis", "attachments"].filter((mark) =>
      Array.isArray(memberOf(value, mark)),
    );
    return marks.length >= 3 || (marks.includes("parties") && marks.includes("dialog"))
      ? { score: 0.9, reason: `it has ${marks.join(", ")}, as a vCon` }
      : { score: 0, reason: "it has no parties and dialog" };
  },
  async *read(input: FormatInput, options: ReadOptions) {
    const sink = createItemSink(input, options);
    for await (const documents of readDocuments(input, sink)) {
      for (const document of documents) readVcon(document, input, sink);
      yield* sink.drain();
    }
    yield* sink.drain();
  },
  example: `{ "vcon": "0.0.1", "uuid": "1ba06c0c-97ea-439f-8691-717ef86e4f3e",
  "parties": [{ "name": "Ann", "meta": { "role": "agent" } }, { "tel": "+1555", "meta": { "role": "customer" } }],
  "dialog": [{ "type": "recording", "start": "2026-03-05T14:30:00Z", "duration": 65, "parties": [1, 0] }],
  "analysis": [{ "type": "transcript", "dialog": 0, "body": [{ "speaker": "Customer", "message": "Hello" }] }] }`,
  fields: [
    { from: "uuid (else the file's name)", to: "conversation" },
    { from: "dialog[] of type text: body, start, originator", to: "messages" },
    {
      from: "analysis[] of type transcript: body as list, segments or text",
      to: "messages, at the dialog's start and the segment's offset",
    },
    { from: "parties[].role or meta.role, name, tel, mailto", to: "role and participant" },
    { from: "dialog[].duration, meta.direction, meta.disposition", to: "attributes" },
  ],
  notes: [
    "Recordings without a transcript hold no text and are counted as skipped; a vCon with nothing else is set aside as no-messages.",
    "Without roles the first party is taken as the customer and the others as agents; a warning says so.",
    "Transcripts without offsets are set one second apart from the dialog's start.",
    "Signed and encrypted vCons are set aside: verify and unpack them first.",
  ],
};

function readVcon({ value, record, row, path }: SourceDocument, input: FormatInput, sink: ItemSink): void {
  if (typeof value["ciphertext"] === "string" || typeof value["payload"] === "string") {
    sink.reject("bad-conversation", record, { expected: "a vCon that is neither signed nor encrypted" });
    return;
  }
  const dialogs = listOf(value["dialog"]);
  if (dialogs === undefined && listOf(value["analysis"]) === undefined) {
    sink.reject("bad-conversation", record, { field: "dialog", expected: "a list named dialog" });
    return;
  }
  const parties = createParties(listOf(value["parties"]) ?? [], sink, record.place);
  const read: { messages: SourceMessage[]; setAside: number } = readDialogs(value, parties, {
    sink,
    record,
    path,
    startMs: assumedStart(input, sink.options.now, sink.options.assumeStart),
  });
  const fields = vconFields(
    value,
    dialogs ?? [],
    textOf(value["uuid"]) ?? documentId(input.name, row.position),
  );
  const customer = parties.customer();
  sink.conversation(
    {
      ...fields,
      ...(customer === undefined ? {} : { customer }),
      messages: read.messages,
      place: record.place,
    },
    record,
    read.setAside,
  );
}

function vconFields(
  value: JsonObject,
  dialogs: readonly unknown[],
  externalId: string,
): SourceConversationFields {
  const first = dialogs[0];
  const meta = objectOf(memberOf(first, "meta"));
  const duration = numberOf(memberOf(first, "duration"));
  const direction = textOf(meta?.["direction"]);
  const disposition = textOf(meta?.["disposition"]) ?? textOf(memberOf(first, "disposition"));
  const attributes = {
    ...(duration === undefined ? {} : { duration_s: { kind: "number" as const, value: duration } }),
    ...(direction === undefined ? {} : { direction: { kind: "text" as const, value: direction } }),
    ...(disposition === undefined ? {} : { disposition: { kind: "text" as const, value: disposition } }),
  };
  const language = textOf(value["language"])?.split("-")[0]?.toLowerCase();
  return {
    externalId,
    channel: channelOf(dialogs),
    ...(language === undefined ? {} : { language }),
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
  };
}

function channelOf(dialogs: readonly unknown[]): Channel {
  const kinds = dialogs.map((dialog) => textOf(memberOf(dialog, "type")));
  const media = dialogs.map(
    (dialog) => textOf(memberOf(dialog, "mediatype")) ?? textOf(memberOf(dialog, "mimetype")) ?? "",
  );
  if (media.some((type) => /rfc822|multipart/.test(type))) return "email";
  return kinds.length > 0 && kinds.every((kind) => kind === "text") ? "web" : "voice";
}
