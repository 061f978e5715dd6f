// The part of a compiled mapping that makes one message of a row or a turn.
import type { Participant, Role } from "../../core/domain.ts";
import type { Place, SourceMessage } from "../../core/source-conversation.ts";
import type { RecordAt } from "../item-sink.ts";
import { type ColumnReader, compileColumn, type SourceRow, scalarText } from "./column.ts";
import type { Mapping, MessageField } from "./mapping.ts";
import type { MappingContext } from "./mapping-context.ts";
import { messageClock } from "./message-clock.ts";
import { ROLES_BY_WORD, valueReader } from "./value-words.ts";

export type MessageReader = (
  value: unknown,
  row: SourceRow,
  record: RecordAt,
  place: Place,
  position: number,
  baseMs: number,
) => SourceMessage | undefined;

/** The reader gives undefined when it has put a reject into the sink instead. */
export function compileMessage(mapping: Mapping, context: MappingContext): MessageReader {
  const { sink } = context;
  const column = (field: MessageField): ColumnReader | undefined => {
    const name = mapping.fields[field];
    return name === undefined ? undefined : compileColumn(name);
  };
  const readText = column("text");
  const readId = column("messageId");
  const readParticipantId = column("participantId");
  const readParticipantName = column("participantName");
  const readExtra = extraReader(column("botNode"), column("replyTo"), column("durationMs"));
  const readRole = roleReader(mapping, context);
  const clock = messageClock(mapping, context);

  return (value, row, record, place, position, baseMs) => {
    const ms = clock.read(value, row, record, position, baseMs);
    if (ms === undefined) return undefined;
    const role = readRole(value, row, record, position);
    if (role === undefined) return undefined;
    const text = scalarText(readText?.(value, row));
    if (text === undefined) {
      sink.reject("empty-text", record, { field: mapping.fields.text ?? "text" });
      return undefined;
    }
    const participant: { role: Role; id?: string; name?: string } = { role };
    const message: {
      externalId?: string;
      sentAt: string;
      participant: Participant;
      text: string;
      place: Place;
      botNode?: string;
      replyTo?: string;
      durationMs?: number;
    } = { sentAt: new Date(ms).toISOString(), participant, text, place };
    const id = readId === undefined ? undefined : scalarText(readId(value, row));
    if (id !== undefined) message.externalId = id;
    const participantId =
      readParticipantId === undefined ? undefined : scalarText(readParticipantId(value, row));
    if (participantId !== undefined) participant.id = participantId;
    const name = readParticipantName === undefined ? undefined : scalarText(readParticipantName(value, row));
    if (name !== undefined) participant.name = name;
    readExtra?.(message, value, row);
    return sink.check(message, record);
  };
}

type Extras = { botNode?: string; replyTo?: string; durationMs?: number };

function extraReader(
  botNode: ColumnReader | undefined,
  replyTo: ColumnReader | undefined,
  durationMs: ColumnReader | undefined,
): ((into: Extras, value: unknown, row: SourceRow) => void) | undefined {
  if (botNode === undefined && replyTo === undefined && durationMs === undefined) return undefined;
  return (into, value, row) => {
    const node = scalarText(botNode?.(value, row));
    if (node !== undefined) into.botNode = node;
    const reply = scalarText(replyTo?.(value, row));
    if (reply !== undefined) into.replyTo = reply;
    const duration = durationMs?.(value, row);
    const ms = duration === undefined || duration === null || duration === "" ? Number.NaN : Number(duration);
    if (ms >= 0 && Number.isFinite(ms)) into.durationMs = Math.round(ms);
  };
}

function roleReader(mapping: Mapping, { sink }: MappingContext) {
  const name = mapping.fields.role;
  const inTurn = mapping.rolesInTurn ?? ["customer"];
  const readValue = name === undefined ? undefined : compileColumn(name);
  const toRole = valueReader(mapping.roles, ROLES_BY_WORD);
  return (value: unknown, row: SourceRow, record: RecordAt, position: number): Role | undefined => {
    if (readValue === undefined) return inTurn[position % inTurn.length] ?? "customer";
    const found = readValue(value, row);
    if (found === undefined || found === null || found === "") {
      const rest = mapping.roles["*"];
      if (rest === undefined)
        sink.reject("missing-field", record, { field: name ?? "role", expected: "who speaks" });
      return rest;
    }
    const role = toRole(found);
    if (role === undefined) sink.reject("unknown-role", record, { field: name ?? "role" });
    return role;
  };
}
