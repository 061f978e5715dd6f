// Amazon Connect Contact Lens: the analysis file of one chat or call.

import type { SourceConversationFields } from "../../../core/source-conversation.ts";
import { createItemSink, type ItemSink } from "../../item-sink.ts";
import { listOf, memberOf, textOf } from "../../json/members.ts";
import { assumedStart } from "../../mapping/map-rows.ts";
import type { ReadOptions } from "../../read-options.ts";
import { createTimeParser } from "../../time/parse-time.ts";
import type { Format, FormatInput } from "../format.ts";
import {
  documentId,
  firstObject,
  readDocuments,
  type SourceDocument,
  withoutRepeatedIds,
} from "../read-documents.ts";
import { contactAttributes } from "./contact-attributes.ts";
import { readTranscript } from "./read-transcript.ts";

const CHANNELS = { CHAT: "web", VOICE: "voice", EMAIL: "email", TASK: "api" } as const;

export const contactLens: Format = {
  id: "contact-lens",
  name: "Amazon Connect Contact Lens",
  summary: "The analysis file of a chat or a call, original or redacted.",
  extensions: [".json"],
  defaultChannel: "voice",
  isMapped: false,
  detect(head) {
    const value = firstObject(head);
    const marks = [
      "Transcript",
      "Participants",
      "ConversationCharacteristics",
      "JobStatus",
      "CustomerMetadata",
      "ContentMetadata",
    ];
    const found = marks.filter((mark) => value !== undefined && Object.hasOwn(value, mark));
    return found.length >= 3
      ? { score: 0.95, reason: `it has ${found.slice(0, 3).join(", ")}` }
      : { score: 0, reason: "it lacks Transcript and Participants" };
  },
  async *read(input: FormatInput, options: ReadOptions) {
    const sink = createItemSink(input, options);
    for await (const documents of readDocuments(input, sink)) {
      for (const document of documents) readContact(document, input, sink);
      yield* sink.drain();
    }
    yield* sink.drain();
  },
  example: `{
  "Channel": "CHAT", "LanguageCode": "en-US", "JobStatus": "COMPLETED",
  "CustomerMetadata": { "ContactId": "b49644f6-672f-445c-b209-f76b36482830" },
  "Participants": [{ "ParticipantId": "p1", "ParticipantRole": "CUSTOMER" }],
  "Transcript": [{ "Id": "m1", "Type": "MESSAGE", "AbsoluteTime": "2026-03-05T14:30:00.000Z",
    "ParticipantId": "p1", "ParticipantRole": "CUSTOMER", "Content": "Where is my order?" }]
}`,
  fields: [
    { from: "CustomerMetadata.ContactId (else the file's name)", to: "conversation" },
    { from: "Transcript[].Content, AbsoluteTime, ParticipantId, DisplayName, Id", to: "message" },
    {
      from: "Transcript[].BeginOffsetMillis, EndOffsetMillis",
      to: "time after the start, and duration (voice)",
    },
    {
      from: "Participants[].ParticipantRole",
      to: "role: CUSTOMER, AGENT and SUPERVISOR, CUSTOM_BOT, SYSTEM",
    },
    { from: "Channel, LanguageCode", to: "channel, language" },
    { from: "matched categories, overall sentiment, talk time", to: "attributes" },
  ],
  notes: [
    "Events (joined, left, transfers) and attachments are counted as skipped.",
    "A call's file names no time of day: the time in the file's name is taken, else the assumed start (--assume-start).",
    "An Id that several turns share is a placeholder and is left out.",
  ],
};

function readContact({ value, record, row, path }: SourceDocument, input: FormatInput, sink: ItemSink): void {
  const transcript = listOf(value["Transcript"]);
  if (transcript === undefined) {
    sink.reject("bad-conversation", record, { field: "Transcript", expected: "a list named Transcript" });
    return;
  }
  const fields = contactFields(value, documentId(input.name, row.position));
  const { messages, setAside } = readTranscript(value, transcript, {
    sink,
    record,
    path,
    startMs: startOf(input, sink.options),
    isStartKnown: fileTime(input.name) !== undefined,
    customer: fields.customer,
  });
  sink.conversation(
    { ...fields, messages: withoutRepeatedIds(messages), place: record.place },
    record,
    setAside,
  );
}

function contactFields(
  value: Readonly<Record<string, unknown>>,
  fallbackId: string,
): SourceConversationFields {
  const channelName = textOf(value["Channel"])?.toUpperCase();
  const language = textOf(value["LanguageCode"])?.split("-")[0]?.toLowerCase();
  const customer = listOf(value["Participants"])?.find(
    (one) => memberOf(one, "ParticipantRole") === "CUSTOMER",
  );
  const id = textOf(memberOf(customer, "ParticipantId"));
  const name = textOf(memberOf(customer, "DisplayName"));
  const isOnlyRole = id === "CUSTOMER";
  const attributes = contactAttributes(value);
  return {
    externalId: textOf(memberOf(value, "CustomerMetadata", "ContactId")) ?? fallbackId,
    channel:
      channelName !== undefined && Object.hasOwn(CHANNELS, channelName)
        ? CHANNELS[channelName as keyof typeof CHANNELS]
        : "voice",
    ...(language === undefined ? {} : { language }),
    ...((id === undefined || isOnlyRole) && name === undefined
      ? {}
      : {
          customer: {
            ...(id === undefined || isOnlyRole ? {} : { id }),
            ...(name === undefined ? {} : { name }),
          },
        }),
    ...(attributes === undefined ? {} : { attributes }),
  };
}

function startOf(input: FormatInput, options: ReadOptions): number {
  return fileTime(input.name) ?? assumedStart(input, options.now, options.assumeStart);
}

/** Connect names its files `CONTACT_analysis_2026-03-05T14:30:00Z.json`, with `:` also written as `_` or `-`. */
function fileTime(name: string): number | undefined {
  const match = /(\d{4}-\d{2}-\d{2}T\d{2})[:_-](\d{2})[:_-](\d{2})(?:\.\d+)?Z/.exec(name);
  return match === null ? undefined : parseTime(`${match[1]}:${match[2]}:${match[3]}Z`);
}

const parseTime = createTimeParser({ timeZone: "UTC", dayFirst: true });
