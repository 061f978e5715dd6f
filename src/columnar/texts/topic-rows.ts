import type { Role } from "../../core/domain.ts";
import { type Sql, sql } from "../../query/sql.ts";

/** Rows that carry topics: the utterances of some roles, or what counts under a lens beside the default one. */
export type TopicRows = { readonly workspace: string } & (
  | { readonly roles: readonly Role[] }
  | { readonly lensId: string }
);

/** The table and the condition; both tables call what they share by the same names. */
export function topicRowsSql(rows: TopicRows): { readonly table: Sql; readonly where: Sql } {
  return "lensId" in rows
    ? {
        table: sql`lens_utterances`,
        where: sql`workspace = ${rows.workspace} AND lens = ${rows.lensId}`,
      }
    : { table: sql`utterances`, where: sql`workspace = ${rows.workspace} AND role IN ${rows.roles}` };
}

/** What customers say, or what counts under a lens. */
export function topicRowsOf(workspace: string, lensId: string | undefined): TopicRows {
  return lensId === undefined ? { workspace, roles: ["customer"] } : { workspace, lensId };
}
