// What is proposed to people: groups that show among what belongs to no topic, and a new run when the share of that rises. Nothing
// is changed until somebody accepts.

import { findTextPlaces } from "../../columnar/texts/load-topic-texts.ts";
import {
  compareUnassigned,
  countSpeakers,
  listUnassignedTexts,
  type UnassignedShare,
} from "../../columnar/texts/load-unassigned.ts";
import { loadVectors } from "../../columnar/texts/load-vectors.ts";
import { topicRowsOf } from "../../columnar/texts/topic-rows.ts";
import { newId } from "../../core/ids.ts";
import type { DiscoveredTopic } from "../../mining/topics/topic-types.ts";
import { discoverTopicsInWorker } from "../../mining/worker/discover-in-worker.ts";
import { wilsonInterval } from "../../query/interval.ts";
import type { ProposalDetails } from "../../records/schema.ts";
import { findSetting, saveSetting } from "../../records/settings.ts";
import { loadCuratedTree } from "../../records/topic-curations.ts";
import { listProposals, type ProposalToSave, replaceProposals } from "../../records/topic-proposals.ts";
import { findLatestTopicRun } from "../../records/topic-runs.ts";
import { listTopics, readCentroid } from "../../records/topics.ts";
import { type EnrichContext, execOptions } from "../enrich/enrich-context.ts";

/** Name of the workspace's setting that says after how many unassigned texts was last looked. */
const LOOKED = "topics.emerging";
const MOST_TEXTS = 8000;
const FEWEST_TEXTS = 12;
/** Distinct texts of a group that is worth a look, and how like each other they are. */
const FEWEST_OF_GROUP = 5;
const LEAST_COHESION = 0.6;
const MOST_GROUPS = 12;
/** A group whose mean has at least this cosine to one that was dismissed is the same again. */
const SAME_AGAIN = 0.9;
/** Look again when there are a tenth more texts without a topic. */
const GROWTH = 0.1;
/** A new run is proposed from so many utterances, for a share that is so much higher than before. */
const FEWEST_SINCE = 50;
const HIGHER_BY = 0.05;

type Context = Omit<EnrichContext, "labeller" | "conversationModel">;

/** Renews the proposals under a lens when there is reason to; returns how many emerging groups are proposed now, undefined when not looked. */
export async function proposeTopics(context: Context, lensId?: string): Promise<number | undefined> {
  const { columnar, records, workspace } = context;
  const run = await findLatestTopicRun(records.db, workspace, lensId);
  if (run === undefined) return undefined;
  await proposeRun(context, run.finished_at, lensId);
  const setting = lensId === undefined ? LOOKED : `${LOOKED}.${lensId}`;
  const options = execOptions(context, "topics.propose");
  const texts = await listUnassignedTexts(columnar, { workspace, lensId, limit: MOST_TEXTS }, options);
  const looked = await findSetting(records.db, workspace, setting);
  const last = isLooked(looked) && looked.run === run.id ? looked.texts : undefined;
  if (last !== undefined && texts.length < last + Math.max(5, GROWTH * last)) return undefined;
  const proposals = texts.length < FEWEST_TEXTS ? [] : await findEmerging(context, texts, lensId);
  await replaceProposals(records.db, workspace, "emerging", proposals, lensId);
  await saveSetting(records.db, workspace, setting, { run: run.id, texts: texts.length });
  return proposals.length;
}

function isLooked(value: unknown): value is { run: string; texts: number } {
  return typeof value === "object" && value !== null && "run" in value && "texts" in value;
}

async function findEmerging(
  context: Context,
  texts: Awaited<ReturnType<typeof listUnassignedTexts>>,
  lensId: string | undefined,
): Promise<ProposalToSave[]> {
  const { columnar, encoder, records, workspace, signal } = context;
  const { version, dimension } = encoder;
  const options = execOptions(context, "topics.propose");
  const textHashes = texts.map(({ textHash }) => textHash);
  const stored = await loadVectors(columnar, { encoder: version, dimension, textHashes }, options);
  const known = texts.filter(({ textHash }) => stored.has(textHash));
  if (known.length < FEWEST_TEXTS) return [];
  const vectors = new Float32Array(known.length * dimension);
  known.forEach(({ textHash }, at) => {
    vectors.set(stored.get(textHash) ?? new Float32Array(dimension), at * dimension);
  });
  const result = await discoverTopicsInWorker({
    vectors,
    dimension,
    texts: known.map(({ text }) => text),
    weights: known.map(({ weight }) => Number(weight)),
    minimumSize: FEWEST_OF_GROUP,
    seed: 1,
    ...(signal !== undefined && { signal }),
  });
  const dismissed = (await listProposals(records.db, workspace, ["dismissed"], lensId)).map(({ centroid }) =>
    readCentroid(centroid),
  );
  const parentOf = await nearestParent(context, lensId);
  const proposals: ProposalToSave[] = [];
  for (const [at, topic] of result.topics.entries()) {
    if (proposals.length >= MOST_GROUPS) break;
    if (topic.cohesion < LEAST_COHESION) continue;
    if (dismissed.some((other) => cosine(other, topic.centroid) >= SAME_AGAIN)) continue;
    const own = known.filter((_, row) => result.assignment[row] === at).map(({ textHash }) => textHash);
    const counted = await countSpeakers(columnar, { workspace, lensId, textHashes: own }, options);
    const quoted = topic.quotes.map((row) => known[row]?.textHash ?? "");
    const places = await findTextPlaces(
      columnar,
      { ...topicRowsOf(workspace, lensId), textHashes: quoted },
      options,
    );
    const details: ProposalDetails = {
      name: topic.name,
      phrases: topic.phrases,
      texts: nearestFirst(own, topic, stored),
      quotes: quoted.flatMap((hash) => places.get(hash) ?? []),
      ...counted,
      cohesion: topic.cohesion,
      parentId: parentOf(topic.centroid),
    };
    const { conversations, customers } = counted;
    const reason = `${conversations} conversations of ${customers} customers say ${own.length} things that are alike and belong to no topic`;
    const { centroid } = topic;
    proposals.push({ id: newId(), kind: "emerging", reason, details, centroid, encoder: version });
  }
  return proposals;
}

/** The first are held by the topic when the group is accepted. */
function nearestFirst(
  texts: readonly string[],
  { centroid }: Pick<DiscoveredTopic, "centroid">,
  vectors: ReadonlyMap<string, Float32Array>,
): string[] {
  const nearness = new Map(
    texts.map((text) => [text, cosine(vectors.get(text) ?? new Float32Array(), centroid)] as const),
  );
  return texts.toSorted((one, other) => (nearness.get(other) ?? 0) - (nearness.get(one) ?? 0));
}

/** The group of the topic that is nearest to a mean; null without groups. */
async function nearestParent({ records, workspace, encoder }: Context, lensId: string | undefined) {
  const { tree } = await loadCuratedTree(records.db, workspace, lensId);
  const topics = (await listTopics(records.db, workspace, lensId === undefined ? {} : { lens: lensId }))
    .filter((row) => row.level === "topic" && row.encoder === encoder.version)
    .map((row) => ({ id: row.id, centroid: readCentroid(row.centroid) }));
  return (centroid: Float32Array): number | null => {
    let best: number | undefined;
    let most = Number.NEGATIVE_INFINITY;
    for (const topic of topics) {
      const near = cosine(topic.centroid, centroid);
      if (near <= most) continue;
      most = near;
      best = topic.id;
    }
    const group = best === undefined ? undefined : tree.path(best).find(({ level }) => level === "group");
    return group?.id ?? null;
  };
}

function cosine(one: Float32Array, other: Float32Array): number {
  if (one.length !== other.length) return 0;
  let [sum, left, right] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    const [x, y] = [one[at] ?? 0, other[at] ?? 0];
    sum += x * y;
    left += x * x;
    right += y * y;
  }
  return left === 0 || right === 0 ? 0 : sum / Math.sqrt(left * right);
}

async function proposeRun(context: Context, lastRun: Date, lensId: string | undefined): Promise<void> {
  const { columnar, records, workspace } = context;
  const shares = await compareUnassigned(
    columnar,
    { workspace, lensId, since: lastRun },
    execOptions(context, "topics.propose"),
  );
  const reason = reasonToRun(shares.before, shares.since);
  const open = (await listProposals(records.db, workspace, ["open"], lensId)).filter(
    ({ kind }) => kind === "rerun",
  );
  if (reason === undefined ? open.length === 0 : open.length > 0) return;
  const details = { name: "", phrases: [], texts: [], quotes: [], cohesion: 0, parentId: null };
  const counts = { conversations: 0, customers: 0 };
  const proposals: ProposalToSave[] =
    reason === undefined ? [] : [{ id: newId(), kind: "rerun", reason, details: { ...details, ...counts } }];
  await replaceProposals(records.db, workspace, "rerun", proposals, lensId);
}

/** In words, when the share since the last run is surely higher than it was; undefined else. */
export function reasonToRun(before: UnassignedShare, since: UnassignedShare): string | undefined {
  if (since.outOf < FEWEST_SINCE || before.outOf === 0) return undefined;
  const [was, is] = [before.unassigned / before.outOf, since.unassigned / since.outOf];
  const low = wilsonInterval(since.unassigned, since.outOf)?.low ?? 0;
  if (low < was + HIGHER_BY) return undefined;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return `Since the last run ${percent(is)} of what customers say belongs to no topic (${since.unassigned} of ${since.outOf}), before it ${percent(was)}`;
}
