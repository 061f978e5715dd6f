// One-time links with which a person chooses a password: after being added, or after a reset. No mail is sent: whoever made
// the link hands it over. A new link ends the one before.
import { hash, randomBytes } from "node:crypto";
import { AppError } from "../core/errors.ts";
import { type Account, getAccount, setPassword, shutOut } from "./accounts.ts";
import type { RecordsDb } from "./records.ts";

const LASTS_MS = 7 * 86_400_000;

/**
 * Makes a link; `token` is given back here and never again. A password that there was opens nothing any more, and every
 * session is ended.
 *
 * @throws AppError NOT_FOUND, or CONFLICT for a disabled account
 */
export async function createAccountLink(
  db: RecordsDb,
  userId: string,
  now = new Date(),
): Promise<{ readonly token: string; readonly expiresAt: Date }> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + LASTS_MS);
  await db.transaction().execute(async (transaction) => {
    const { state } = await getAccount(transaction, userId);
    if (state === "disabled")
      throw new AppError("CONFLICT", { problem: "The account is disabled; enable it first" });
    await shutOut(transaction, userId);
    const row = { hash: hash("sha256", token, "hex"), created_at: now, expires_at: expiresAt };
    await transaction
      .insertInto("account_links")
      .values({ user_id: userId, ...row })
      .onConflict((conflict) => conflict.column("user_id").doUpdateSet(row))
      .execute();
  });
  return { token, expiresAt };
}

/** Whose link it is; undefined when it is unknown, used or too old. */
export async function findAccountLink(
  db: RecordsDb,
  token: string,
  now = new Date(),
): Promise<Account | undefined> {
  const row = await db
    .selectFrom("account_links")
    .select("user_id")
    .where("hash", "=", hash("sha256", token, "hex"))
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return row && getAccount(db, row.user_id);
}

/** Uses the link up and sets the password. Returns whose it was; undefined when the link opens nothing. */
export async function redeemAccountLink(
  db: RecordsDb,
  token: string,
  passwordHash: string,
  now = new Date(),
): Promise<Account | undefined> {
  return db.transaction().execute(async (transaction) => {
    const used = await transaction
      .deleteFrom("account_links")
      .where("hash", "=", hash("sha256", token, "hex"))
      .where("expires_at", ">", now)
      .returning("user_id")
      .executeTakeFirst();
    if (used === undefined) return undefined;
    await setPassword(transaction, used.user_id, passwordHash);
    return getAccount(transaction, used.user_id);
  });
}
