// What a reader gives: a stream of records out of any file, feed or webhook, before anything is redacted. These values
// hold raw personal data; they stay in memory and go only to `src/prepare`.
import type { Attributes, Channel, Outcome, Participant } from "../core/domain.ts";

/** Where a record stood in its source, so that it can be found again. Line numbers start at 1. */
export type Place = {
  /** File name as given by the person; a member of an archive is `archive.zip!/inner/path`. */
  readonly file: string;
  /** Line of the record's first character, for line-based formats. */
  readonly line?: number;
  /** JSON Pointer (RFC 6901) or row number for formats without useful lines, such as `/Transcript/3` or `row 17`. */
  readonly path?: string;
};

export type SourceMessage = {
  /** The source's own id of the message, when it has one that is stable between exports. */
  readonly externalId?: string;
  /** ISO 8601 with offset or `Z`, milliseconds at most. */
  readonly sentAt: string;
  readonly participant: Participant;
  readonly text: string;
  readonly botNode?: string;
  readonly replyTo?: string;
  readonly durationMs?: number;
  readonly place: Place;
};

/** What a source says of a conversation as a whole. Everything but the id may be missing. */
export type SourceConversationFields = {
  readonly externalId: string;
  readonly channel?: Channel;
  readonly language?: string;
  readonly customer?: Omit<Participant, "role">;
  readonly outcome?: Outcome;
  readonly attributes?: Attributes;
};

/** A conversation with all its messages, in the source's order. */
export type SourceConversation = SourceConversationFields & {
  readonly messages: readonly SourceMessage[];
  readonly place: Place;
  /**
   * Set when the grouper had to let the conversation out before its source ended: 1 for the first part, then 2 and so
   * on. More parts may follow. Absent for a conversation that came out whole.
   */
  readonly part?: number;
};

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
