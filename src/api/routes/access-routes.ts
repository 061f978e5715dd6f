// Who is asking, the first account, and API keys.

import { AppError } from "../../core/errors.ts";
import { createApiKey, deleteApiKey, listApiKeys } from "../../records/api-keys.ts";
import { addAudit } from "../../records/audit.ts";
import type { Accounts } from "../access/accounts.ts";
import { createAttemptLimit } from "../access/attempt-limit.ts";
import type { Handlers } from "../handler.ts";
import type { ApiServices } from "../services.ts";

/** The word that `setup` asks for can be guessed no faster. */
const SETUP_ATTEMPTS_A_MINUTE = 10;

type Names = "getSession" | "postSetup" | "getApiKeys" | "postApiKey" | "deleteApiKey";

export function accessRoutes(services: ApiServices, accounts: Accounts | undefined): Handlers<Names> {
  const { workspace, settings } = services;
  const { db } = services.records;
  const checkSetupAttempts = createAttemptLimit(services.clock, SETUP_ATTEMPTS_A_MINUTE);
  async function readKeys() {
    const keys = await listApiKeys(db, workspace);
    return keys.map((key) => ({
      id: key.id,
      name: key.name,
      access: key.role,
      createdAt: key.created_at.toISOString(),
      lastUsedAt: key.last_used_at?.toISOString() ?? null,
      expiresAt: key.expires_at?.toISOString() ?? null,
    }));
  }
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
    getApiKeys: async () => ({ apiKeys: await readKeys() }),
    async postApiKey({ body }, { caller }) {
      const { id, key } = await createApiKey(db, workspace, {
        name: body.name,
        role: body.access,
        ...(body.expiresAt === undefined ? {} : { expiresAt: new Date(body.expiresAt) }),
      });
      await addAudit(db, workspace, { actor: caller.actor, action: "api-key.create", subject: id });
      const made = (await readKeys()).find((entry) => entry.id === id);
      if (made === undefined) throw new AppError("NOT_FOUND", { kind: "API key", id });
      return { ...made, key };
    },
    async deleteApiKey({ params }, { caller }) {
      await deleteApiKey(db, workspace, params.id);
      await addAudit(db, workspace, { actor: caller.actor, action: "api-key.delete", subject: params.id });
      return { done: true };
    },
  };
}
