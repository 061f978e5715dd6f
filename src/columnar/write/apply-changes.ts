// Writes what changed of conversations that exist. Within one run all rows share three versions above everything stored: moved
// rows, then tombstones of spans whose text changed, then new rows.
import { ident, type Sql, sql, typed } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import type { WriteContext } from "./encoded-batch.ts";
import { keyCondition, type StoredState } from "./load-stored.ts";
import type { ConversationChange } from "./plan-change.ts";

export type PlannedChange = { readonly change: ConversationChange; readonly state: StoredState };

type Versions = { readonly moved: string; readonly tombstone: string; readonly fresh: string };

/** Versions as text: they pass 2^53 in no case, but arrive from the engine as text. */
function chooseVersions(context: WriteContext, changes: readonly PlannedChange[]): Versions {
  let highest = BigInt(context.version);
  for (const { state } of changes) {
    for (const { version } of [
      ...state.messages.values(),
      ...(state.conversation ? [state.conversation] : []),
    ]) {
      if (BigInt(version) + 3n > highest) highest = BigInt(version) + 3n;
    }
  }
  return { moved: String(highest - 2n), tombstone: String(highest - 1n), fresh: String(highest) };
}

// A replaced column's name would shadow the column in WHERE, hence the inner SELECTs.

/**
 * Copies stored rows of moving conversations to their new day and channel; labels go along. Each message from where its newest
 * row lies: after an interrupted move that may be the new place already.
 */
function moveRows(table: Sql, workspace: string, moving: readonly PlannedChange[], version: string): Sql {
  const ids = moving.map(({ change }) => change.conversationId);
  const messages = moving.flatMap(({ change }) => change.moveTo?.messages ?? []);
  const days = messages.map((message) => message.day);
  const messageIds = messages.map((message) => message.message_id);
  const chosen = (name: "day" | "channel", type: string): Sql => {
    const values = typed(
      moving.map(({ change }) => change.moveTo?.[name] ?? ""),
      `Array(${type})`,
    );
    return sql`arrayElement(${values}, indexOf(${typed(ids, "Array(UUID)")}, conversation_id)) AS ${ident(name)}`;
  };
  return sql`INSERT INTO ${table} SELECT * REPLACE (
      ${chosen("day", "Date")}, ${chosen("channel", "String")}, ${typed(version, "UInt64")} AS version)
    FROM (SELECT * FROM ${table} FINAL
      WHERE ${keyCondition(workspace, [...new Set(days)], ids)}
        AND (message_id, day) IN arrayZip(${typed(messageIds, "Array(UUID)")}, ${typed(days, "Array(Date)")}))`;
}

function entomb(table: Sql, where: Sql, version: string): Sql {
  return sql`INSERT INTO ${table} SELECT * REPLACE (${typed(version, "UInt64")} AS version, 1 AS is_deleted) FROM (SELECT * FROM ${table} FINAL WHERE ${where})`;
}

/** Takes the rows away that lie under days which their conversations have left. */
function leaveDays(table: Sql, workspace: string, leaving: readonly PlannedChange[], version: string): Sql {
  const pairs = leaving.flatMap(({ change }) =>
    change.daysToLeave.map((day) => [change.conversationId, day] as const),
  );
  const ids = pairs.map(([id]) => id);
  const days = pairs.map(([, day]) => day);
  const left = sql`(conversation_id, day) IN arrayZip(${typed(ids, "Array(UUID)")}, ${typed(days, "Array(Date)")})`;
  return entomb(table, sql`${keyCondition(workspace, [...new Set(days)], ids)} AND ${left}`, version);
}

const TABLES = { utterances: sql`utterances`, messages: sql`messages`, conversations: sql`conversations` };

export async function applyChanges(
  columnar: Columnar,
  context: WriteContext,
  changes: readonly PlannedChange[],
  options: ExecOptions,
): Promise<void> {
  if (changes.every(({ change }) => change.conversation === undefined)) return;
  const { workspace } = context;
  const versions = chooseVersions(context, changes);
  const moving = changes.filter(({ change }) => change.moveTo);
  if (moving.length > 0) {
    await columnar.exec(moveRows(TABLES.utterances, workspace, moving, versions.moved), options);
    await columnar.exec(moveRows(TABLES.messages, workspace, moving, versions.moved), options);
  }
  const edited = changes.filter(({ change }) => change.changedMessageIds.length > 0);
  if (edited.length > 0) {
    const ids = edited.map(({ change }) => change.conversationId);
    const days = [...new Set(edited.flatMap(({ change }) => change.messages.map((message) => message.day)))];
    const messageIds = typed(
      edited.flatMap(({ change }) => change.changedMessageIds),
      "Array(UUID)",
    );
    const where = sql`${keyCondition(workspace, days, ids)} AND message_id IN ${messageIds}`;
    await columnar.exec(entomb(TABLES.utterances, where, versions.tombstone), options);
  }
  const version = versions.fresh;
  const stamp = (rows: readonly object[]) => rows.map((row) => ({ ...row, version }));
  await columnar.insert("utterances", stamp(changes.flatMap(({ change }) => change.utterances)), options);
  await columnar.insert("messages", stamp(changes.flatMap(({ change }) => change.messages)), options);
  await columnar.insert(
    "conversations",
    stamp(changes.flatMap(({ change }) => (change.conversation ? [change.conversation] : []))),
    options,
  );
  const leaving = changes.filter(({ change }) => change.daysToLeave.length > 0);
  if (leaving.length > 0) {
    for (const table of [TABLES.utterances, TABLES.messages, TABLES.conversations]) {
      await columnar.exec(leaveDays(table, workspace, leaving, version), options);
    }
  }
}
