// Where a reader puts what it reads. The sink turns facts into items and applies what holds for every format: texts that
// are empty or too long, clocks in the future, one warning a file for each cause, rejects with place and checksum.
import { hash } from "node:crypto";
import type {
  Place,
  SourceConversation,
  SourceConversationFields,
  SourceMessage,
} from "../core/source-conversation.ts";
import type { FormatInput } from "./formats/format.ts";
import type { ReadItem } from "./read-item.ts";
import type { ReadOptions } from "./read-options.ts";
import { REJECT_REASONS, type RejectReason } from "./reject-reasons.ts";

/** The record that is being read: its place, and its text for the checksum of a reject. */
export type RecordAt = {
  readonly place: Place;
  readonly raw: () => string;
};

export type RejectDetails = { readonly field?: string; readonly expected?: string; readonly advice?: string };

export type ItemSink = {
  readonly file: string;
  readonly options: ReadOptions;
  /** Checks text and time of a message; a text that cannot be used becomes a reject and gives undefined. */
  check(message: SourceMessage, record: RecordAt): SourceMessage | undefined;
  message(conversation: SourceConversationFields, message: SourceMessage): void;
  /** A conversation without messages becomes a reject, unless some of its records were set aside already. */
  conversation(conversation: SourceConversation, record: RecordAt, setAside?: number): void;
  reject(reason: RejectReason, record: RecordAt, details?: RejectDetails): void;
  /** Once a file for each reason; `place` is the first occurrence. */
  warn(reason: string, place: Place, message: string): void;
  skip(reason: string, place: Place, count?: number): void;
  /** What has been put in since the last call. */
  drain(): ReadItem[];
};

const DAY_MS = 86_400_000;

/** How rejected records of a format are written to a file of their own. */
export type RejectedForm = { readonly extension: string; readonly header?: () => string | undefined };

export function createItemSink(
  input: Pick<FormatInput, "name">,
  options: ReadOptions,
  form: RejectedForm = { extension: "jsonl" },
): ItemSink {
  let items: ReadItem[] = [];
  const warned = new Set<string>();
  const latest = new Date(options.now.getTime() + DAY_MS).toISOString();

  const sink: ItemSink = {
    file: input.name,
    options,
    check(message, record) {
      const { text } = message;
      if (text.length > options.limits.maxTextChars) {
        sink.reject("text-too-long", record, {
          field: "text",
          expected: `a text of at most ${options.limits.maxTextChars.toLocaleString("en-US")} characters`,
        });
        return undefined;
      }
      if (text.trim() === "") {
        sink.reject("empty-text", record, { field: "text" });
        return undefined;
      }
      if (message.sentAt > latest) {
        sink.warn(
          "clock-in-future",
          message.place,
          "A time lies more than a day ahead of this machine's clock; it was kept as it is.",
        );
      }
      return text.isWellFormed() ? message : { ...message, text: text.toWellFormed() };
    },
    message(conversation, message) {
      items.push({ kind: "message", conversation, message });
    },
    conversation(conversation, record, setAside = 0) {
      if (conversation.messages.length > 0) items.push({ kind: "conversation", conversation });
      else if (setAside === 0) sink.reject("no-messages", record);
    },
    reject(reason, record, details = {}) {
      const raw = record.raw();
      const reject = {
        place: record.place,
        reason,
        ...(details.field === undefined ? {} : { field: details.field }),
        expected: details.expected ?? REJECT_REASONS[reason].expected,
        advice: details.advice ?? REJECT_REASONS[reason].advice,
        checksum: checksumOf(raw),
      };
      items.push({ kind: "reject", reject });
      const header = form.header?.();
      options.onRejectedText?.(reject, {
        raw,
        extension: form.extension,
        ...(header === undefined ? {} : { header }),
      });
    },
    warn(reason, place, message) {
      if (warned.has(reason)) return;
      warned.add(reason);
      items.push({ kind: "warning", warning: { place, reason, message } });
    },
    skip(reason, place, count = 1) {
      items.push({ kind: "skipped", place, reason, count });
    },
    drain() {
      const drained = items;
      items = [];
      return drained;
    },
  };
  return sink;
}

/** SHA-256 as lower-case hex of a record's text. */
export function checksumOf(raw: string): string {
  return hash("sha256", raw, "hex");
}
