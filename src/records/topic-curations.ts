// The log of people's edits of the topic tree, and the tree as it stands with them. Rows are only ever added.
import type { LogEntry, LoggedEdit, LogState } from "../core/curation-log.ts";
import { readLog } from "../core/curation-log.ts";
import { buildTopicTree, type TopicTree } from "../core/topic-tree.ts";
import type { RecordsDb } from "./records.ts";
import { listStoredTopics } from "./topics.ts";

export async function addCuration(
  db: RecordsDb,
  workspace: string,
  { actor, edit, at = new Date() }: { readonly actor: string; readonly edit: LoggedEdit; readonly at?: Date },
): Promise<LogEntry> {
  const row = await db
    .insertInto("topic_curations")
    .values({ workspace, actor, edit: JSON.stringify(edit), at })
    .returning(["id", "at"])
    .executeTakeFirstOrThrow();
  return { id: Number(row.id), at: row.at, actor, edit };
}

/** All entries, in the order in which they were made. */
export async function listCurations(db: RecordsDb, workspace: string): Promise<LogEntry[]> {
  const rows = await db
    .selectFrom("topic_curations")
    .select(["id", "at", "actor", "edit"])
    .where("workspace", "=", workspace)
    .orderBy("id")
    .execute();
  return rows.map(({ id, at, actor, edit }) => ({ id: Number(id), at, actor, edit }));
}

export type CuratedTree = {
  readonly tree: TopicTree;
  readonly log: LogState;
  readonly entries: readonly LogEntry[];
};

/** The tree that people see, and the log that made it so. */
export async function loadCuratedTree(db: RecordsDb, workspace: string): Promise<CuratedTree> {
  const [stored, entries] = await Promise.all([
    listStoredTopics(db, workspace),
    listCurations(db, workspace),
  ]);
  const log = readLog(entries);
  const tree = buildTopicTree(
    stored,
    log.active.map(({ edit }) => edit),
    log.undone.map(({ edit }) => edit),
  );
  return { tree, log, entries };
}
