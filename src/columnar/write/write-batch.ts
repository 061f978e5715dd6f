// Appends a batch so that repeating it, whole or in part, changes nothing. Decides the order of the inserts: utterances, then
// messages, then the conversation, and the tombstones of moved rows last. A conversation counts as stored by its own row and a
// message by its own, so whatever a kill leaves half done is done again by the next run.
import type { Columnar, ExecOptions } from "../columnar.ts";
import { applyChanges, type PlannedChange } from "./apply-changes.ts";
import type { EncodedBatch, EncodedRows, WriteCounts } from "./encoded-batch.ts";
import { loadStored } from "./load-stored.ts";
import { type Incoming, planChange } from "./plan-change.ts";
import type { ConversationRow, MessageRow, UtteranceRow } from "./stored-rows.ts";
import { ENCODED_COLUMNS, parseLines } from "./tab-separated.ts";
import { withWriteLock } from "./write-lock.ts";

export type WriteOptions = Partial<ExecOptions> & {
  /** Look for rows that a killed process left without their conversation. Set when an import before this one was interrupted. */
  readonly recheck?: boolean;
};

const decoder = new TextDecoder();

function group(rows: EncodedRows, index: number): Uint8Array {
  return rows.bytes.subarray(rows.starts[index], rows.starts[index + 1]);
}

function groupText(rows: EncodedRows, index: number): string {
  return decoder.decode(group(rows, index));
}

function readIncoming(batch: EncodedBatch, index: number): Incoming {
  return {
    conversation: JSON.parse(groupText(batch.conversations, index)) as ConversationRow,
    messages: parseLines<MessageRow>("messages", groupText(batch.messages, index)),
    utterances: () => parseLines<UtteranceRow>("utterances", groupText(batch.utterances, index)),
  };
}

function pick(rows: EncodedRows, indices: readonly number[]): Uint8Array {
  return indices.length === rows.starts.length - 1
    ? rows.bytes
    : Buffer.concat(indices.map((index) => group(rows, index)));
}

async function append(
  batch: EncodedBatch,
  indices: readonly number[],
  columnar: Columnar,
  options: ExecOptions,
) {
  for (const table of ["utterances", "messages"] as const) {
    const lines = pick(batch[table], indices);
    await columnar.insert(table, { tabSeparated: lines, columns: ENCODED_COLUMNS[table] }, options);
  }
  await columnar.insert("conversations", pick(batch.conversations, indices), options);
}

/** Stores a batch that `encodeBatch` made. Resolves when all of it is durable. */
export function writeBatch(
  columnar: Columnar,
  batch: EncodedBatch,
  given: WriteOptions = {},
): Promise<WriteCounts> {
  return withWriteLock(columnar, () => write(columnar, batch, given));
}

async function write(columnar: Columnar, batch: EncodedBatch, given: WriteOptions): Promise<WriteCounts> {
  const { recheck = false, ...rest } = given;
  const options: ExecOptions = { tag: "write batch", timeoutMs: 300_000, ...rest };
  const { workspace } = batch.context;
  const known = await loadStored(columnar, workspace, batch.conversationIds, recheck, options);
  const fresh: number[] = [];
  const changes: PlannedChange[] = [];
  for (const [index, id] of batch.conversationIds.entries()) {
    const state = known.get(id);
    if (state)
      changes.push({
        change: planChange(readIncoming(batch, index), state.conversation, state.messages, state.days),
        state,
      });
    else fresh.push(index);
  }
  await append(batch, fresh, columnar, options);
  await applyChanges(columnar, batch.context, changes, options);
  const changed = changes.filter(({ change }) => change.conversation !== undefined);
  const sum = (count: "stored" | "duplicate" | "updated") =>
    changes.reduce((total, { change }) => total + change[count], 0);
  const inChanges = sum("stored") + sum("duplicate") + sum("updated");
  return {
    stored: batch.messageCount - inChanges + sum("stored"),
    duplicate: sum("duplicate") + batch.repeated.duplicate,
    updated: sum("updated") + batch.repeated.updated,
    newConversations: fresh.length + changed.filter(({ state }) => state.conversation === undefined).length,
    changedConversations: changed.filter(({ state }) => state.conversation !== undefined).length,
  };
}
