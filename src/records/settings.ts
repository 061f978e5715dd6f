// Settings that people change in the workbench, one JSON value a name. Settings of the installation are in `src/config`.
import type { RecordsDb } from "./records.ts";

export async function saveSetting(
  db: RecordsDb,
  workspace: string,
  name: string,
  value: unknown,
): Promise<void> {
  const row = { value: JSON.stringify(value), updated_at: new Date() };
  await db
    .insertInto("settings")
    .values({ workspace, name, ...row })
    .onConflict((conflict) => conflict.columns(["workspace", "name"]).doUpdateSet(row))
    .execute();
}

/** The value as it was saved, not yet checked; undefined when never set. */
export async function findSetting(db: RecordsDb, workspace: string, name: string): Promise<unknown> {
  const row = await db
    .selectFrom("settings")
    .select("value")
    .where("workspace", "=", workspace)
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.value;
}
