// The smallest group: what fewer than a set number of customers say is not shown. This is the one place that counts them.
import type { Entity } from "./fields.ts";
import { ident, type Sql, sql } from "./sql.ts";

/** Unless the workspace says otherwise. */
export const DEFAULT_SMALLEST_GROUP = 3;

/** The engine counts different values exactly up to this many, in constant memory. */
export const LARGEST_SMALLEST_GROUP = 100;

/** A customer of a conversation, as a number: half the cost of the text. One without a known customer counts as one of its own. */
export const CUSTOMER_SQL = sql`if(customer = '', cityHash64(conversation_id), cityHash64(customer))`;

/** How many different customers a group has, counted to just beyond `least`. `joined` takes what another table must give. */
export function smallestGroupSql(entity: Entity, least: number, joined: Sql[]): Sql {
  const bound = Math.min(LARGEST_SMALLEST_GROUP, Math.max(1, Math.floor(least)));
  if (entity === "conversation") return sql`uniqUpTo(${bound})(${CUSTOMER_SQL}) AS ${ident("group_size")}`;
  joined.push(sql`${CUSTOMER_SQL} AS ${ident("group_customer")}`);
  return sql`uniqUpTo(${bound})(group_customer) AS ${ident("group_size")}`;
}
