// Finds the topics of a workspace anew, in a worker thread, and saves them with the ids of those they continue. Topics come
// from what opens conversations; what is said later is put to them where it clearly fits. Writing topics to the utterances is
// `applyLabels`'s work: the run says which topic each text has.
import { countOpenings } from "../../columnar/texts/count-openings.ts";
import { findTextPlaces, loadTopicTexts } from "../../columnar/texts/load-topic-texts.ts";
import { newId } from "../../core/ids.ts";
import { assignToTopics, LEAST_CONFIDENCE_IN_PASSING } from "../../mining/topics/assign-to-topics.ts";
import { bearsIntent } from "../../mining/topics/bears-intent.ts";
import type { DiscoverResult } from "../../mining/topics/topic-types.ts";
import { discoverTopicsInWorker } from "../../mining/worker/discover-in-worker.ts";
import type { TopicQuote } from "../../records/schema.ts";
import { saveTopicRun, type TopicToSave } from "../../records/topics.ts";
import { type EnrichContext, execOptions } from "../enrich/enrich-context.ts";
import { loadKnownTopics } from "./known-topics.ts";

export type MineTopicsOptions = {
  /** Default 1. */
  readonly seed?: number;
  /** Unset: the number is found. */
  readonly k?: number;
  readonly now?: Date;
};

export type TextTopic = { readonly topicId: number; readonly topicConfidence: number };

export type MinedTopics = {
  readonly runId: string;
  readonly topics: number;
  /** By text hash; texts without a topic have 0. */
  readonly topicOf: ReadonlyMap<string, TextTopic>;
};

/** Throws AppError CANCELLED when the signal aborts; nothing is saved then. */
export async function mineTopics(
  context: Omit<EnrichContext, "sentiment">,
  { seed = 1, k, now = new Date() }: MineTopicsOptions = {},
): Promise<MinedTopics> {
  const { columnar, records, encoder, workspace, signal } = context;
  const options = execOptions(context, "topics.mine");
  const loaded = await loadTopicTexts(
    columnar,
    { workspace, encoder: encoder.version, dimension: encoder.dimension, roles: ["customer"] },
    options,
  );
  const openings = await countOpenings(columnar, { workspace }, options);
  const bearing = loaded.texts.flatMap((text, row) => (bearsIntent(text) ? [row] : []));
  const chosen = bearing.filter((row) => openings.has(loaded.textHashes[row] ?? ""));
  const passing = bearing.filter((row) => !openings.has(loaded.textHashes[row] ?? ""));
  const pick = <Value>(values: readonly Value[]): Value[] => chosen.map((row) => values[row] as Value);
  const vectorsOf = (rows: readonly number[]) => {
    const vectors = new Float32Array(rows.length * encoder.dimension);
    rows.forEach((row, at) => {
      const start = row * encoder.dimension;
      vectors.set(loaded.vectors.subarray(start, start + encoder.dimension), at * encoder.dimension);
    });
    return vectors;
  };
  const texts = pick(loaded.texts);
  const hashes = pick(loaded.textHashes);
  const topicIds = pick(loaded.topicIds);
  const known = await loadKnownTopics(records.db, workspace);
  const result = await discoverTopicsInWorker({
    vectors: vectorsOf(chosen),
    dimension: encoder.dimension,
    texts,
    weights: hashes.map((hash) => openings.get(hash) ?? 1),
    languages: pick(loaded.languages).map(
      (language, at) => language || context.detectLanguage(texts[at] ?? "").language,
    ),
    seed,
    ...(k !== undefined && { k }),
    ...(signal !== undefined && { signal }),
    previous: {
      topics: known.map(({ id, name, centroid, encoder: of }) => ({
        id,
        name,
        centroid: of === encoder.version ? centroid : new Float32Array(),
      })),
      assignment: topicIds,
    },
    onProgress: ({ share, stage }) =>
      context.progress?.(Math.round(share * texts.length), texts.length, STAGE_NOTES[stage]),
  });
  const later = assignToTopics({
    vectors: vectorsOf(passing),
    dimension: encoder.dimension,
    topics: result.topics,
    leastConfidence: LEAST_CONFIDENCE_IN_PASSING,
  });
  const placed = [
    ...hashes.map((hash, at) => ({ hash, topic: result.assignment[at], sure: result.confidence[at] })),
    ...passing.map((row, at) => ({
      hash: loaded.textHashes[row] ?? "",
      topic: later.assignment[at],
      sure: later.confidence[at],
    })),
  ];
  const runId = newId();
  const ids = await saveTopicRun(
    records.db,
    workspace,
    {
      id: runId,
      encoder: encoder.version,
      seed,
      params: { ...(k !== undefined && { k }), openingTexts: texts.length },
      texts: loaded.texts.length,
      assigned: placed.filter(({ topic = -1 }) => topic >= 0).length,
      unassignedReasons: result.unassignedReasons,
      reason: result.reason,
      startedAt: now,
    },
    await topicsToSave(context, result, hashes),
    { retired: result.retired.map((id) => ({ id })) },
  );
  const topicOf = new Map(loaded.textHashes.map((hash) => [hash, { topicId: 0, topicConfidence: 0 }]));
  for (const { hash, topic = -1, sure = 0 } of placed) {
    const topicId = ids[topic];
    if (topicId !== undefined) topicOf.set(hash, { topicId, topicConfidence: sure });
  }
  return { runId, topics: ids.length, topicOf };
}

const STAGE_NOTES = {
  select: "choosing texts",
  represent: "comparing texts",
  graph: "comparing texts",
  cluster: "grouping texts",
  name: "naming topics",
  match: "matching topics",
  tree: "building the tree",
} as const;

async function topicsToSave(
  context: Omit<EnrichContext, "sentiment">,
  result: DiscoverResult,
  hashes: readonly string[],
): Promise<TopicToSave[]> {
  const wanted = result.topics.flatMap((topic) => topic.quotes.map((row) => hashes[row] ?? ""));
  const places = await findTextPlaces(
    context.columnar,
    { workspace: context.workspace, roles: ["customer"], textHashes: wanted },
    execOptions(context, "topics.quotes"),
  );
  return result.topics.map((topic) => ({
    ...(topic.id !== undefined && { id: topic.id }),
    name: topic.name,
    phrases: topic.phrases,
    quotes: topic.quotes.flatMap((row): TopicQuote[] => {
      const place = places.get(hashes[row] ?? "");
      return place === undefined ? [] : [place];
    }),
    centroid: topic.centroid,
    size: topic.size,
    weight: topic.weight,
    cohesion: topic.cohesion,
  }));
}
