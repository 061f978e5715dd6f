// What a reader gives: a stream of records out of any file, feed or webhook. Conversations in it hold raw personal data;
// they stay in memory and go only to `src/prepare`.
import type {
  Place,
  SourceConversation,
  SourceConversationFields,
  SourceMessage,
} from "../core/source-conversation.ts";

/** A record that could not be used. The raw text is not in here: its checksum and place find it again in the original. */
export type Reject = {
  readonly place: Place;
  /** A stable word for the reason, such as `bad-time`, `missing-field`, `bad-json`. */
  readonly reason: string;
  readonly field?: string;
  /** What was expected, in a sentence, such as "a time like 2026-03-05T14:30:00Z". Never quotes the value found. */
  readonly expected: string;
  readonly advice: string;
  /** SHA-256 (hex) of the raw record's text as it stands in the source. */
  readonly checksum: string;
};

/** A warning keeps the record: a missing zone taken as the set zone, a clock in the future. */
export type ReadWarning = { readonly place: Place; readonly reason: string; readonly message: string };

/**
 * One item of a reader's stream. `conversation` is whole; `message` belongs to a conversation whose other messages may
 * stand anywhere in the source (the grouper brings them together). Each message and each reject is one record read;
 * `skipped` counts records that carry no message by design (a typing event, a join notice) and says why.
 */
export type ReadItem =
  | { readonly kind: "conversation"; readonly conversation: SourceConversation }
  | {
      readonly kind: "message";
      readonly conversation: SourceConversationFields;
      readonly message: SourceMessage;
    }
  | { readonly kind: "reject"; readonly reject: Reject }
  | { readonly kind: "warning"; readonly warning: ReadWarning }
  | { readonly kind: "skipped"; readonly place: Place; readonly reason: string; readonly count: number };

/** What comes out once messages are grouped: no loose `message` is left. */
export type GroupedItem = Exclude<ReadItem, { readonly kind: "message" }>;
