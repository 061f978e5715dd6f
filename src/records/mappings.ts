// Saved column mappings: one a source.
import type { RecordsDb } from "./records.ts";

export async function saveMapping(
  db: RecordsDb,
  workspace: string,
  source: string,
  mapping: Record<string, unknown>,
): Promise<void> {
  const row = { mapping: JSON.stringify(mapping), updated_at: new Date() };
  await db
    .insertInto("mappings")
    .values({ workspace, source, ...row })
    .onConflict((conflict) => conflict.columns(["workspace", "source"]).doUpdateSet(row))
    .execute();
}

export async function findMapping(
  db: RecordsDb,
  workspace: string,
  source: string,
): Promise<Record<string, unknown> | undefined> {
  const row = await db
    .selectFrom("mappings")
    .select("mapping")
    .where("workspace", "=", workspace)
    .where("source", "=", source)
    .executeTakeFirst();
  return row?.mapping;
}
