import type { TopicLevel } from "../core/curation.ts";
import { DEFAULT_LENS } from "../core/lens.ts";
import type { RecordsDb } from "./records.ts";
import type { Row } from "./schema.ts";
import { RUN_COLUMNS, type TopicRun } from "./topic-runs.ts";

export type RunLineage = {
  readonly run: TopicRun;
  readonly changes: readonly Row<"topic_lineage">[];
};

/** The newest runs first, each with what it did to the topics of a level. */
export async function listLineage(
  db: RecordsDb,
  workspace: string,
  {
    level,
    runs,
    lens = DEFAULT_LENS.id,
  }: { readonly level: TopicLevel; readonly runs: number; readonly lens?: string },
): Promise<RunLineage[]> {
  const found = await db
    .selectFrom("topic_runs")
    .select(RUN_COLUMNS)
    .where("workspace", "=", workspace)
    .where("lens", "=", lens)
    .orderBy("finished_at", "desc")
    .orderBy("id")
    .limit(runs)
    .execute();
  if (found.length === 0) return [];
  const rows = await db
    .selectFrom("topic_lineage")
    .selectAll()
    .where("workspace", "=", workspace)
    .where("level", "=", level)
    .where(
      "run_id",
      "in",
      found.map(({ id }) => id),
    )
    .orderBy("id")
    .execute();
  const byRun = Map.groupBy(rows, (row) => row.run_id);
  return found.map((run) => ({ run, changes: byRun.get(run.id) ?? [] }));
}
