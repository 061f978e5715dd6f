// Topics as runs and people made them: ids are whole numbers from 1 in each workspace, given once and never again. A run of
// discovery saves its topics in one transaction. What people change is not here but in the log (`topic-curations.ts`), laid
// over these rows when they are read.
import type { TopicLevel } from "../core/curation.ts";
import { AppError } from "../core/errors.ts";
import { DEFAULT_LENS } from "../core/lens.ts";
import { COLORS, type StoredTopic } from "../core/topic-tree.ts";
import type { RecordsDb } from "./records.ts";
import type { LineageKind, LineageTopic, Row, StoredDendrogram, TopicQuote } from "./schema.ts";

export type TopicToSave = {
  /** The id of the topic that this one continues; absent for a new topic. */
  readonly id?: number;
  /** Default `topic`. */
  readonly level?: TopicLevel;
  /** Place of its parent in the same list, before it. */
  readonly parent?: number;
  readonly name: string;
  readonly description?: string;
  readonly phrases: readonly string[];
  readonly quotes: readonly TopicQuote[];
  readonly centroid: Float32Array;
  readonly size: number;
  readonly weight: number;
  readonly cohesion: number;
};

export type TopicRunToSave = {
  readonly id: string;
  /** Default: the default lens. */
  readonly lens?: string;
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

/** A topic that nothing of the run continues. */
export type RetiredTopic = {
  readonly id: number;
  /** Where most of its texts went: an id, or a place in the saved list. */
  readonly successor?: { readonly id: number } | { readonly place: number };
};

export type LineageToSave = {
  readonly level: TopicLevel;
  readonly kind: LineageKind;
  readonly from: readonly LineageTopic[];
  readonly to: readonly LineageTopic[];
  readonly common: number;
};

export type RunChanges = {
  readonly retired?: readonly RetiredTopic[];
  /** Made from the ids that the topics got. */
  readonly lineage?: (ids: readonly number[]) => readonly LineageToSave[];
  readonly dendrogram?: (ids: readonly number[]) => StoredDendrogram;
};

/** Takes `count` fresh ids and returns the first; the counter's row is locked until the transaction ends. */
export async function takeTopicIds(db: RecordsDb, workspace: string, count: number): Promise<number> {
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
export function toBytes(vector: Float32Array): Uint8Array {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** The numbers of a stored centroid. Copies: what a driver gives need not be aligned. */
export function readCentroid(bytes: Uint8Array | null): Float32Array {
  return bytes === null ? new Float32Array() : new Float32Array(Uint8Array.from(bytes).buffer);
}

/**
 * Saves a run and its topics, and retires topics that it does not continue. Returns the ids in the order of `topics`. What was
 * found before is replaced; edits of people are elsewhere and stay.
 */
export async function saveTopicRun(
  db: RecordsDb,
  workspace: string,
  run: TopicRunToSave,
  topics: readonly TopicToSave[],
  { retired = [], lineage, dendrogram }: RunChanges = {},
): Promise<number[]> {
  const { lens = DEFAULT_LENS.id } = run;
  return db.transaction().execute(async (transaction) => {
    const fresh = topics.filter((topic) => topic.id === undefined).length;
    let nextId = fresh === 0 ? 0 : await takeTopicIds(transaction, workspace, fresh);
    const ids = topics.map((topic) => topic.id ?? nextId++);
    await transaction
      .insertInto("topic_runs")
      .values({
        id: run.id,
        workspace,
        lens,
        seed: run.seed,
        params: JSON.stringify(run.params),
        encoder: run.encoder,
        texts: run.texts,
        assigned: run.assigned,
        unassigned_reasons: JSON.stringify(run.unassignedReasons),
        reason: run.reason,
        started_at: run.startedAt,
        dendrogram: dendrogram === undefined ? null : JSON.stringify(dendrogram(ids)),
      })
      .execute();
    const colors = await chooseColors(transaction, workspace, topics, ids);
    for (const [place, topic] of topics.entries()) {
      const id = ids[place] as number;
      const changing = {
        parent_id: topic.parent === undefined ? null : (ids[topic.parent] as number),
        level: topic.level ?? ("topic" as const),
        name: topic.name,
        description: topic.description ?? "",
        phrases: JSON.stringify(topic.phrases),
        quotes: JSON.stringify(topic.quotes),
        centroid: toBytes(topic.centroid),
        encoder: run.encoder,
        size: topic.size,
        weight: topic.weight,
        cohesion: topic.cohesion,
        state: "active" as const,
        successor_id: null,
        updated_at: new Date(),
      };
      await transaction
        .insertInto("topics")
        .values({ workspace, lens, id, ...changing, born_run: run.id, color_index: colors[place] as number })
        .onConflict((conflict) => conflict.columns(["workspace", "id"]).doUpdateSet(changing))
        .execute();
    }
    for (const { id, successor } of retired) {
      const successorId =
        successor === undefined ? null : "id" in successor ? successor.id : (ids[successor.place] ?? null);
      await transaction
        .updateTable("topics")
        .set({ state: "retired", size: 0, weight: 0, successor_id: successorId, updated_at: new Date() })
        .where("workspace", "=", workspace)
        .where("id", "=", id)
        .execute();
    }
    const changes = lineage?.(ids) ?? [];
    for (let start = 0; start < changes.length; start += ROWS_AT_ONCE) {
      await transaction
        .insertInto("topic_lineage")
        .values(
          changes.slice(start, start + ROWS_AT_ONCE).map(({ level, kind, from, to, common }) => ({
            workspace,
            run_id: run.id,
            level,
            kind,
            from_topics: JSON.stringify(from),
            to_topics: JSON.stringify(to),
            common,
          })),
        )
        .execute();
    }
    return ids;
  });
}

const ROWS_AT_ONCE = 500;

/** A topic keeps its colour for life; a new one takes the colour that the fewest of its siblings have, the first of those. */
async function chooseColors(
  db: RecordsDb,
  workspace: string,
  topics: readonly TopicToSave[],
  ids: readonly number[],
): Promise<number[]> {
  const known = new Map(
    (
      await db.selectFrom("topics").select(["id", "color_index"]).where("workspace", "=", workspace).execute()
    ).map((row) => [row.id, row.color_index]),
  );
  const usesOf = new Map<string, number[]>();
  const uses = ({ level = "topic", parent }: TopicToSave): number[] => {
    const key = `${level}/${parent ?? ""}`;
    const counts = usesOf.get(key) ?? new Array<number>(COLORS).fill(0);
    usesOf.set(key, counts);
    return counts;
  };
  const take = (topic: TopicToSave, color: number): number => {
    const counts = uses(topic);
    counts[color] = (counts[color] ?? 0) + 1;
    return color;
  };
  const colors = topics.map((topic, place) => {
    const color = known.get(ids[place] as number);
    return color === undefined ? undefined : take(topic, color);
  });
  return topics.map((topic, place) => {
    const counts = uses(topic);
    return colors[place] ?? take(topic, counts.indexOf(Math.min(...counts)));
  });
}

/** Stores a topic that a person made of texts, so that new texts can be put to it before the next run. */
export async function addMadeTopic(
  db: RecordsDb,
  workspace: string,
  topic: Omit<TopicToSave, "parent" | "id"> & {
    readonly id: number;
    readonly parentId: number | null;
    readonly encoder: string;
    readonly lens?: string;
  },
): Promise<void> {
  const { lens = DEFAULT_LENS.id } = topic;
  const row = {
    workspace,
    lens,
    id: topic.id,
    parent_id: null,
    level: topic.level ?? ("topic" as const),
    name: topic.name,
    description: topic.description ?? "",
    phrases: JSON.stringify(topic.phrases),
    quotes: JSON.stringify(topic.quotes),
    centroid: toBytes(topic.centroid),
    encoder: topic.encoder,
    size: topic.size,
    weight: topic.weight,
    cohesion: topic.cohesion,
    state: "active" as const,
    successor_id: null,
    born_run: "",
  };
  const siblings = await db
    .selectFrom("topics")
    .select("color_index")
    .where("workspace", "=", workspace)
    .where("lens", "=", lens)
    .where("level", "=", row.level)
    .where("state", "=", "active")
    .where("parent_id", topic.parentId === null ? "is" : "=", topic.parentId)
    .execute();
  const counts = new Array<number>(COLORS).fill(0);
  for (const { color_index } of siblings) counts[color_index] = (counts[color_index] ?? 0) + 1;
  await db
    .insertInto("topics")
    .values({ ...row, color_index: counts.indexOf(Math.min(...counts)) })
    .execute();
}

/** The largest first; retired ones only when asked for. */
export async function listTopics(
  db: RecordsDb,
  workspace: string,
  {
    includeRetired = false,
    lens = DEFAULT_LENS.id,
  }: { readonly includeRetired?: boolean; readonly lens?: string } = {},
): Promise<Row<"topics">[]> {
  return db
    .selectFrom("topics")
    .selectAll()
    .where("workspace", "=", workspace)
    .where("lens", "=", lens)
    .$if(!includeRetired, (query) => query.where("state", "=", "active"))
    .orderBy("weight", "desc")
    .orderBy("id")
    .execute();
}

/** What the trees of some lenses are made of, retired topics too: without phrases, quotes and centroids. */
export async function listStoredTopics(
  db: RecordsDb,
  workspace: string,
  lenses: LensChoice = { only: DEFAULT_LENS.id },
): Promise<StoredTopic[]> {
  const rows = await db
    .selectFrom("topics")
    .select(["id", "parent_id", "level", "name", "state", "successor_id", "color_index"])
    .where("workspace", "=", workspace)
    .where("lens", ...isLens(lenses))
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    level: row.level,
    name: row.name,
    isRetired: row.state === "retired",
    successorId: row.successor_id,
    colorIndex: row.color_index,
  }));
}

/** One lens, or all but one. */
export type LensChoice = { readonly only: string } | { readonly allBut: string };

/** The condition of a choice on the column `lens`. */
export function isLens(choice: LensChoice): ["=" | "!=", string] {
  return "only" in choice ? ["=", choice.only] : ["!=", choice.allBut];
}

export type TopicWords = {
  readonly id: number;
  readonly description: string;
  readonly phrases: readonly string[];
};

/** What topics are described with, by id. */
export async function listTopicWords(
  db: RecordsDb,
  workspace: string,
): Promise<ReadonlyMap<number, TopicWords>> {
  const rows = await db
    .selectFrom("topics")
    .select(["id", "description", "phrases"])
    .where("workspace", "=", workspace)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The places that the last run chose to show a topic's breadth; none for one that a person made of others. */
export async function findTopicQuotes(
  db: RecordsDb,
  workspace: string,
  id: number,
): Promise<readonly TopicQuote[]> {
  const row = await db
    .selectFrom("topics")
    .select("quotes")
    .where("workspace", "=", workspace)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.quotes ?? [];
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
