// A conversation as its source has it, before anything is redacted: what readers give and preparing takes. These values hold
// raw personal data; they stay in memory.
import type { Attributes, Channel, Outcome, Participant } from "./domain.ts";

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
