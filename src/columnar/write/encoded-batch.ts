// What `encodeBatch` makes and `writeBatch` stores: the rows of some conversations as lines, with the places of each
// conversation in them. Plain bytes and arrays, so that it moves between threads for little.

export type WriteContext = {
  readonly workspace: string;
  readonly importId: string;
  /** Grows with every import: milliseconds since 1970 when it began. Among rows of one key the highest version wins. */
  readonly version: number;
};

/** Lines and where each row group starts: group `i` lies in `bytes` from `starts[i]` to `starts[i + 1]`. */
export type EncodedRows = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly starts: Uint32Array<ArrayBuffer>;
};

export type EncodedBatch = {
  readonly context: WriteContext;
  /** Distinct, in the order of the row groups. */
  readonly conversationIds: readonly string[];
  /** One row a conversation, as JSON. */
  readonly conversations: EncodedRows;
  /** One group of rows a conversation, tab-separated in the order of `ENCODED_COLUMNS`. */
  readonly messages: EncodedRows;
  /** One group of rows a conversation, likewise. */
  readonly utterances: EncodedRows;
  /** Messages in the batch, those left out because they repeat one in the same batch not counted. */
  readonly messageCount: number;
  /** Messages that repeat the id of another one in the same batch, unchanged or changed (the last one stays). */
  readonly repeated: { readonly duplicate: number; readonly updated: number };
};

/** The buffers of a batch, for `postMessage(batch, transferables(batch))`. */
export function transferables(batch: EncodedBatch): ArrayBuffer[] {
  return [batch.conversations, batch.messages, batch.utterances].flatMap((rows) => [
    rows.bytes.buffer,
    rows.starts.buffer,
  ]);
}

/** What became of a batch's messages: `stored + duplicate + updated` is what went in. */
export type WriteCounts = {
  readonly stored: number;
  readonly duplicate: number;
  readonly updated: number;
  /** Conversations that were new. */
  readonly newConversations: number;
  /** Conversations that existed and changed. */
  readonly changedConversations: number;
};
