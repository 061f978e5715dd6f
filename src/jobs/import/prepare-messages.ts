// What goes between the import and its worker threads.
import type { EncodedBatch, WriteContext } from "../../columnar/write/encoded-batch.ts";
import type { SourceConversation } from "../../core/source-conversation.ts";
import type { PreparerOptions } from "../../prepare/preparer.ts";

export type PrepareWorkerData = { readonly preparer: PreparerOptions; readonly context: WriteContext };

export type PrepareRequest = { readonly id: number; readonly conversations: readonly SourceConversation[] };

/** `read` counts the messages that went in, those left out as doubles included. */
export type PreparedBatch = {
  readonly batch: EncodedBatch;
  readonly read: number;
  readonly duplicates: number;
  readonly truncated: number;
};

export type PrepareReply =
  | ({ readonly id: number; readonly ok: true } & PreparedBatch)
  | { readonly id: number; readonly ok: false; readonly problem: string };
