import { whereSql } from "../../query/compile-query.ts";
import { CUSTOMER_SQL } from "../../query/smallest-group.ts";
import { empty, type Sql, sql, typed } from "../../query/sql.ts";
import type { TimeWindow } from "../../query/time-window.ts";
import type { ReadContext, Scope } from "./read-context.ts";

/** The conversations of a scope that started in a window. */
export function conversationsWhere(scope: Scope, window: TimeWindow | undefined, context: ReadContext): Sql {
  return whereSql(
    { workspace: context.workspace, filter: scope.filter, ...(window === undefined ? {} : { window }) },
    "conversation",
  );
}

/** Where the utterances lie that carry topics of the context's lens, and which of them count. */
export function saidIn({ lensId }: ReadContext): { readonly table: Sql; readonly counts: Sql } {
  return lensId === undefined
    ? { table: sql`utterances`, counts: sql`role = 'customer'` }
    : { table: sql`lens_utterances`, counts: sql`1` };
}

/** The column of a conversation's topics under the context's lens. */
export function topicIdsIn({ lensId, topics }: ReadContext): Sql {
  if (lensId === undefined) return sql`topic_ids`;
  return sql`arrayIntersect(lens_topic_ids, ${typed(topics.storedIds, "Array(UInt32)")})`;
}

/**
 * The utterances of those conversations, in the table of `saidIn`. All rows of a conversation lie under its day, so that the window's days prune here as
 * well.
 */
export function utterancesWhere(scope: Scope, window: TimeWindow | undefined, context: ReadContext): Sql {
  const { lensId } = context;
  const own = lensId === undefined ? empty : sql` AND lens = ${lensId}`;
  const here = sql`workspace = ${context.workspace}${own}`;
  if (window === undefined && scope.filter.op === "and" && scope.filter.filters.length === 0) return here;
  const day = (instant: number): Sql => typed(new Date(instant).toISOString().slice(0, 10), "Date");
  const days =
    window === undefined ? empty : sql` AND day >= ${day(window.from)} AND day <= ${day(window.to)}`;
  const conversations = conversationsWhere(scope, window, context);
  return sql`${here}${days} AND conversation_id IN (SELECT conversation_id FROM conversations FINAL WHERE ${conversations})`;
}

/**
 * The values of a column of the scope's utterances that at least as many customers say as the smallest group asks for: what is
 * quoted must be of such a value.
 */
export function sharedBy(
  column: Sql,
  scope: Scope,
  window: TimeWindow | undefined,
  context: ReadContext,
): Sql {
  const { table, counts } = saidIn(context);
  const people = sql`SELECT conversation_id, ${CUSTOMER_SQL} AS who FROM conversations FINAL WHERE ${conversationsWhere(scope, window, context)}`;
  return sql`SELECT ${column} FROM ${table} FINAL INNER JOIN (${people}) AS people USING (conversation_id) WHERE ${utterancesWhere(scope, window, context)} AND ${counts} GROUP BY ${column} HAVING uniqExact(who) >= ${context.smallestGroup}`;
}
