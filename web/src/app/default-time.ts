// Which stretch of time a page opens with: the last four weeks when there is anything in them, else all.
import type { Workspace } from "../../../src/contract/workspace.ts";
import { localDay } from "../ui/format.ts";

const DAYS = 28;
export const RECENT = "last 28 days";

/** `now` decides what is recent; a workspace whose last conversation is older, or ends in the future, opens on all of it. */
export function defaultTime(workspace: Pick<Workspace, "lastDay" | "timeZone">, now: Date): string {
  if (workspace.lastDay === null) return "all";
  const today = localDay(now.toISOString(), workspace.timeZone);
  const first = localDay(new Date(now.getTime() - DAYS * 86_400_000).toISOString(), workspace.timeZone);
  return workspace.lastDay > first && workspace.lastDay <= today ? RECENT : "all";
}
