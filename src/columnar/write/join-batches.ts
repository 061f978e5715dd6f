// Joins encoded batches into one, so that the store gets few large inserts while preparing works in small pieces.
import type { EncodedBatch, EncodedRows } from "./encoded-batch.ts";

/** Whether the batches share no conversation, which is what joining them needs. */
export function areDisjoint(batches: readonly EncodedBatch[]): boolean {
  const seen = new Set<string>();
  for (const { conversationIds } of batches)
    for (const id of conversationIds) {
      if (seen.has(id)) return false;
      seen.add(id);
    }
  return true;
}

/**
 * One batch with the rows of all, in their order.
 *
 * @throws TypeError when there is none, or when two hold the same conversation
 */
export function joinBatches(batches: readonly EncodedBatch[]): EncodedBatch {
  const [first] = batches;
  if (!first) throw new TypeError("no batch to join");
  if (batches.length === 1) return first;
  if (!areDisjoint(batches)) throw new TypeError("batches that share a conversation cannot be joined");
  return {
    context: first.context,
    conversationIds: batches.flatMap(({ conversationIds }) => conversationIds),
    conversations: joinRows(batches.map(({ conversations }) => conversations)),
    messages: joinRows(batches.map(({ messages }) => messages)),
    utterances: joinRows(batches.map(({ utterances }) => utterances)),
    messageCount: batches.reduce((sum, { messageCount }) => sum + messageCount, 0),
    repeated: {
      duplicate: batches.reduce((sum, { repeated }) => sum + repeated.duplicate, 0),
      updated: batches.reduce((sum, { repeated }) => sum + repeated.updated, 0),
    },
  };
}

function joinRows(parts: readonly EncodedRows[]): EncodedRows {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.bytes.length, 0));
  const starts = new Uint32Array(parts.reduce((sum, part) => sum + part.starts.length - 1, 1));
  let at = 0;
  let group = 0;
  for (const part of parts) {
    bytes.set(part.bytes, at);
    for (let index = 0; index < part.starts.length - 1; index += 1)
      starts[group++] = at + (part.starts[index] ?? 0);
    at += part.bytes.length;
  }
  starts[group] = at;
  return { bytes, starts };
}
