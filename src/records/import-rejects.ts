// Records that an import set aside: where each stands in its file and why, never what it said.
import type { RecordsDb } from "./records.ts";
import type { NewRow, Row } from "./schema.ts";

export type NewReject = Omit<NewRow<"import_rejects">, "id" | "workspace" | "import_id">;

/** Rows in one statement: nine parameters each, and PostgreSQL takes 65,535. */
const ROWS_AT_ONCE = 1_000;

export async function addRejects(
  db: RecordsDb,
  workspace: string,
  importId: string,
  rejects: readonly NewReject[],
): Promise<void> {
  for (let start = 0; start < rejects.length; start += ROWS_AT_ONCE) {
    const rows = rejects.slice(start, start + ROWS_AT_ONCE);
    await db
      .insertInto("import_rejects")
      .values(rows.map((reject) => ({ ...reject, workspace, import_id: importId })))
      .execute();
  }
}

/** In the order in which they were found. `after` is the id of the last row of the page before. */
export async function listRejects(
  db: RecordsDb,
  workspace: string,
  importId: string,
  page: { readonly after?: number; readonly limit?: number } = {},
): Promise<Row<"import_rejects">[]> {
  return db
    .selectFrom("import_rejects")
    .selectAll()
    .where("workspace", "=", workspace)
    .where("import_id", "=", importId)
    .where("id", ">", page.after ?? 0)
    .orderBy("id")
    .limit(page.limit ?? 1_000)
    .execute();
}

/** How many there are of each reason, the most frequent first. */
export async function countRejectsByReason(
  db: RecordsDb,
  workspace: string,
  importId: string,
): Promise<{ reason: string; count: number }[]> {
  const rows = await db
    .selectFrom("import_rejects")
    .select((builder) => ["reason", builder.fn.countAll<number>().as("count")])
    .where("workspace", "=", workspace)
    .where("import_id", "=", importId)
    .groupBy("reason")
    .orderBy("count", "desc")
    .orderBy("reason")
    .execute();
  return rows.map((row) => ({ reason: row.reason, count: Number(row.count) }));
}
