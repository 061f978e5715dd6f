// The log of people's edits of the topic tree, and the tree as it stands with them. Rows are only ever added.
import type { LogEntry, LoggedEdit, LogState } from "../core/curation-log.ts";
import { readLog } from "../core/curation-log.ts";
import { DEFAULT_LENS } from "../core/lens.ts";
import { buildTopicTree, type TopicTree } from "../core/topic-tree.ts";
import type { RecordsDb } from "./records.ts";
import { isLens, type LensChoice, listStoredTopics } from "./topics.ts";

export async function addCuration(
  db: RecordsDb,
  workspace: string,
  {
    actor,
    edit,
    at = new Date(),
    lens = DEFAULT_LENS.id,
  }: { readonly actor: string; readonly edit: LoggedEdit; readonly at?: Date; readonly lens?: string },
): Promise<LogEntry> {
  const row = await db
    .insertInto("topic_curations")
    .values({ workspace, lens, actor, edit: JSON.stringify(edit), at })
    .returning(["id", "at"])
    .executeTakeFirstOrThrow();
  return { id: Number(row.id), at: row.at, actor, edit };
}

/** All entries of some lenses, in the order in which they were made. */
export async function listCurations(
  db: RecordsDb,
  workspace: string,
  lenses: LensChoice = { only: DEFAULT_LENS.id },
): Promise<LogEntry[]> {
  const rows = await db
    .selectFrom("topic_curations")
    .select(["id", "at", "actor", "edit"])
    .where("workspace", "=", workspace)
    .where("lens", ...isLens(lenses))
    .orderBy("id")
    .execute();
  return rows.map(({ id, at, actor, edit }) => ({ id: Number(id), at, actor, edit }));
}

export type CuratedTree = {
  readonly tree: TopicTree;
  readonly log: LogState;
  readonly entries: readonly LogEntry[];
};

/** The tree of a lens as people see it, and the log that made it so. */
export async function loadCuratedTree(
  db: RecordsDb,
  workspace: string,
  lens: string = DEFAULT_LENS.id,
): Promise<CuratedTree> {
  return loadTree(db, workspace, { only: lens });
}

/** The trees of all lenses but the default one, side by side as one: ids are given once in a workspace. */
export async function loadOtherTrees(db: RecordsDb, workspace: string): Promise<TopicTree> {
  return (await loadTree(db, workspace, { allBut: DEFAULT_LENS.id })).tree;
}

async function loadTree(db: RecordsDb, workspace: string, lenses: LensChoice): Promise<CuratedTree> {
  const [stored, entries] = await Promise.all([
    listStoredTopics(db, workspace, lenses),
    listCurations(db, workspace, lenses),
  ]);
  const log = readLog(entries);
  const tree = buildTopicTree(
    stored,
    log.active.map(({ edit }) => edit),
    log.undone.map(({ edit }) => edit),
  );
  return { tree, log, entries };
}
