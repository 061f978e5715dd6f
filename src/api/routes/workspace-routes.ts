// The workspace: what it is called, how it cuts time, what it holds.
import { readWorkspaceSummary } from "../../columnar/read/workspace-summary.ts";
import { addAudit } from "../../records/audit.ts";
import { saveSetting } from "../../records/settings.ts";
import { findLatestTopicRun } from "../../records/topic-runs.ts";
import { getWorkspace, updateWorkspace } from "../../records/workspaces.ts";
import type { Handlers, RequestScope } from "../handler.ts";
import { readSmallestGroup, SMALLEST_GROUP } from "../read-scope.ts";
import type { ApiServices } from "../services.ts";

type Names = "getWorkspace" | "patchWorkspace";

export function workspaceRoutes(services: ApiServices): Handlers<Names> {
  const { workspace, settings } = services;
  const { db } = services.records;
  async function describe(scope: RequestScope) {
    const [record, smallestGroup, summary, run] = await Promise.all([
      getWorkspace(db, workspace),
      readSmallestGroup(db, workspace),
      scope.readContext().then((context) => readWorkspaceSummary(services.columnar, context)),
      findLatestTopicRun(db, workspace),
    ]);
    return {
      id: record.id,
      name: record.name,
      timeZone: record.time_zone,
      weekStart: record.week_start,
      smallestGroup,
      mode: settings.mode,
      ...summary,
      sample: services.sampleProgress(),
      encoder: run?.encoder ?? "",
      version: settings.version,
    };
  }
  return {
    getWorkspace: (_, scope) => describe(scope),
    async patchWorkspace({ body }, scope) {
      const { name, timeZone, weekStart, smallestGroup } = body;
      const changes = {
        ...(name === undefined ? {} : { name }),
        ...(timeZone === undefined ? {} : { time_zone: timeZone }),
        ...(weekStart === undefined ? {} : { week_start: weekStart }),
      };
      if (Object.keys(changes).length > 0) await updateWorkspace(db, workspace, changes);
      if (smallestGroup !== undefined) await saveSetting(db, workspace, SMALLEST_GROUP, smallestGroup);
      const { actor } = scope.caller;
      await addAudit(db, workspace, { actor, action: "workspace.change", subject: workspace, details: body });
      return describe(scope);
    },
  };
}
