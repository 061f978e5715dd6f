// The rows of the tables as JSON, as the write side makes and reads them. Columns that enrichment writes are left to their
// defaults in new rows and carried over in rewritten ones.
import type { Role } from "../../core/domain.ts";

export type ConversationRow = {
  readonly workspace: string;
  readonly day: string;
  readonly conversation_id: string;
  readonly source: string;
  readonly external_id: string;
  readonly channel: string;
  readonly language: string;
  readonly customer: string;
  readonly started_at: string;
  readonly ended_at: string;
  readonly outcome: string;
  readonly outcome_origin: string;
  readonly attributes_text: Readonly<Record<string, string>>;
  readonly attributes_number: Readonly<Record<string, number>>;
  readonly attributes_boolean: Readonly<Record<string, boolean>>;
  readonly attributes_time: Readonly<Record<string, string>>;
  readonly message_count: number;
  readonly customer_message_count: number;
  readonly bot_message_count: number;
  readonly agent_message_count: number;
  readonly handed_over: boolean;
  readonly first_customer_text: string;
  readonly row_hash: string;
  readonly import_id: string;
  readonly version: number;
};

/** A stored conversation also has what enrichment wrote. */
export type StoredConversation = Omit<ConversationRow, "version"> & { readonly version: string } & Readonly<
    Record<string, unknown>
  >;

export type MessageRow = {
  readonly day: string;
  readonly conversation_id: string;
  readonly message_id: string;
  readonly position: number;
  readonly sent_at: string;
  readonly role: Role;
  readonly text: string;
  readonly row_hash: string;
  readonly version: number;
} & Readonly<Record<string, unknown>>;

export type UtteranceRow = {
  readonly day: string;
  readonly message_id: string;
  readonly position: number;
  readonly version: number;
} & Readonly<Record<string, unknown>>;

/** What is read of a stored message to compare and to count. */
export type StoredMessage = Pick<MessageRow, "message_id" | "row_hash" | "sent_at" | "role" | "position"> & {
  readonly conversation_id: string;
  readonly day: string;
  readonly version: string;
};
