// The topics that new texts can be put to, with what assigning needs: those that a run found or a person made with texts.
import { dotRows, type Rows } from "../../mining/topics/rows.ts";
import type { RecordsDb } from "../../records/records.ts";
import { loadCuratedTree } from "../../records/topic-curations.ts";
import { listTopics, readCentroid } from "../../records/topics.ts";
import { textsByHand } from "./people-constraints.ts";

export type KnownTopic = {
  readonly id: number;
  readonly centroid: Float32Array;
  readonly cohesion: number;
  readonly subtopics: readonly { readonly id: number; readonly centroid: Float32Array }[];
};

export type KnownTopics = {
  readonly topics: readonly KnownTopic[];
  /** The topic that people gave to texts, 0 for none. */
  readonly byHand: ReadonlyMap<string, number>;
};

/** Topics whose centroids come from this encoder, as runs left them: edits are laid over them when they are read. */
export async function loadKnownTopics(
  db: RecordsDb,
  workspace: string,
  encoder: { readonly version: string; readonly dimension: number },
  lensId?: string,
): Promise<KnownTopics> {
  const [rows, { log }] = await Promise.all([
    listTopics(db, workspace, lensId === undefined ? {} : { lens: lensId }),
    loadCuratedTree(db, workspace, lensId),
  ]);
  const undone = new Set(log.undone.flatMap(({ edit }) => (edit.kind === "create" ? [edit.id] : [])));
  const living = rows
    .filter((row) => row.encoder === encoder.version && !undone.has(row.id))
    .map((row) => ({ ...row, centroid: readCentroid(row.centroid) }))
    .filter(({ centroid }) => centroid.length === encoder.dimension);
  const below = Map.groupBy(
    living.filter(({ level }) => level === "subtopic"),
    (row) => row.parent_id,
  );
  return {
    topics: living
      .filter(({ level }) => level === "topic")
      .map(({ id, centroid, cohesion }) => ({ id, centroid, cohesion, subtopics: below.get(id) ?? [] })),
    byHand: textsByHand(log.active.map(({ edit }) => edit)),
  };
}

/** The subtopic of a topic that a row is nearest to; the topic itself when it has none. */
export function finestTopic({ id, subtopics }: KnownTopic, rows: Rows, row: number): number {
  let best = id;
  let most = Number.NEGATIVE_INFINITY;
  for (const subtopic of subtopics) {
    const mean = { values: subtopic.centroid, count: 1, dimension: rows.dimension };
    const cosine = dotRows(rows, row, mean, 0);
    if (cosine <= most) continue;
    most = cosine;
    best = subtopic.id;
  }
  return best;
}
