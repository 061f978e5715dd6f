// The people who may sign in, and the one-time links with which they choose a password.
import { AppError } from "../../core/errors.ts";
import { createAccountLink, findAccountLink, redeemAccountLink } from "../../records/account-links.ts";
import {
  type Account,
  addAccount,
  changeAccount,
  getAccount,
  listAccounts,
  removeAccount,
} from "../../records/accounts.ts";
import { addAudit } from "../../records/audit.ts";
import type { Accounts } from "../access/accounts.ts";
import { createAttemptLimit } from "../access/attempt-limit.ts";
import type { Caller } from "../access/caller.ts";
import type { Handlers } from "../handler.ts";
import type { ApiServices } from "../services.ts";

/** Tokens have 256 bits; this bounds the work that strangers can ask for. */
const JOIN_ATTEMPTS_A_MINUTE = 60;

type Names =
  | "getAccounts"
  | "postAccount"
  | "patchAccount"
  | "deleteAccount"
  | "postAccountLink"
  | "leave"
  | "findJoin"
  | "join";

export function accountRoutes(
  services: Pick<ApiServices, "records" | "workspace" | "clock"> & {
    readonly settings: Pick<ApiServices["settings"], "publicUrl">;
  },
  accounts: Pick<Accounts, "hashPassword"> | undefined,
): Handlers<Names> {
  const { workspace, settings } = services;
  const { db } = services.records;
  const checkAttempts = createAttemptLimit(services.clock, JOIN_ATTEMPTS_A_MINUTE);
  const now = () => new Date(services.clock());
  const audit = (caller: Caller, action: string, subject: string, details = {}) =>
    addAudit(db, workspace, { actor: caller.actor, action: `account.${action}`, subject, details });
  async function makeLink(id: string) {
    const { token, expiresAt } = await createAccountLink(db, id, now());
    // After the hash, so that the token reaches no log of a proxy.
    const link = `${settings.publicUrl.replace(/\/$/, "")}/join#${token}`;
    return { link, expiresAt: expiresAt.toISOString() };
  }
  function refuseOnOneself(caller: Caller, id: string, problem: string): void {
    if (caller.user?.id === id) throw new AppError("CONFLICT", { problem });
  }
  return {
    getAccounts: async () => ({ accounts: (await listAccounts(db)).map(describe) }),
    async postAccount({ body }, { caller }) {
      const id = await addAccount(db, body);
      await audit(caller, "create", id, { access: body.access });
      const link = await makeLink(id);
      return { account: describe(await getAccount(db, id)), ...link };
    },
    async patchAccount({ params: { id }, body }, { caller }) {
      await changeAccount(db, id, body);
      const { name: _, ...rights } = body;
      await audit(caller, "change", id, rights);
      return describe(await getAccount(db, id));
    },
    async deleteAccount({ params: { id } }, { caller }) {
      await removeAccount(db, id);
      await audit(caller, "remove", id);
      return { done: true };
    },
    async postAccountLink({ params: { id } }, { caller }) {
      refuseOnOneself(caller, id, "Change your own password instead; a link would sign you out");
      const link = await makeLink(id);
      await audit(caller, "reset", id);
      return link;
    },
    async leave(_, { caller }) {
      if (caller.user === null)
        throw new AppError("CONFLICT", { problem: "Only a person with an account can leave" });
      await removeAccount(db, caller.user.id);
      await audit(caller, "leave", caller.user.id);
      return { done: true };
    },
    async findJoin({ body }) {
      checkAttempts();
      const { name, email } = orRefuse(await findAccountLink(db, body.token, now()));
      return { name, email };
    },
    async join({ body }) {
      checkAttempts();
      if (accounts === undefined)
        throw new AppError("CONFLICT", { problem: "This server asks nobody to sign in" });
      const hash = await accounts.hashPassword(body.password);
      const { id, email } = orRefuse(await redeemAccountLink(db, body.token, hash, now()));
      await addAudit(db, workspace, { actor: `user:${id}`, action: "account.join", subject: id });
      return { email };
    },
  };
}

function describe({ createdAt, lastSeenAt, ...account }: Account) {
  return {
    ...account,
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt === null ? null : new Date(lastSeenAt).toISOString(),
  };
}

function orRefuse(account: Account | undefined): Account {
  if (account === undefined) throw new AppError("LINK_SPENT");
  return account;
}
