// Who did what: rows are only ever added.
import type { RecordsDb } from "./records.ts";
import type { Row } from "./schema.ts";

export type AuditEntry = {
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  /** Keys and settings; never texts of conversations. */
  readonly details?: Readonly<Record<string, unknown>>;
};

export async function addAudit(db: RecordsDb, workspace: string, entry: AuditEntry): Promise<void> {
  const { details = {}, ...rest } = entry;
  await db
    .insertInto("audit")
    .values({ workspace, ...rest, details: JSON.stringify(details) })
    .execute();
}

/** The newest first. */
export async function listAudit(db: RecordsDb, workspace: string, limit = 100): Promise<Row<"audit">[]> {
  return db
    .selectFrom("audit")
    .selectAll()
    .where("workspace", "=", workspace)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}
