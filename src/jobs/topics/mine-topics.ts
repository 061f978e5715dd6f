// Finds the topics of a workspace anew, in a worker thread, and saves them with the ids of those they continue, at every level;
// what people decided holds. Writing topics to the utterances is `applyLabels`'s work: the run says which topic each text has.
import { findTextPlaces } from "../../columnar/texts/load-topic-texts.ts";
import { loadVectors } from "../../columnar/texts/load-vectors.ts";
import { topicRowsOf } from "../../columnar/texts/topic-rows.ts";
import { newId } from "../../core/ids.ts";
import type { StoredReason } from "../../core/unassigned-reason.ts";
import { assignToTopics, LEAST_CONFIDENCE_IN_PASSING } from "../../mining/topics/assign-to-topics.ts";
import { discoverTopicsInWorker } from "../../mining/worker/discover-in-worker.ts";
import { loadCuratedTree } from "../../records/topic-curations.ts";
import { listTopics, readCentroid, saveTopicRun } from "../../records/topics.ts";
import { type EnrichContext, execOptions } from "../enrich/enrich-context.ts";
import { changesOfRun } from "./changes-of-run.ts";
import { explainUnassigned } from "./explain-unassigned.ts";
import { holdByHand } from "./hold-by-hand.ts";
import { loadLensInput, loadMiningInput, type TextSet } from "./load-mining-input.ts";
import { nearestLeaves } from "./nearest-leaves.ts";
import { previousRun, textsByHand } from "./people-constraints.ts";
import { toSave } from "./to-save.ts";
import { treeOfRun } from "./tree-of-run.ts";

export type MineTopicsOptions = {
  /** Default 1. */
  readonly seed?: number;
  /** Unset: the number is found. */
  readonly k?: number;
  readonly now?: Date;
  /** Whose readings say which texts bear an intent. Left out, the rule on words alone. Other lenses have clauses for it. */
  readonly models?: string;
  /** A lens beside the default one, whose rows are up to date. */
  readonly lensId?: string;
};

export type TextTopic = {
  /** The finest topic; 0 for none. */
  readonly topicId: number;
  readonly topicConfidence: number;
  /** Why it has none; empty where it has one. */
  readonly topicReason: StoredReason | "";
  readonly nearTopicId: number;
};

export type MinedTopics = {
  readonly runId: string;
  /** How many there are at the middle level. */
  readonly topics: number;
  /** By text hash, of every text with a vector. */
  readonly topicOf: ReadonlyMap<string, TextTopic>;
};

/** Throws AppError CANCELLED when the signal aborts; nothing is saved then. */
export async function mineTopics(
  context: Omit<EnrichContext, "labeller" | "conversationModel">,
  { seed = 1, k, now = new Date(), models, lensId }: MineTopicsOptions = {},
): Promise<MinedTopics> {
  const { records, encoder, workspace, signal } = context;
  const { db } = records;
  const { dimension } = encoder;
  const { tree, log } = await loadCuratedTree(db, workspace, lensId);
  const edits = log.active.map(({ edit }) => edit);
  const byHand = textsByHand(edits);
  const known = await listTopics(db, workspace, lensId === undefined ? {} : { lens: lensId });
  const input =
    lensId === undefined
      ? await loadMiningInput(context, byHand, models)
      : await loadLensInput(context, lensId, byHand);
  const { opening, passing } = input;
  const previous = previousRun({
    tree,
    edits,
    textHashes: opening.textHashes,
    stored: opening.stored,
    rows: { values: opening.vectors, count: opening.texts.length, dimension },
    centroids: new Map(
      known.flatMap((row) =>
        row.encoder === encoder.version ? [[row.id, readCentroid(row.centroid)] as const] : [],
      ),
    ),
  });
  // The vectors are handed over, not copied: they are most of the memory.
  const result = await discoverTopicsInWorker({
    vectors: opening.vectors,
    dimension,
    texts: opening.texts,
    weights: opening.weights,
    languages: opening.languages,
    seed,
    ...(k !== undefined && { k }),
    ...(signal !== undefined && { signal }),
    previous,
    onProgress: ({ share, stage }) =>
      context.progress?.(Math.round(share * opening.texts.length), opening.texts.length, STAGE_NOTES[stage]),
  });
  const runTree = treeOfRun(result, tree, opening.stored);
  const later = assignToTopics({
    vectors: passing.vectors,
    dimension,
    topics: result.topics,
    leastConfidence: LEAST_CONFIDENCE_IN_PASSING,
  });
  const laterLeaves = nearestLeaves(passing.vectors, dimension, later.assignment, result, runTree);
  const hashes = [...opening.textHashes, ...passing.textHashes];
  const stored = [...opening.stored, ...passing.stored];
  const leaves = [...runTree.leafOfRow, ...laterLeaves];
  const sure = [...result.confidence, ...later.confidence];
  const held = holdByHand({ tree, edits, byHand, hashes, stored, leaves, runTree, known });
  const runId = newId();
  const run = {
    id: runId,
    ...(lensId !== undefined && { lens: lensId }),
    encoder: encoder.version,
    seed,
    params: { ...(k !== undefined && { k }), openingTexts: opening.texts.length },
    texts: input.count,
    assigned: leaves.filter((leaf) => leaf >= 0).length,
    unassignedReasons: result.unassignedReasons,
    reason: result.reason,
    startedAt: now,
  };
  const ids = await saveTopicRun(
    db,
    workspace,
    run,
    toSave(
      runTree,
      opening.textHashes,
      await placesOf(
        context,
        runTree.nodes.flatMap(({ found }) => found.quotes),
        opening,
        lensId,
      ),
    ),
    changesOfRun({ tree, edits, stored, leaves, held, runTree, dendrogram: result.dendrogram, known }),
  );
  const topicOf = new Map<string, TextTopic>();
  hashes.forEach((hash, row) => {
    const leaf = held.leafOf.get(row) ?? ids[leaves[row] ?? -1];
    if (leaf === undefined) return;
    const isByHand = byHand.has(hash);
    topicOf.set(hash, {
      topicId: leaf,
      topicConfidence: isByHand ? 1 : (sure[row] ?? 0),
      topicReason: "",
      nearTopicId: 0,
    });
  });
  const near = runTree.topics.map((place) => ({
    id: ids[place] ?? 0,
    centroid: runTree.nodes[place]?.found.centroid ?? new Float32Array(),
    cohesion: runTree.nodes[place]?.found.cohesion ?? 0,
  }));
  await explainRest(context, opening, true, near, topicOf);
  await explainRest(context, passing, false, near, topicOf);
  for (const hash of input.others) {
    const topicReason = byHand.get(hash) === 0 ? "by-hand" : "small-talk";
    topicOf.set(hash, { topicId: 0, topicConfidence: 0, topicReason, nearTopicId: 0 });
  }
  return { runId, topics: result.topics.length, topicOf };
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

const VECTORS_AT_ONCE = 8192;

/** Adds the texts of a set that have no topic yet, with the reason. */
async function explainRest(
  context: Omit<EnrichContext, "labeller" | "conversationModel">,
  set: TextSet,
  opens: boolean,
  topics: Parameters<typeof explainUnassigned>[0]["topics"],
  topicOf: Map<string, TextTopic>,
): Promise<void> {
  const { version, dimension } = context.encoder;
  const all = set.textHashes.flatMap((hash, row) => (topicOf.has(hash) ? [] : [row]));
  for (let start = 0; start < all.length; start += VECTORS_AT_ONCE) {
    const rows = all.slice(start, start + VECTORS_AT_ONCE);
    const textHashes = rows.map((row) => set.textHashes[row] ?? "");
    const stored = await loadVectors(
      context.columnar,
      { encoder: version, dimension, textHashes },
      execOptions(context, "topics.explain"),
    );
    const vectors = new Float32Array(rows.length * dimension);
    textHashes.forEach((hash, at) => {
      vectors.set(stored.get(hash) ?? new Float32Array(dimension), at * dimension);
    });
    const reasons = explainUnassigned({
      texts: rows.map((row) => set.texts[row] ?? ""),
      vectors,
      dimension,
      topics,
      opens: rows.map(() => opens),
      languages: rows.map((row) => set.languages[row] ?? ""),
    });
    textHashes.forEach((hash, at) => {
      const { reason: topicReason = "new", nearTopicId = 0 } = reasons[at] ?? {};
      topicOf.set(hash, { topicId: 0, topicConfidence: 0, topicReason, nearTopicId });
    });
  }
}

/** One place in the log for each quoted row. */
async function placesOf(
  context: Omit<EnrichContext, "labeller" | "conversationModel">,
  rows: readonly number[],
  { textHashes }: TextSet,
  lensId: string | undefined,
) {
  return findTextPlaces(
    context.columnar,
    {
      ...topicRowsOf(context.workspace, lensId),
      textHashes: [...new Set(rows.map((row) => textHashes[row] ?? ""))],
    },
    execOptions(context, "topics.quotes"),
  );
}
