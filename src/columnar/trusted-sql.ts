// Turns text of our own files into a statement as it stands. Only for migrations and table names built from constants: nothing
// that came from outside may pass here.
import { type Sql, sql } from "../query/sql.ts";

/** Dangerous with anything but constants. */
export function dangerouslyTrustSql(text: string): Sql {
  return sql(Object.assign([text], { raw: [text] }));
}
