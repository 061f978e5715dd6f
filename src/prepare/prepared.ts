// What leaves `src/prepare`: conversations that may be stored. No field here holds raw personal data.
import type { Attributes, Channel, Outcome, OutcomeOrigin, Role, TextSpan } from "../core/domain.ts";
import type { RedactionType } from "../core/redaction-tag.ts";

/** A redaction as it stands in the stored text: `text.slice(start, end)` is the tag. */
export type Redaction = TextSpan & { readonly type: RedactionType; readonly score: number };

/** A sentence-like span of the redacted text, with its form for analysis. */
export type PreparedUtterance = TextSpan & { readonly normalised: string };

export type PreparedMessage = {
  readonly messageId: string;
  /** Source's order in the conversation, from 0, after sorting by time (stable). */
  readonly position: number;
  /** ISO 8601 in UTC with milliseconds. */
  readonly sentAt: string;
  readonly role: Role;
  /** Pseudonym of the participant, empty when the source names none. */
  readonly participant: string;
  readonly text: string;
  readonly redactions: readonly Redaction[];
  readonly utterances: readonly PreparedUtterance[];
  readonly botNode: string;
  readonly replyTo: string;
  readonly durationMs: number;
  /** Hash over everything stored of this message; two equal hashes mean nothing changed. */
  readonly rowHash: string;
};

export type PreparedConversation = {
  readonly conversationId: string;
  readonly source: string;
  /** Pseudonym of the source's own id when it is personal (a phone number, a handle); the id itself otherwise. */
  readonly externalId: string;
  readonly channel: Channel;
  /** Given by the source, or empty: detected later. */
  readonly language: string;
  readonly customer: string;
  readonly outcome: Outcome;
  readonly outcomeOrigin: OutcomeOrigin;
  readonly attributes: Attributes;
  readonly messages: readonly PreparedMessage[];
  /** Hash over the conversation's own fields (not its messages). */
  readonly rowHash: string;
};
