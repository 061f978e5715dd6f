// Turns a mapping into a function that takes a row and puts its messages into the sink. All looking up of names happens
// once, here; a row then costs a few property reads, its times and its objects.
import type { Place, SourceMessage } from "../../core/source-conversation.ts";
import { compileColumn, type SourceRow, scalarText } from "./column.ts";
import { compileConversation } from "./compile-conversation.ts";
import { compileMessage } from "./compile-message.ts";
import type { Mapping } from "./mapping.ts";
import { escapePointer, type MappingContext, recordOf } from "./mapping-context.ts";
import { messageClock } from "./message-clock.ts";
import { transcriptSplitter } from "./transcript.ts";

export type RowMapper = (row: SourceRow) => void;

/** Messages of one file whose position in their conversation is counted at a time. */
const REMEMBERED_CONVERSATIONS = 200_000;

/** Never throws for a row's content: what cannot be used is put into the sink as a reject. */
export function compileMapping(mapping: Mapping, context: MappingContext): RowMapper {
  const map = shapeMapper(mapping, context);
  return (row) => {
    if (row.value === null || typeof row.value !== "object") {
      context.sink.reject("not-an-object", recordOf(context.sink.file, row));
      return;
    }
    map(row);
  };
}

function shapeMapper(mapping: Mapping, context: MappingContext): RowMapper {
  switch (mapping.shape) {
    case "message-per-row":
      return messagePerRow(mapping, context);
    case "turns-in-conversation":
      return turnsInConversation(mapping, context);
    case "conversation-per-row":
      return conversationPerRow(mapping, context);
  }
}

function messagePerRow(mapping: Mapping, context: MappingContext): RowMapper {
  const readConversation = compileConversation(mapping, context);
  const readMessage = compileMessage(mapping, context);
  const clock = messageClock(mapping, context);
  const nextPosition = positionCounter(REMEMBERED_CONVERSATIONS);
  const countsPositions = mapping.fields.time === undefined || mapping.fields.role === undefined;
  return (row) => {
    const record = recordOf(context.sink.file, row);
    const conversation = readConversation(row, record);
    if (conversation === undefined) return;
    const position = countsPositions ? nextPosition(conversation.externalId) : 0;
    const baseMs = clock.base(row, record);
    if (baseMs === undefined) return;
    const message = readMessage(row.value, row, record, record.place, position, baseMs);
    if (message !== undefined) context.sink.message(conversation, message);
  };
}

function turnsInConversation(mapping: Mapping, context: MappingContext): RowMapper {
  const readConversation = compileConversation(mapping, context);
  const readMessage = compileMessage(mapping, context);
  const clock = messageClock(mapping, context);
  const turnsColumn = mapping.turns ?? "turns";
  const readTurns = compileColumn(turnsColumn);
  const turnsPath = turnsColumn.split(".").map(escapePointer).join("/");
  return (row) => {
    const record = recordOf(context.sink.file, row);
    const conversation = readConversation(row, record);
    if (conversation === undefined) return;
    const turns = turnsOf(readTurns(row.value, row));
    if (turns === undefined) {
      context.sink.reject("missing-field", record, { field: turnsColumn, expected: "a list of turns" });
      return;
    }
    const baseMs = clock.base(row, record);
    if (baseMs === undefined) return;
    const messages: SourceMessage[] = [];
    for (const [position, turn] of turns.entries()) {
      const place: Place = { ...record.place, path: `${row.path ?? ""}/${turnsPath}/${position}` };
      const message = readMessage(turn, row, { place, raw: row.raw }, place, position, baseMs);
      if (message !== undefined) messages.push(message);
    }
    context.sink.conversation(
      { ...conversation, messages, place: record.place },
      record,
      turns.length - messages.length,
    );
  };
}

function conversationPerRow(mapping: Mapping, context: MappingContext): RowMapper {
  const readConversation = compileConversation(mapping, context);
  const clock = messageClock(mapping, context);
  const readText = compileColumn(mapping.fields.text ?? "text");
  const readTime = mapping.fields.time === undefined ? undefined : clock.read;
  const split = transcriptSplitter(mapping.speakers, mapping.rolesInTurn?.[0] ?? "customer");
  return (row) => {
    const record = recordOf(context.sink.file, row);
    const conversation = readConversation(row, record);
    if (conversation === undefined) return;
    const baseMs = readTime === undefined ? clock.base(row, record) : readTime(row.value, row, record, 0, 0);
    if (baseMs === undefined) return;
    const transcript = scalarText(readText(row.value, row));
    if (transcript === undefined) {
      context.sink.reject("empty-text", record, { field: mapping.fields.text ?? "text" });
      return;
    }
    const turns = split(transcript);
    if (turns.length > 1 && readTime !== undefined) clock.warnAssumed(record.place);
    const messages: SourceMessage[] = [];
    for (const [position, turn] of turns.entries()) {
      const checked = context.sink.check(
        {
          sentAt: new Date(baseMs + position * 1000).toISOString(),
          participant: { role: turn.role, ...(turn.role === "customer" ? conversation.customer : {}) },
          text: turn.text,
          place: record.place,
        },
        record,
      );
      if (checked !== undefined) messages.push(checked);
    }
    context.sink.conversation(
      { ...conversation, messages, place: record.place },
      record,
      turns.length - messages.length,
    );
  };
}

function turnsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== "string" || !value.trimStart().startsWith("[")) return undefined;
  try {
    const parsed: unknown = JSON.parse(value);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined; // a text that only begins like a list; the caller sets the row aside
  }
}

function positionCounter(remembered: number): (id: string) => number {
  const counts = new Map<string, number>();
  return (id) => {
    const position = counts.get(id) ?? 0;
    if (position === 0 && counts.size >= remembered) counts.delete(counts.keys().next().value ?? "");
    counts.set(id, position + 1);
    return position;
  };
}
