// The people who may sign in: listed, added, changed, shut out, taken away. A workspace never loses its last administrator
// who can sign in: whoever would take that away is refused. Passwords and sessions are better-auth's.
import { AppError } from "../core/errors.ts";
import { newId } from "../core/ids.ts";
import type { RecordsDb } from "./records.ts";
import type { ApiKeyRole } from "./schema.ts";

/** `invited` has chosen no password yet, or none since the last reset. */
export type AccountState = "invited" | "active" | "disabled";

export type Account = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly access: ApiKeyRole;
  readonly state: AccountState;
  readonly createdAt: Date;
  /** When a session of theirs was last renewed; null without a session. */
  readonly lastSeenAt: Date | null;
};

export type AccountChanges = {
  readonly name?: string | undefined;
  readonly access?: ApiKeyRole | undefined;
  readonly disabled?: boolean | undefined;
};

const CREDENTIAL = "credential";

function selectAccounts(db: RecordsDb) {
  return db.selectFrom("auth_users as person").select(({ selectFrom, exists }) => [
    "person.id",
    "person.name",
    "person.email",
    "person.access",
    "person.created_at",
    "person.disabled_at",
    exists(
      selectFrom("auth_accounts as login")
        .select("login.id")
        .whereRef("login.user_id", "=", "person.id")
        .where("login.provider_id", "=", CREDENTIAL),
    ).as("has_password"),
    selectFrom("auth_sessions as session")
      .select(({ fn }) => fn.max("session.updated_at").as("at"))
      .whereRef("session.user_id", "=", "person.id")
      .as("last_seen_at"),
  ]);
}

type AccountRow = Awaited<ReturnType<ReturnType<typeof selectAccounts>["executeTakeFirstOrThrow"]>>;

function toAccount(row: AccountRow): Account {
  const { id, name, email, access, created_at: createdAt, last_seen_at: lastSeenAt } = row;
  const state = row.disabled_at !== null ? "disabled" : row.has_password ? "active" : "invited";
  return { id, name, email, access, state, createdAt, lastSeenAt };
}

/** In the order in which they were made. */
export async function listAccounts(db: RecordsDb): Promise<Account[]> {
  return (await selectAccounts(db).orderBy("person.created_at").orderBy("person.id").execute()).map(
    toAccount,
  );
}

/** Throws NOT_FOUND. */
export async function getAccount(db: RecordsDb, id: string): Promise<Account> {
  const row = await selectAccounts(db).where("person.id", "=", id).executeTakeFirst();
  if (!row) throw new AppError("NOT_FOUND", { kind: "account", id });
  return toAccount(row);
}

/** Whether nobody can sign in and administer: the first administrator is still to be made. */
export async function lacksAdministrator(db: RecordsDb): Promise<boolean> {
  return !(await listAccounts(db)).some(administers);
}

function administers({ state, access }: Account): boolean {
  return state === "active" && access === "admin";
}

/** Makes an account without a password, and returns its id. Throws CONFLICT when the e-mail address has one. */
export async function addAccount(
  db: RecordsDb,
  { name, email, access }: Pick<Account, "name" | "email" | "access">,
): Promise<string> {
  const id = newId();
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("auth_users")
    .values({ id, name, email: email.toLowerCase(), access, email_verified: false })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n)
    throw new AppError("CONFLICT", { problem: "There is an account with this e-mail address" });
  return id;
}

/**
 * Gives a person a password in place of any earlier one. Belongs into a transaction.
 *
 * @param passwordHash as better-auth makes it
 */
export async function setPassword(db: RecordsDb, userId: string, passwordHash: string): Promise<void> {
  await dropPassword(db, userId);
  const login = { id: newId(), user_id: userId, account_id: userId, provider_id: CREDENTIAL };
  await db
    .insertInto("auth_accounts")
    .values({ ...login, password: passwordHash })
    .execute();
}

/** Ends every session of theirs and lets the old password open nothing. */
export async function shutOut(db: RecordsDb, userId: string): Promise<void> {
  await dropPassword(db, userId);
  await endSessions(db, userId);
}

async function dropPassword(db: RecordsDb, userId: string): Promise<void> {
  await db
    .deleteFrom("auth_accounts")
    .where("user_id", "=", userId)
    .where("provider_id", "=", CREDENTIAL)
    .execute();
}

async function endSessions(db: RecordsDb, userId: string): Promise<void> {
  await db.deleteFrom("auth_sessions").where("user_id", "=", userId).execute();
}

/** A change of rights holds from the next request on; who is disabled is signed out at once. Throws NOT_FOUND, CONFLICT. */
export async function changeAccount(
  db: RecordsDb,
  id: string,
  { name, access, disabled }: AccountChanges,
): Promise<void> {
  await keepingAnAdministrator(db, id, async (transaction) => {
    await transaction
      .updateTable("auth_users")
      .set({
        updated_at: new Date(),
        ...(name === undefined ? {} : { name }),
        ...(access === undefined ? {} : { access }),
        ...(disabled === undefined ? {} : { disabled_at: disabled ? new Date() : null }),
      })
      .where("id", "=", id)
      .execute();
    if (disabled !== true) return;
    await endSessions(transaction, id);
    await transaction.deleteFrom("account_links").where("user_id", "=", id).execute();
  });
}

/** Takes the person away with sessions and links; what they did stays in the audit. Throws NOT_FOUND, CONFLICT. */
export async function removeAccount(db: RecordsDb, id: string): Promise<void> {
  await keepingAnAdministrator(db, id, async (transaction) => {
    await transaction.deleteFrom("auth_users").where("id", "=", id).execute();
  });
}

/** Makes a change to one person and undoes it when it took the last administrator away. */
async function keepingAnAdministrator(
  db: RecordsDb,
  id: string,
  change: (transaction: RecordsDb) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    // Two administrators who shut each other out at the same time: the second waits, and is refused.
    await transaction
      .selectFrom("auth_users")
      .select("id")
      .where("access", "=", "admin")
      .forUpdate()
      .execute();
    const wasAdministrator = administers(await getAccount(transaction, id));
    await change(transaction);
    if (wasAdministrator && (await lacksAdministrator(transaction)))
      throw new AppError("CONFLICT", {
        problem: "This is the last administrator; give somebody else the right to administer first",
      });
  });
}
