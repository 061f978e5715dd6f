// Writes rows of one month anew, by the way that costs least later. When much changes, the month is built beside the live one
// and swapped in (REPLACE PARTITION: atomic, readers see the old or the new, a kill leaves the old). When little changes, new
// versions are appended: they cost reads a merge, and rebuilding a month for a few rows would cost more.
import { ident, join, type Sql, sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import { dangerouslyTrustSql } from "../trusted-sql.ts";

/**
 * Share of a month's rows above which it is rebuilt. With a third of all rows in a second version FINAL costs a second for
 * 10 million rows until they are merged; a twentieth is chosen to stay well below that.
 */
const REBUILD_ABOVE_SHARE = 0.05;

export type RewrittenTable = "utterances" | "conversations";

export type MonthRewrite = {
  readonly table: RewrittenTable;
  /** Such as 202603. */
  readonly month: number;
  /** Columns that stay, `version` not among them. */
  readonly kept: readonly string[];
  /** Columns that may change. */
  readonly renewed: readonly string[];
  /** Selects every living row of the month, changed or not, with its columns and `after_…` for each renewed one. */
  readonly rows: Sql;
  /** `rows` are not the whole month: what changes is appended then, however much it is. */
  readonly isPart?: boolean;
};

function monthLiteral(month: number): Sql {
  if (!Number.isInteger(month) || month < 197_001 || month > 214_912)
    throw new RangeError(`not a month: ${month}`);
  return dangerouslyTrustSql(String(month));
}

/** Months in which the workspace has rows. */
export async function listMonths(
  columnar: Columnar,
  table: RewrittenTable,
  workspace: string,
  options: ExecOptions,
): Promise<number[]> {
  const rows = await columnar.query<{ month: number }>(
    sql`SELECT DISTINCT toYYYYMM(day) AS month FROM ${ident(table)} WHERE workspace = ${workspace} ORDER BY month`,
    options,
  );
  return rows.map((row) => row.month);
}

/** A distributed table has no parts of its own to swap: there new versions are appended whatever their share. */
async function canSwapMonths(
  columnar: Columnar,
  table: RewrittenTable,
  options: ExecOptions,
): Promise<boolean> {
  const rows = await columnar.query<{ engine: string }>(
    sql`SELECT engine FROM system.tables WHERE database = currentDatabase() AND name = ${table}`,
    options,
  );
  return rows[0]?.engine !== "Distributed";
}

/** Writes what changed and says how many rows that were. Runs under the write lock of the store. */
export async function rewriteMonth(
  columnar: Columnar,
  rewrite: MonthRewrite,
  options: ExecOptions,
): Promise<{ readonly changed: number; readonly way: "none" | "append" | "rebuild" }> {
  const { table, month, rows } = rewrite;
  const list = (names: readonly string[], before = "") =>
    join(
      names.map((name) => ident(before + name)),
      ", ",
    );
  const isChanged = sql`(${list(rewrite.renewed, "after_")}) != (${list(rewrite.renewed)})`;
  const columns = sql`${list(rewrite.kept)}, ${list(rewrite.renewed)}, version`;
  const values = sql`${list(rewrite.kept)}, ${list(rewrite.renewed, "after_")}, version + (${isChanged})`;
  const [count] = await columnar.query<{ changed: string; total: string }>(
    sql`SELECT countIf(${isChanged}) AS changed, count() AS total FROM (${rows})`,
    options,
  );
  const changed = Number(count?.changed ?? 0);
  if (changed === 0) return { changed, way: "none" };
  const isLittle = rewrite.isPart === true || changed <= Number(count?.total ?? 0) * REBUILD_ABOVE_SHARE;
  if (isLittle || !(await canSwapMonths(columnar, table, options))) {
    await columnar.exec(
      sql`INSERT INTO ${ident(table)} (${columns}) SELECT ${values} FROM (${rows}) WHERE ${isChanged}`,
      options,
    );
    return { changed, way: "append" };
  }
  const beside = ident(`${table}_rebuilt`);
  await columnar.exec(sql`CREATE TABLE IF NOT EXISTS ${beside} AS ${ident(table)}`, options);
  await columnar.exec(sql`TRUNCATE TABLE ${beside}`, options);
  await columnar.exec(sql`INSERT INTO ${beside} (${columns}) SELECT ${values} FROM (${rows})`, options);
  await columnar.exec(
    sql`ALTER TABLE ${ident(table)} REPLACE PARTITION ${monthLiteral(month)} FROM ${beside}`,
    options,
  );
  await columnar.exec(sql`DROP TABLE ${beside}`, options);
  return { changed, way: "rebuild" };
}
