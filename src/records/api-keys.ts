// API keys: shown once when made, kept as a hash. A key is 256 random bits, so a plain SHA-256 of it is enough.
import { hash, randomBytes } from "node:crypto";
import { newId } from "../core/ids.ts";
import type { RecordsDb } from "./records.ts";
import type { ApiKeyRole, Row } from "./schema.ts";

const PREFIX = "parlance_";

export type ApiKeyInfo = Omit<Row<"api_keys">, "hash">;

/** Makes a key. `key` is given back here and never again. */
export async function createApiKey(
  db: RecordsDb,
  workspace: string,
  wanted: { readonly name: string; readonly role: ApiKeyRole; readonly expiresAt?: Date },
): Promise<{ readonly id: string; readonly key: string }> {
  const key = PREFIX + randomBytes(32).toString("base64url");
  const id = newId();
  await db
    .insertInto("api_keys")
    .values({
      id,
      workspace,
      name: wanted.name,
      role: wanted.role,
      hash: hash("sha256", key, "hex"),
      expires_at: wanted.expiresAt ?? null,
    })
    .execute();
  return { id, key };
}

/** Whose key it is; undefined for an unknown or expired one. Notes the use, at most once a minute. */
export async function findApiKey(
  db: RecordsDb,
  key: string,
  now = new Date(),
): Promise<ApiKeyInfo | undefined> {
  if (!key.startsWith(PREFIX)) return undefined;
  const row = await db
    .selectFrom("api_keys")
    .select(["id", "workspace", "name", "role", "created_at", "last_used_at", "expires_at"])
    .where("hash", "=", hash("sha256", key, "hex"))
    .executeTakeFirst();
  if (!row || (row.expires_at !== null && row.expires_at <= now)) return undefined;
  if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() > 60_000) {
    await db.updateTable("api_keys").set({ last_used_at: now }).where("id", "=", row.id).execute();
  }
  return row;
}

export async function listApiKeys(db: RecordsDb, workspace: string): Promise<ApiKeyInfo[]> {
  return db
    .selectFrom("api_keys")
    .select(["id", "workspace", "name", "role", "created_at", "last_used_at", "expires_at"])
    .where("workspace", "=", workspace)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

export async function deleteApiKey(db: RecordsDb, workspace: string, id: string): Promise<void> {
  await db.deleteFrom("api_keys").where("workspace", "=", workspace).where("id", "=", id).execute();
}
