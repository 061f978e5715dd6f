// Reads what is already stored of some conversations, no more than a write needs to compare.
import { type Sql, sql, typed } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import type { StoredConversation, StoredMessage } from "./stored-rows.ts";

/** Days under which rows of a conversation may lie, by conversation id: a superset, tombstones included. */
type PossibleDays = ReadonlyMap<string, ReadonlySet<string>>;

export type StoredState = {
  /** The newest row of the conversation; undefined when a write was interrupted before it. */
  readonly conversation: StoredConversation | undefined;
  /** One a message id, the newest. */
  readonly messages: ReadonlyMap<string, StoredMessage>;
  /** Days that hold living rows. More than one only after an interrupted move. */
  readonly days: ReadonlySet<string>;
};

/**
 * Which conversations exist. Not FINAL: 12 ms for 2,000 ids among 1,000,000 conversations against 66 ms with it.
 * `recheck` also finds rows whose conversation was never completed, and reads ten times as much.
 */
async function findPossibleDays(
  columnar: Columnar,
  workspace: string,
  ids: readonly string[],
  recheck: boolean,
  options: ExecOptions,
): Promise<PossibleDays> {
  const where = sql`workspace = ${workspace} AND conversation_id IN ${typed(ids, "Array(UUID)")}`;
  const others = recheck
    ? sql` UNION DISTINCT SELECT DISTINCT conversation_id, day FROM messages WHERE ${where}
           UNION DISTINCT SELECT DISTINCT conversation_id, day FROM utterances WHERE ${where}`
    : sql``;
  const statement = sql`SELECT DISTINCT conversation_id, day FROM conversations WHERE ${where}${others}`;
  const days = new Map<string, Set<string>>();
  for (const row of await columnar.query<{ conversation_id: string; day: string }>(statement, options)) {
    const known = days.get(row.conversation_id);
    if (known) known.add(row.day);
    else days.set(row.conversation_id, new Set([row.day]));
  }
  return days;
}

/** The condition that finds rows by the tables' order key. */
export function keyCondition(workspace: string, days: readonly string[], ids: readonly string[]): Sql {
  return sql`workspace = ${workspace} AND day IN ${typed(days, "Array(Date)")} AND conversation_id IN ${typed(ids, "Array(UUID)")}`;
}

/** What is stored of these conversations, by id. Those of which nothing is stored are not in the map. */
export async function loadStored(
  columnar: Columnar,
  workspace: string,
  ids: readonly string[],
  recheck: boolean,
  options: ExecOptions,
): Promise<ReadonlyMap<string, StoredState>> {
  const possible = await findPossibleDays(columnar, workspace, ids, recheck, options);
  const states = new Map<string, StoredState>();
  if (possible.size === 0) return states;
  const days = [...new Set([...possible.values()].flatMap((set) => [...set]))];
  const where = keyCondition(workspace, days, [...possible.keys()]);
  // Utterances lie where their conversation does, but for those that a move left half done: two days speak of it then, since
  // the conversation's own row leaves its old day last.
  const moved = recheck
    ? [...possible.keys()]
    : [...possible.keys()].filter((id) => possible.get(id)?.size !== 1);
  const [conversations, messages, utteranceDays] = await Promise.all([
    columnar.query<StoredConversation>(
      sql`SELECT * FROM conversations FINAL WHERE ${where} ORDER BY version`,
      options,
    ),
    columnar.query<StoredMessage>(
      sql`SELECT day, conversation_id, message_id, position, sent_at, role, row_hash, version
          FROM messages FINAL WHERE ${where} ORDER BY version`,
      options,
    ),
    moved.length === 0
      ? []
      : columnar.query<{ conversation_id: string; day: string }>(
          sql`SELECT DISTINCT conversation_id, day FROM utterances FINAL WHERE ${keyCondition(workspace, days, moved)}`,
          options,
        ),
  ]);
  const drafts = new Map<string, { messages: Map<string, StoredMessage>; days: Set<string> }>();
  const draftOf = (id: string) => {
    const known = drafts.get(id);
    if (known) return known;
    const draft = { messages: new Map<string, StoredMessage>(), days: new Set<string>() };
    drafts.set(id, draft);
    return draft;
  };
  for (const row of utteranceDays) draftOf(row.conversation_id).days.add(row.day);
  for (const row of messages) {
    const draft = draftOf(row.conversation_id);
    draft.messages.set(row.message_id, row);
    draft.days.add(row.day);
  }
  for (const row of conversations) draftOf(row.conversation_id).days.add(row.day);
  const newest = new Map(conversations.map((row) => [row.conversation_id, row]));
  for (const [id, draft] of drafts) states.set(id, { conversation: newest.get(id), ...draft });
  return states;
}
