// The messages of a vCon: its text dialogs, and the transcripts that its analysis holds of its recordings.
import type { Participant } from "../../../core/domain.ts";
import type { SourceMessage } from "../../../core/source-conversation.ts";
import type { ItemSink, RecordAt } from "../../item-sink.ts";
import { type JsonObject, listOf, memberOf, numberOf, textOf } from "../../json/members.ts";
import { transcriptSplitter } from "../../mapping/transcript.ts";
import { htmlToText } from "../../text/html-to-text.ts";
import { createTimeParser } from "../../time/parse-time.ts";
import { decodeBody } from "./decode-body.ts";
import type { Parties } from "./parties.ts";

export type DialogContext = {
  readonly sink: ItemSink;
  readonly record: RecordAt;
  readonly path: string;
  /** Start of dialogs that name none. */
  readonly startMs: number;
};

const splitTranscript = transcriptSplitter(undefined, "customer");

/** `setAside` counts what became rejects. */
export function readDialogs(
  vcon: JsonObject,
  parties: Parties,
  context: DialogContext,
): { messages: SourceMessage[]; setAside: number } {
  const { sink, record, path } = context;
  const messages: SourceMessage[] = [];
  let setAside = 0;
  const parseTime = createTimeParser({
    timeZone: sink.options.timeZone,
    dayFirst: true,
    onMissingZone: () =>
      sink.warn(
        "zone-missing",
        record.place,
        `Times name no zone; they were taken as ${sink.options.timeZone}. Set --time-zone if that is wrong.`,
      ),
  });
  const dialogs = listOf(vcon["dialog"]) ?? [];
  const transcribed = new Set<number>();

  function add(
    participant: Participant,
    text: string,
    sentMs: number,
    at: RecordAt,
    durationMs?: number,
  ): void {
    const message = sink.check(
      {
        sentAt: new Date(sentMs).toISOString(),
        participant,
        text,
        ...(durationMs === undefined || durationMs <= 0 ? {} : { durationMs: Math.round(durationMs) }),
        place: at.place,
      },
      at,
    );
    if (message === undefined) setAside += 1;
    else messages.push(message);
  }

  function startOf(dialog: unknown, at: RecordAt): number {
    const start = memberOf(dialog, "start") ?? vcon["created_at"];
    const ms = start === undefined ? undefined : parseTime(start);
    if (ms === undefined) {
      sink.warn(
        "times-assumed",
        at.place,
        "A dialog names no time that can be read; it was set to the assumed start. Choose it with --assume-start.",
      );
    }
    return ms ?? context.startMs;
  }

  for (const [index, analysis] of (listOf(vcon["analysis"]) ?? []).entries()) {
    if (textOf(memberOf(analysis, "type"))?.toLowerCase() !== "transcript") continue;
    const at: RecordAt = { ...record, place: { ...record.place, path: `${path}/analysis/${index}` } };
    const of = memberOf(analysis, "dialog");
    const dialogIndex = numberOf(Array.isArray(of) ? of[0] : of) ?? 0;
    if (transcribed.has(dialogIndex)) {
      sink.skip("second-transcript", at.place);
      continue;
    }
    const turns = transcriptTurns(decodeBody(analysis), parties);
    if (turns.length === 0) continue;
    transcribed.add(dialogIndex);
    const startMs = startOf(dialogs[dialogIndex], at);
    if (turns.some((turn) => turn.offsetMs === undefined)) {
      sink.warn(
        "times-assumed",
        at.place,
        "A transcript names no times of its turns; they were set one second apart from the dialog's start.",
      );
    }
    for (const [position, turn] of turns.entries()) {
      add(turn.participant, turn.text, startMs + (turn.offsetMs ?? position * 1000), at, turn.durationMs);
    }
  }
  for (const [index, dialog] of dialogs.entries()) {
    const at: RecordAt = { ...record, place: { ...record.place, path: `${path}/dialog/${index}` } };
    const type = textOf(memberOf(dialog, "type")) ?? "text";
    if (type !== "text") {
      if (!transcribed.has(index)) sink.skip(type.slice(0, 40), at.place);
      continue;
    }
    const body = decodeBody(dialog);
    const raw =
      typeof body === "string"
        ? body
        : (textOf(memberOf(body, "text")) ?? textOf(memberOf(body, "body")) ?? "");
    const isHtml = /html/i.test(
      textOf(memberOf(dialog, "mediatype")) ?? textOf(memberOf(dialog, "mimetype")) ?? "",
    );
    const of = memberOf(dialog, "parties");
    const party = numberOf(memberOf(dialog, "originator")) ?? numberOf(Array.isArray(of) ? of.flat()[0] : of);
    add(parties.at(party), isHtml ? htmlToText(raw) : raw, startOf(dialog, at), at);
  }
  return { messages, setAside };
}

type Turn = {
  readonly participant: Participant;
  readonly text: string;
  readonly offsetMs?: number;
  readonly durationMs?: number;
};

/** A list of turns, an object with `segments`, `transcript` or `text`, or a text with speakers before colons. */
function transcriptTurns(body: unknown, parties: Parties): Turn[] {
  if (typeof body === "string") {
    return splitTranscript(body).map(({ role, text }) => ({ participant: parties.named(role), text }));
  }
  const list =
    listOf(body) ??
    ["segments", "utterances", "turns", "messages", "transcript"]
      .map((name) => listOf(memberOf(body, name)))
      .find((found) => found !== undefined);
  if (list === undefined) {
    const text = textOf(memberOf(body, "transcript")) ?? textOf(memberOf(body, "text"));
    return text === undefined ? [] : transcriptTurns(text, parties);
  }
  return list.map((segment) => {
    const text = ["message", "text", "transcript", "content", "body"]
      .map((name) => textOf(memberOf(segment, name)))
      .find((found) => found !== undefined);
    const speaker =
      memberOf(segment, "speaker") ??
      memberOf(segment, "party") ??
      memberOf(segment, "role") ??
      memberOf(segment, "channel");
    const start = numberOf(memberOf(segment, "start"));
    const end = numberOf(memberOf(segment, "end"));
    return {
      participant: parties.named(speaker),
      text: text ?? "",
      ...(start === undefined ? {} : { offsetMs: Math.round(start * 1000) }),
      ...(start === undefined || end === undefined ? {} : { durationMs: (end - start) * 1000 }),
    };
  });
}
