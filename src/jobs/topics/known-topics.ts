import type { PreviousTopic } from "../../mining/topics/topic-types.ts";
import type { RecordsDb } from "../../records/records.ts";
import { listTopics, readCentroid } from "../../records/topics.ts";

export type KnownTopic = PreviousTopic & { readonly cohesion: number; readonly encoder: string };

/** The living topics of a workspace with what matching and assigning need. */
export async function loadKnownTopics(db: RecordsDb, workspace: string): Promise<KnownTopic[]> {
  const rows = await listTopics(db, workspace);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    centroid: readCentroid(row.centroid),
    cohesion: row.cohesion,
    encoder: row.encoder ?? "",
  }));
}
