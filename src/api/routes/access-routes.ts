// Who is asking, and the first account.
import { AppError } from "../../core/errors.ts";
import { addAudit } from "../../records/audit.ts";
import type { Accounts } from "../access/accounts.ts";
import { createAttemptLimit } from "../access/attempt-limit.ts";
import type { Handlers } from "../handler.ts";
import type { ApiServices } from "../services.ts";

/** The word that `setup` asks for can be guessed no faster. */
const SETUP_ATTEMPTS_A_MINUTE = 10;

type Names = "getSession" | "postSetup";

export function accessRoutes(services: ApiServices, accounts: Accounts | undefined): Handlers<Names> {
  const { workspace, settings } = services;
  const { db } = services.records;
  const checkSetupAttempts = createAttemptLimit(services.clock, SETUP_ATTEMPTS_A_MINUTE);
  return {
    getSession: async (_, { caller }) => ({
      mode: settings.mode,
      needsSetup: (await accounts?.needsSetup()) ?? false,
      user: caller.user,
      access: caller.access,
    }),
    async postSetup({ body }) {
      if (accounts === undefined) throw new AppError("FORBIDDEN", { problem: "this server has no accounts" });
      checkSetupAttempts();
      await accounts.setUp(body);
      await addAudit(db, workspace, { actor: "setup", action: "account.create", subject: "first" });
      return { done: true };
    },
  };
}
