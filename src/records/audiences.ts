// Audiences: saved filters.
import { AppError } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import type { RecordsDb } from "./records.ts";
import type { Row } from "./schema.ts";

/** Saves a filter under a name; the same name again replaces the filter and keeps the id. */
export async function saveAudience(
  db: RecordsDb,
  workspace: string,
  audience: { readonly name: string; readonly filter: unknown },
): Promise<Row<"audiences">> {
  const filter = JSON.stringify(audience.filter);
  return db
    .insertInto("audiences")
    .values({ id: newId(), workspace, name: audience.name, filter })
    .onConflict((conflict) =>
      conflict.columns(["workspace", "name"]).doUpdateSet({ filter, updated_at: new Date() }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Throws NOT_FOUND. */
export async function getAudience(db: RecordsDb, workspace: string, id: string): Promise<Row<"audiences">> {
  const row = await db
    .selectFrom("audiences")
    .selectAll()
    .where("workspace", "=", workspace)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw new AppError("NOT_FOUND", { kind: "audience", id });
  return row;
}

export async function listAudiences(db: RecordsDb, workspace: string): Promise<Row<"audiences">[]> {
  return db.selectFrom("audiences").selectAll().where("workspace", "=", workspace).orderBy("name").execute();
}

export async function deleteAudience(db: RecordsDb, workspace: string, id: string): Promise<void> {
  await db.deleteFrom("audiences").where("workspace", "=", workspace).where("id", "=", id).execute();
}
