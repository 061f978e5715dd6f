// Rasa events to messages. Keeps, for each sender, the session it is in and the action that ran last.
import type { Channel } from "../../../core/domain.ts";
import type { SourceConversationFields } from "../../../core/source-conversation.ts";
import type { ItemSink, RecordAt } from "../../item-sink.ts";
import { listOf, memberOf, textOf } from "../../json/members.ts";
import { CHANNELS_BY_WORD } from "../../mapping/value-words.ts";
import { createTimeParser } from "../../time/parse-time.ts";

/** Senders of an event stream whose session is kept in mind; past that the longest unseen one is forgotten. */
const REMEMBERED_SENDERS = 200_000;

type SenderState = {
  session: number;
  hasSpoken: boolean;
  action: string | undefined;
  channel: Channel | undefined;
};

export type EventReader = {
  /** A tracker holds all of a sender's events: counting of sessions begins anew. */
  beginTracker(sender: string): void;
  read(event: unknown, sender: string, record: RecordAt): void;
};

const parseTime = createTimeParser({ timeZone: "UTC", dayFirst: true });

export function createEventReader(sink: ItemSink): EventReader {
  const senders = new Map<string, SenderState>();

  function stateOf(sender: string): SenderState {
    const known = senders.get(sender);
    if (known !== undefined) return known;
    const fresh: SenderState = { session: 1, hasSpoken: false, action: undefined, channel: undefined };
    if (senders.size >= REMEMBERED_SENDERS) senders.delete(senders.keys().next().value ?? "");
    senders.set(sender, fresh);
    return fresh;
  }

  function speak(
    event: unknown,
    sender: string,
    state: SenderState,
    record: RecordAt,
    role: "customer" | "bot",
    text: string,
  ): void {
    const sentMs = parseTime(memberOf(event, "timestamp"));
    if (sentMs === undefined) {
      sink.reject("bad-time", record, { field: "timestamp", expected: "seconds since 1970" });
      return;
    }
    const node = role === "bot" ? botNode(event, state) : undefined;
    const id = role === "customer" ? textOf(memberOf(event, "message_id")) : undefined;
    const message = sink.check(
      {
        ...(id === undefined ? {} : { externalId: id }),
        sentAt: new Date(sentMs).toISOString(),
        participant: role === "customer" ? { role, id: sender } : { role },
        text,
        ...(node === undefined ? {} : { botNode: node }),
        place: record.place,
      },
      record,
    );
    if (message === undefined) return;
    state.hasSpoken = true;
    const fields: SourceConversationFields = {
      externalId: state.session === 1 ? sender : `${sender}#${state.session}`,
      ...(state.channel === undefined ? {} : { channel: state.channel }),
      customer: { id: sender },
    };
    sink.message(fields, message);
  }

  return {
    beginTracker(sender) {
      senders.delete(sender);
    },
    read(event, sender, record) {
      const state = stateOf(sender);
      const kind = textOf(memberOf(event, "event"));
      if (kind === undefined) {
        sink.reject("missing-field", record, { field: "event", expected: "the kind of the event" });
        return;
      }
      const text =
        textOf(memberOf(event, "text")) ??
        (kind === "action" ? textOf(memberOf(event, "action_text")) : undefined);
      if (kind === "session_started" && state.hasSpoken) {
        state.session += 1;
        state.hasSpoken = false;
      }
      if (kind === "action") state.action = textOf(memberOf(event, "name")) ?? state.action;
      if (kind === "user") {
        const channel = textOf(memberOf(event, "input_channel"));
        state.channel =
          (channel === undefined ? undefined : CHANNELS_BY_WORD.get(channel.toLowerCase())) ?? state.channel;
      }
      const said = text?.trim() === "" ? undefined : (text ?? buttonTitles(event, kind));
      if (said !== undefined && (kind === "user" || kind === "bot" || kind === "action")) {
        speak(event, sender, state, record, kind === "user" ? "customer" : "bot", said);
      } else
        sink.skip(kind === "user" || kind === "bot" ? "no-text" : `event-${kind.slice(0, 40)}`, record.place);
    },
  };
}

function botNode(event: unknown, state: SenderState): string | undefined {
  return (
    textOf(memberOf(event, "metadata", "utter_action")) ??
    textOf(memberOf(event, "metadata", "template_name")) ??
    state.action
  );
}

/** A bot's message may be nothing but buttons. */
function buttonTitles(event: unknown, kind: string): string | undefined {
  if (kind !== "bot") return undefined;
  const titles = (listOf(memberOf(event, "data", "buttons")) ?? []).flatMap(
    (button) => textOf(memberOf(button, "title")) ?? [],
  );
  return titles.length === 0 ? undefined : titles.join(" · ");
}
