// Finds the topics of a workspace anew, in a worker thread, and saves them with the ids of those they continue. Writing them
// to the utterances is `applyLabels`'s work: the run says which topic each text has.
import { findTextPlaces, loadTopicTexts } from "../../columnar/texts/load-topic-texts.ts";
import { newId } from "../../core/ids.ts";
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
  const chosen = loaded.texts.flatMap((text, row) => (bearsIntent(text) ? [row] : []));
  const pick = <Value>(values: readonly Value[]): Value[] => chosen.map((row) => values[row] as Value);
  const vectors = new Float32Array(chosen.length * encoder.dimension);
  chosen.forEach((row, at) => {
    const start = row * encoder.dimension;
    vectors.set(loaded.vectors.subarray(start, start + encoder.dimension), at * encoder.dimension);
  });
  const texts = pick(loaded.texts);
  const hashes = pick(loaded.textHashes);
  const topicIds = pick(loaded.topicIds);
  const known = await loadKnownTopics(records.db, workspace);
  const result = await discoverTopicsInWorker({
    vectors,
    dimension: encoder.dimension,
    texts,
    weights: pick(loaded.weights),
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
  const runId = newId();
  const ids = await saveTopicRun(
    records.db,
    workspace,
    {
      id: runId,
      encoder: encoder.version,
      seed,
      params: k === undefined ? {} : { k },
      texts: texts.length,
      assigned: result.assignment.reduce((sum, topic) => sum + (topic < 0 ? 0 : 1), 0),
      unassignedReasons: result.unassignedReasons,
      reason: result.reason,
      startedAt: now,
    },
    await topicsToSave(context, result, hashes),
    result.retired,
  );
  const topicOf = new Map(loaded.textHashes.map((hash) => [hash, { topicId: 0, topicConfidence: 0 }]));
  hashes.forEach((hash, row) => {
    const topicId = ids[result.assignment[row] ?? -1];
    if (topicId !== undefined) {
      topicOf.set(hash, { topicId, topicConfidence: result.confidence[row] ?? 0 });
    }
  });
  return { runId, topics: ids.length, topicOf };
}

const STAGE_NOTES = {
  select: "choosing texts",
  represent: "comparing texts",
  graph: "comparing texts",
  cluster: "grouping texts",
  name: "naming topics",
  match: "matching topics",
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
