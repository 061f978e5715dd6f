// What every read of a request is told: the workspace's calendar and smallest group, the names of topics and audiences, and
// the saved filters in the place of their ids.
import type { ReadContext } from "../columnar/read/read-context.ts";
import { DEFAULT_LENS } from "../core/lens.ts";
import type { TopicTree } from "../core/topic-tree.ts";
import { describeFilter } from "../query/describe-filter.ts";
import { expandTopics } from "../query/expand-topics.ts";
import { everything, type Filter, filterSchema } from "../query/filter.ts";
import { expandAudiences, findAudiences } from "../query/filter-tree.ts";
import { DEFAULT_SMALLEST_GROUP } from "../query/smallest-group.ts";
import { listAudiences } from "../records/audiences.ts";
import { getLens } from "../records/lenses.ts";
import type { RecordsDb } from "../records/records.ts";
import { findSetting } from "../records/settings.ts";
import { loadCuratedTree, loadOtherTrees } from "../records/topic-curations.ts";
import { getWorkspace } from "../records/workspaces.ts";
import type { ApiServices } from "./services.ts";

/** Name of the workspace's setting. */
export const SMALLEST_GROUP = "smallest-group";

export async function readSmallestGroup(db: RecordsDb, workspace: string): Promise<number> {
  const value = await findSetting(db, workspace, SMALLEST_GROUP);
  return typeof value === "number" && value >= 1 ? value : DEFAULT_SMALLEST_GROUP;
}

export async function createReadContext(
  services: Pick<ApiServices, "records" | "workspace" | "clock">,
  tag: string,
  given: { readonly signal?: AbortSignal | undefined; readonly lens?: string | undefined } = {},
): Promise<ReadContext> {
  const { records, workspace } = services;
  const { signal } = given;
  const lensId = otherLens(given.lens);
  if (lensId !== undefined) await getLens(records.db, workspace, lensId);
  const [record, smallestGroup, { tree }] = await Promise.all([
    getWorkspace(records.db, workspace),
    readSmallestGroup(records.db, workspace),
    loadCuratedTree(records.db, workspace, lensId),
  ]);
  return {
    workspace,
    calendar: { timeZone: record.time_zone, weekStart: record.week_start },
    now: services.clock(),
    tag,
    smallestGroup,
    topics: tree,
    ...(lensId === undefined ? {} : { lensId }),
    ...(signal === undefined ? {} : { signal }),
  };
}

/** The id of a lens beside the default one; undefined for that. */
export function otherLens(lens: string | undefined): string | undefined {
  return lens === DEFAULT_LENS.id ? undefined : lens;
}

/** What a stored topic is called today, by every id that a row or a filter may name. */
export function namesIn(tree: TopicTree): ReadonlyMap<number, string> {
  return new Map(tree.storedIds.map((id) => [id, tree.resolve(id)?.name ?? tree.nameOf(id)]));
}

/**
 * The filter with its audiences in place and its topics as rows carry them, and in words. An unknown audience stays and is
 * refused by the query layer.
 */
export async function resolveFilter(
  db: RecordsDb,
  workspace: string,
  filter: Filter = everything,
): Promise<{
  readonly filter: Filter;
  readonly words: string;
  readonly topics: ReadonlyMap<number, string>;
}> {
  const needed = findAudiences(filter).length > 0;
  const [audiences, { tree }, others] = await Promise.all([
    needed ? listAudiences(db, workspace) : [],
    loadCuratedTree(db, workspace),
    loadOtherTrees(db, workspace),
  ]);
  const saved = new Map(audiences.map((audience) => [audience.id, filterSchema.parse(audience.filter)]));
  const topics = new Map([...namesIn(others), ...namesIn(tree)]);
  const names = { topics, audiences: new Map(audiences.map((audience) => [audience.id, audience.name])) };
  return {
    filter: expandTopics(expandAudiences(filter, saved), tree, others),
    words: describeFilter(filter, names),
    topics,
  };
}
