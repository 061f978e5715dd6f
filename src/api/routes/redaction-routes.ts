// What happens to personal data from now on: the workspace's redaction policy, type by type, and the company's own names.
import {
  actionFor,
  DEFAULT_REDACTION_POLICY,
  type RedactionPolicy,
  readRedactionPolicy,
} from "../../core/redaction-policy.ts";
import { CONTEXT_TYPES, REDACTION_TYPES, type RedactionType } from "../../core/redaction-tag.ts";
import { addAudit } from "../../records/audit.ts";
import { getWorkspace, updateWorkspace } from "../../records/workspaces.ts";
import type { Handlers } from "../handler.ts";
import type { ApiServices } from "../services.ts";

type Names = "getRedaction" | "patchRedaction";

export function redactionRoutes({
  records: { db },
  workspace,
}: Pick<ApiServices, "records" | "workspace">): Handlers<Names> {
  const read = async () => readRedactionPolicy((await getWorkspace(db, workspace)).redaction_policy);
  return {
    getRedaction: async () => describe(await read()),
    async patchRedaction({ body: { actions, ownNames } }, { caller }) {
      const before = await read();
      const policy: RedactionPolicy = {
        ...before,
        perType: { ...before.perType, ...actions },
        ...(ownNames === undefined ? {} : { ownNames: [...new Set(ownNames)] }),
      };
      await updateWorkspace(db, workspace, { redaction_policy: JSON.stringify(policy) });
      const details = { ...actions, ...(ownNames && { ownNames: ownNames.length }) };
      await addAudit(db, workspace, {
        actor: caller.actor,
        action: "redaction.change",
        subject: workspace,
        details,
      });
      return describe(policy);
    },
  };
}

function describe(policy: RedactionPolicy) {
  const row = (kind: "personal" | "context") => (type: RedactionType) => ({
    type,
    kind,
    action: actionFor(policy, type),
    usual: actionFor(DEFAULT_REDACTION_POLICY, type),
  });
  return {
    types: [...REDACTION_TYPES.map(row("personal")), ...CONTEXT_TYPES.map(row("context"))],
    ownNames: policy.ownNames ?? [],
  };
}
