// Keys for programs.
import { AppError } from "../../core/errors.ts";
import { createApiKey, deleteApiKey, listApiKeys } from "../../records/api-keys.ts";
import { addAudit } from "../../records/audit.ts";
import type { Handlers } from "../handler.ts";
import type { ApiServices } from "../services.ts";

type Names = "getApiKeys" | "postApiKey" | "deleteApiKey";

export function apiKeyRoutes({
  records: { db },
  workspace,
}: Pick<ApiServices, "records" | "workspace">): Handlers<Names> {
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
