// The turns of a Contact Lens transcript: chat items with an absolute time, voice items with an offset.
import type { Participant, Role } from "../../../core/domain.ts";
import type { SourceMessage } from "../../../core/source-conversation.ts";
import type { ItemSink, RecordAt } from "../../item-sink.ts";
import { listOf, memberOf, numberOf, textOf } from "../../json/members.ts";
import { createTimeParser } from "../../time/parse-time.ts";

const ROLES: Readonly<Record<string, Role>> = {
  CUSTOMER: "customer",
  AGENT: "agent",
  SUPERVISOR: "agent",
  CUSTOM_BOT: "bot",
  SYSTEM: "system",
};

export type TranscriptContext = {
  readonly sink: ItemSink;
  readonly record: RecordAt;
  readonly path: string;
  readonly startMs: number;
  /** Whether the start is known, or only assumed. */
  readonly isStartKnown: boolean;
  readonly customer: Omit<Participant, "role"> | undefined;
};

const parseTime = createTimeParser({ timeZone: "UTC", dayFirst: true });

/** `setAside` counts items that became rejects or were skipped. */
export function readTranscript(
  value: Readonly<Record<string, unknown>>,
  transcript: readonly unknown[],
  { sink, record, path, startMs, isStartKnown, customer }: TranscriptContext,
): { messages: SourceMessage[]; setAside: number } {
  const roles = new Map<unknown, string>(
    (listOf(value["Participants"]) ?? []).map((one) => [
      memberOf(one, "ParticipantId"),
      textOf(memberOf(one, "ParticipantRole")) ?? "",
    ]),
  );
  const messages: SourceMessage[] = [];
  for (const [index, item] of transcript.entries()) {
    const at: RecordAt = { place: { ...record.place, path: `${path}/Transcript/${index}` }, raw: record.raw };
    const type = textOf(memberOf(item, "Type")) ?? "MESSAGE";
    if (type !== "MESSAGE") {
      sink.skip(type.toLowerCase(), at.place);
      continue;
    }
    const participantId = textOf(memberOf(item, "ParticipantId"));
    const roleName = textOf(memberOf(item, "ParticipantRole")) ?? roles.get(participantId) ?? participantId;
    const role = ROLES[roleName?.toUpperCase() ?? ""];
    if (role === undefined) {
      sink.reject("unknown-role", at, {
        field: "ParticipantRole",
        expected: `one of ${Object.keys(ROLES).join(", ")}`,
      });
      continue;
    }
    const sentMs = timeOf(item, startMs);
    if (sentMs === undefined) {
      sink.reject("bad-time", at, { field: "AbsoluteTime" });
      continue;
    }
    if (memberOf(item, "AbsoluteTime") === undefined && !isStartKnown) {
      sink.warn(
        "times-assumed",
        at.place,
        "The file names no time of day; turns follow the assumed start by their offsets. Set --assume-start.",
      );
    }
    const name = textOf(memberOf(item, "DisplayName"));
    const id = textOf(memberOf(item, "Id"));
    const duration =
      (numberOf(memberOf(item, "EndOffsetMillis")) ?? 0) -
      (numberOf(memberOf(item, "BeginOffsetMillis")) ?? 0);
    const isOnlyRole = participantId?.toUpperCase() === roleName?.toUpperCase();
    const message = sink.check(
      {
        ...(id === undefined ? {} : { externalId: id }),
        sentAt: new Date(sentMs).toISOString(),
        participant: {
          role,
          ...(participantId === undefined || isOnlyRole ? {} : { id: participantId }),
          ...(name === undefined || name === "SYSTEM_MESSAGE" || name === "BOT" ? {} : { name }),
          ...(role === "customer" && customer !== undefined ? customer : {}),
        },
        text: contentText(item),
        ...(duration > 0 ? { durationMs: duration } : {}),
        place: at.place,
      },
      at,
    );
    if (message !== undefined) messages.push(message);
  }
  return { messages, setAside: transcript.length - messages.length };
}

function timeOf(item: unknown, startMs: number): number | undefined {
  const absolute = memberOf(item, "AbsoluteTime");
  if (absolute !== undefined) return parseTime(absolute);
  const offset = numberOf(memberOf(item, "BeginOffsetMillis"));
  return offset === undefined || offset < 0 ? undefined : startMs + Math.round(offset);
}

/** Interactive messages carry JSON; what the customer saw of it is its title. */
function contentText(item: unknown): string {
  const content = textOf(memberOf(item, "Content")) ?? "";
  if (!content.startsWith("{") || !/json|interactive/i.test(textOf(memberOf(item, "ContentType")) ?? ""))
    return content;
  try {
    const parsed: unknown = JSON.parse(content);
    return textOf(memberOf(parsed, "data", "content", "title")) ?? content;
  } catch {
    return content; // not JSON after all: it is shown as it was sent
  }
}
