import { type Sql, sql, typed } from "../query/sql.ts";

/** A conversation by its place in the tables. */
export type ConversationPlace = { readonly conversationId: string; readonly day: string };

/** Rows of these conversations, on any table. Some 5,000 at once serve well. */
export function placesSql(places: readonly ConversationPlace[]): Sql {
  const days = typed([...new Set(places.map(({ day }) => day))], "Array(Date)");
  const ids = typed([...new Set(places.map(({ conversationId }) => conversationId))], "Array(UUID)");
  return sql`day IN ${days} AND conversation_id IN ${ids}`;
}

/** `2026-03-05` → 202603. */
export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7));
}
