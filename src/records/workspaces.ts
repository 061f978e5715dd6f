// Workspaces: one in the local mode, several on a server. Each has a secret key for its pseudonyms, made here.
import { randomBytes } from "node:crypto";
import { AppError } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import type { RecordsDb } from "./records.ts";
import type { Changes, Row } from "./schema.ts";

export type NewWorkspace = { readonly id?: string; readonly name: string; readonly timeZone?: string };

/** Makes a workspace with a fresh secret key. */
export async function createWorkspace(db: RecordsDb, workspace: NewWorkspace): Promise<Row<"workspaces">> {
  return db
    .insertInto("workspaces")
    .values({
      id: workspace.id ?? newId(),
      name: workspace.name,
      ...(workspace.timeZone === undefined ? {} : { time_zone: workspace.timeZone }),
      secret_key: randomBytes(32).toString("hex"),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The workspace of this id, made if there is none; safe to call from several processes at once. */
export async function ensureWorkspace(
  db: RecordsDb,
  workspace: NewWorkspace & { readonly id: string },
): Promise<Row<"workspaces">> {
  await db
    .insertInto("workspaces")
    .values({ id: workspace.id, name: workspace.name, secret_key: randomBytes(32).toString("hex") })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  return getWorkspace(db, workspace.id);
}

/** Throws NOT_FOUND. */
export async function getWorkspace(db: RecordsDb, id: string): Promise<Row<"workspaces">> {
  const row = await db.selectFrom("workspaces").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw new AppError("NOT_FOUND", { kind: "workspace", id });
  return row;
}

export async function listWorkspaces(db: RecordsDb): Promise<Row<"workspaces">[]> {
  return db.selectFrom("workspaces").selectAll().orderBy("created_at").orderBy("id").execute();
}

export async function updateWorkspace(
  db: RecordsDb,
  id: string,
  changes: Pick<Changes<"workspaces">, "name" | "time_zone" | "week_start" | "redaction_policy">,
): Promise<void> {
  await db.updateTable("workspaces").set(changes).where("id", "=", id).execute();
}

/** Takes the workspace and all records of it away. The analytics rows are deleted by `deleteWorkspaceData`. */
export async function deleteWorkspace(db: RecordsDb, id: string): Promise<void> {
  await db.deleteFrom("workspaces").where("id", "=", id).execute();
}
