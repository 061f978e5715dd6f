// Topics: ids are whole numbers from 1 in each workspace, given once and never again. A run of discovery saves its topics in
// one transaction; what people named stays.
import { AppError } from "../core/errors.ts";
import type { RecordsDb } from "./records.ts";
import type { Row, TopicQuote } from "./schema.ts";

export type TopicToSave = {
  /** The id of the topic that this one continues; absent for a new topic. */
  readonly id?: number;
  readonly parentId?: number;
  readonly name: string;
  readonly phrases: readonly string[];
  readonly quotes: readonly TopicQuote[];
  readonly centroid: Float32Array;
  readonly size: number;
  readonly weight: number;
  readonly cohesion: number;
};

export type TopicRunToSave = {
  readonly id: string;
  readonly encoder: string;
  readonly seed: number;
  readonly params: Readonly<Record<string, unknown>>;
  readonly texts: number;
  readonly assigned: number;
  readonly unassignedReasons: Readonly<Record<string, number>>;
  /** How the number of topics came about, in a sentence. */
  readonly reason: string;
  readonly startedAt: Date;
};

/** Distinct hues of the workbench's palette; a topic's colour is its id modulo this, so that it never changes. */
const COLOR_COUNT = 12;

/** Takes `count` fresh ids; the row is locked until the transaction ends. */
async function takeTopicIds(db: RecordsDb, workspace: string, count: number): Promise<number> {
  const { last_id } = await db
    .insertInto("topic_counters")
    .values({ workspace, last_id: count })
    .onConflict((conflict) =>
      conflict
        .column("workspace")
        .doUpdateSet((builder) => ({ last_id: builder("topic_counters.last_id", "+", count) })),
    )
    .returning("last_id")
    .executeTakeFirstOrThrow();
  return last_id - count + 1;
}

/** Float32 numbers as the bytes that are stored. */
function toBytes(vector: Float32Array): Uint8Array {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** The numbers of a stored centroid. Copies: what a driver gives need not be aligned. */
export function readCentroid(bytes: Uint8Array | null): Float32Array {
  return bytes === null ? new Float32Array() : new Float32Array(Uint8Array.from(bytes).buffer);
}

/**
 * Saves a run and its topics, and retires the topics of `retired`. Returns the ids in the order of `topics`. Names, quotes and
 * numbers are replaced; a person's name is kept.
 */
export async function saveTopicRun(
  db: RecordsDb,
  workspace: string,
  run: TopicRunToSave,
  topics: readonly TopicToSave[],
  retired: readonly number[],
): Promise<number[]> {
  return db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("topic_runs")
      .values({
        id: run.id,
        workspace,
        seed: run.seed,
        params: JSON.stringify(run.params),
        encoder: run.encoder,
        texts: run.texts,
        assigned: run.assigned,
        unassigned_reasons: JSON.stringify(run.unassignedReasons),
        reason: run.reason,
        started_at: run.startedAt,
      })
      .execute();
    const fresh = topics.filter((topic) => topic.id === undefined).length;
    let nextId = fresh === 0 ? 0 : await takeTopicIds(transaction, workspace, fresh);
    const ids: number[] = [];
    for (const topic of topics) {
      const id = topic.id ?? nextId++;
      const changing = {
        parent_id: topic.parentId ?? null,
        name: topic.name,
        phrases: JSON.stringify(topic.phrases),
        quotes: JSON.stringify(topic.quotes),
        centroid: toBytes(topic.centroid),
        encoder: run.encoder,
        size: topic.size,
        weight: topic.weight,
        cohesion: topic.cohesion,
        state: "active" as const,
        updated_at: new Date(),
      };
      await transaction
        .insertInto("topics")
        .values({ workspace, id, ...changing, born_run: run.id, color_index: id % COLOR_COUNT })
        .onConflict((conflict) => conflict.columns(["workspace", "id"]).doUpdateSet(changing))
        .execute();
      ids.push(id);
    }
    if (retired.length > 0) {
      await transaction
        .updateTable("topics")
        .set({ state: "retired", size: 0, weight: 0, updated_at: new Date() })
        .where("workspace", "=", workspace)
        .where("id", "in", retired)
        .execute();
    }
    return ids;
  });
}

/** The largest first; retired ones only when asked for. */
export async function listTopics(
  db: RecordsDb,
  workspace: string,
  { includeRetired = false }: { readonly includeRetired?: boolean } = {},
): Promise<Row<"topics">[]> {
  return db
    .selectFrom("topics")
    .selectAll()
    .where("workspace", "=", workspace)
    .$if(!includeRetired, (query) => query.where("state", "=", "active"))
    .orderBy("weight", "desc")
    .orderBy("id")
    .execute();
}

/** Throws NOT_FOUND. */
export async function getTopic(db: RecordsDb, workspace: string, id: number): Promise<Row<"topics">> {
  const row = await db
    .selectFrom("topics")
    .selectAll()
    .where("workspace", "=", workspace)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw new AppError("NOT_FOUND", { kind: "topic", id });
  return row;
}

/** Gives a topic a person's name, or with null takes it back. Survives every later run. */
export async function renameTopic(
  db: RecordsDb,
  workspace: string,
  id: number,
  givenName: string | null,
): Promise<void> {
  const result = await db
    .updateTable("topics")
    .set({ given_name: givenName, updated_at: new Date() })
    .where("workspace", "=", workspace)
    .where("id", "=", id)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) throw new AppError("NOT_FOUND", { kind: "topic", id });
}
