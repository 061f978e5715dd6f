// Sources: where conversations come from. A source is known by its name within a workspace.
import { newId } from "../core/ids.ts";
import type { RecordsDb } from "./records.ts";
import type { Row } from "./schema.ts";

/** The source of this name, made if there is none. A format given later replaces the one known. */
export async function ensureSource(
  db: RecordsDb,
  workspace: string,
  source: { readonly name: string; readonly format?: string },
): Promise<Row<"sources">> {
  return db
    .insertInto("sources")
    .values({ id: newId(), workspace, name: source.name, format: source.format ?? null })
    .onConflict((conflict) =>
      conflict.columns(["workspace", "name"]).doUpdateSet((builder) => ({
        format: builder.fn.coalesce("excluded.format", "sources.format"),
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function listSources(db: RecordsDb, workspace: string): Promise<Row<"sources">[]> {
  return db.selectFrom("sources").selectAll().where("workspace", "=", workspace).orderBy("name").execute();
}
