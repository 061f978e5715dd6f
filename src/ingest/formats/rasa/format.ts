// Rasa: tracker dumps (one object with all events of a sender) and the event stream of a broker (one event a line).
import { createItemSink } from "../../item-sink.ts";
import { listOf, memberOf, textOf } from "../../json/members.ts";
import type { ReadOptions } from "../../read-options.ts";
import type { Format, FormatInput } from "../format.ts";
import { firstObject, readDocuments } from "../read-documents.ts";
import { createEventReader } from "./read-events.ts";

export const rasa: Format = {
  id: "rasa",
  name: "Rasa",
  summary: "Tracker dumps and event streams of Rasa bots.",
  extensions: [".json", ".jsonl"],
  defaultChannel: "web",
  isMapped: false,
  detect(head) {
    const value = firstObject(head);
    const events = listOf(memberOf(value, "events"));
    if (
      memberOf(value, "sender_id") !== undefined &&
      events !== undefined &&
      (events.length === 0 || memberOf(events[0], "event") !== undefined)
    ) {
      return { score: 0.95, reason: "it has a sender_id and events, as a Rasa tracker" };
    }
    if (
      memberOf(value, "sender_id") !== undefined &&
      memberOf(value, "event") !== undefined &&
      memberOf(value, "timestamp") !== undefined
    ) {
      return { score: 0.9, reason: "its lines are Rasa events with sender_id, event and timestamp" };
    }
    return { score: 0, reason: "it has no sender_id with events" };
  },
  async *read(input: FormatInput, options: ReadOptions) {
    const sink = createItemSink(input, options);
    const reader = createEventReader(sink);
    for await (const documents of readDocuments(input, sink)) {
      for (const { value, record, path } of documents) {
        const sender = textOf(value["sender_id"]);
        const events = listOf(value["events"]);
        if (sender === undefined) {
          sink.reject("missing-field", record, { field: "sender_id", expected: "the id of the sender" });
        } else if (events !== undefined) {
          if (events.length === 0) sink.reject("no-messages", record);
          reader.beginTracker(sender);
          for (const [index, event] of events.entries()) {
            reader.read(event, sender, {
              ...record,
              place: { ...record.place, path: `${path}/events/${index}` },
            });
          }
        } else if (value["event"] !== undefined) reader.read(value, sender, record);
        else
          sink.reject("bad-conversation", record, {
            field: "events",
            expected: "a list of events, or one event",
          });
      }
      yield* sink.drain();
    }
    yield* sink.drain();
  },
  example: `{ "sender_id": "u-1", "events": [
  { "event": "user", "timestamp": 1517821726.2, "text": "hi", "input_channel": "rest" },
  { "event": "action", "timestamp": 1517821726.3, "name": "utter_greet" },
  { "event": "bot", "timestamp": 1517821726.4, "text": "Hello! How can I help?" }
] }`,
  fields: [
    { from: "sender_id", to: "customer; with the number of its session the conversation" },
    { from: "events user and bot: text, timestamp, message_id", to: "messages" },
    { from: "the bot's utter_action, else the action before it", to: "bot node" },
    { from: "input_channel", to: "channel" },
  ],
  notes: [
    "Each session (session_started) is a conversation of its own: the sender's first has the sender's id, the next `id#2` and so on.",
    "Slots, actions and other events that say nothing are counted as skipped, by kind.",
  ],
};
