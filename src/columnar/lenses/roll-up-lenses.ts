import { sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import { type ConversationPlace, monthOf, placesSql } from "../conversation-place.ts";
import { listMonths } from "../labels/rewrite-month.ts";
import { rollUpMonth } from "../labels/roll-up-month.ts";
import { withWriteLock } from "../write/write-lock.ts";

/** Brings the topics of the lenses into the conversations' rows, all or some; says how many changed. */
export async function rollUpLenses(
  columnar: Columnar,
  workspace: string,
  within: readonly ConversationPlace[] | undefined,
  options: ExecOptions,
): Promise<number> {
  const months =
    within === undefined
      ? await listMonths(columnar, "conversations", workspace, options)
      : [...new Set(within.map(({ day }) => monthOf(day)))].sort((one, other) => one - other);
  let changed = 0;
  for (const month of months) {
    options.signal?.throwIfAborted();
    const places = within?.filter(({ day }) => monthOf(day) === month);
    const only = places === undefined ? undefined : sql`workspace = ${workspace} AND ${placesSql(places)}`;
    changed += await withWriteLock(columnar, () =>
      rollUpMonth(columnar, { workspace }, month, options, only),
    );
  }
  return changed;
}
