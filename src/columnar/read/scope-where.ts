import { whereSql } from "../../query/compile-query.ts";
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

/**
 * The utterances of those conversations. All rows of a conversation lie under its day, so that the window's days prune here as
 * well.
 */
export function utterancesWhere(scope: Scope, window: TimeWindow | undefined, context: ReadContext): Sql {
  const here = sql`workspace = ${context.workspace}`;
  if (window === undefined && scope.filter.op === "and" && scope.filter.filters.length === 0) return here;
  const day = (instant: number): Sql => typed(new Date(instant).toISOString().slice(0, 10), "Date");
  const days =
    window === undefined ? empty : sql` AND day >= ${day(window.from)} AND day <= ${day(window.to)}`;
  const conversations = conversationsWhere(scope, window, context);
  return sql`${here}${days} AND conversation_id IN (SELECT conversation_id FROM conversations FINAL WHERE ${conversations})`;
}
