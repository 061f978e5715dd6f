// From vectors to groups: how many there are is found from the data unless it is asked for. Both ways start from communities of
// the neighbour graph; how topics are filled (`neighbourKnee`) decides how they become topics.
import { averageWithNeighbours } from "./average-neighbours.ts";
import { leiden, renumber } from "./leiden.ts";
import { mergeCommunities } from "./merge-communities.ts";
import { joinNearTexts, type NearTexts } from "./near-texts.ts";
import { nearestNeighbours } from "./neighbour-graph.ts";
import { neighbourKnee } from "./neighbour-knee.ts";
import { polishGroups } from "./polish-groups.ts";
import { seededRandom } from "./random.ts";
import { groupCentroids, type Rows } from "./rows.ts";
import { cutTree, wardTree } from "./ward.ts";
import { sharedNeighbourGraph, type WeightedGraph } from "./weighted-graph.ts";

const NEIGHBOURS = 15;
/** Of the time for neighbours, what joining near texts takes. */
const JOIN_SHARE = 0.65;
/** With the number given a wider neighbourhood makes steadier communities. */
const NEIGHBOURS_GIVEN = 20;
const AVERAGED = 10;
/** One unit of resolution for this many texts: communities come out at some 40 texts each whatever the log's size. */
const TEXTS_PER_RESOLUTION = 300;
const LEAST_RESOLUTION = 2;
/** Reached at 45,000 texts: more communities than this gives and comparing them all with all takes too long. */
const MOST_RESOLUTION = 150;
/** Up to here a number that is asked for is sought by resolution, and every text is polished; beyond, Ward on communities. */
const SEARCH_LIMIT = 20_000;
const SEARCH_STEPS = 9;
/** Communities for each topic asked for, where topics are filled unevenly. */
const FINER = 3;
/** An earlier run's number stays when the one found now is less by no more than this share. */
const ABOUT = 0.2;
/** Below this knee topics are taken to be filled unevenly. */
const UNEVEN_KNEE = 0.7;

/**
 * Communities are one topic when their directions differ by less than this share of the log's whole spread. Skewed logs
 * need a larger share than even, fine sets: from the first knee to the second it falls from most to least.
 */
const SPREAD = { least: 0.14, most: 0.29, unknown: 0.18, from: 0.55, to: 0.95 } as const;

export type ClusterOptions = {
  readonly k?: number;
  /** How many topics an earlier run found: kept when a few less would be found now. */
  readonly before?: number;
  /** Doublings of the number of topics that is found. */
  readonly granularity?: number;
  readonly seed: number;
  readonly onStage?: (stage: "represent" | "graph" | "cluster", share: number) => void;
};

export type Clusters = {
  /** Group of each row, from 0. */
  readonly groups: Int32Array;
  /** Mean cosine of any two texts: what "nothing in common" looks like in this encoder and log. */
  readonly anisotropy: number;
  readonly reason: string;
};

/** Groups rows of length 1. */
export function clusterTexts(given: Rows, options: ClusterOptions): Clusters {
  const onStage = options.onStage ?? (() => undefined);
  const near = joinNearTexts(given, meanCosine(given), (share) => onStage("represent", JOIN_SHARE * share));
  const { groups, ...found } = clusterDistinct(near, options);
  return { ...found, groups: near.of.map((row) => groups[row] as number) };
}

function clusterDistinct({ rows, neighbours: nearest }: NearTexts, options: ClusterOptions): Clusters {
  const onStage = options.onStage ?? (() => undefined);
  const { k, seed } = options;
  const wanted = k === undefined ? NEIGHBOURS : NEIGHBOURS_GIVEN;
  const used = Math.max(3, Math.min(wanted, Math.round((rows.count * wanted) / NEIGHBOURS / 6)));
  const averagedCount = Math.max(2, Math.min(AVERAGED, Math.round((used * AVERAGED) / wanted)));
  const neighbours = nearest(used, (share) => onStage("represent", JOIN_SHARE + (1 - JOIN_SHARE) * share));
  const once = averageWithNeighbours(rows, neighbours, averagedCount);
  const anisotropy = meanCosine(once);
  const knee = neighbourKnee(once);
  onStage("graph", 0);
  const graph = sharedNeighbourGraph(neighbours, used);
  onStage("cluster", 0);
  const base = Math.min(MOST_RESOLUTION, Math.max(LEAST_RESOLUTION, rows.count / TEXTS_PER_RESOLUTION));
  if (k !== undefined) {
    const groups =
      rows.count <= SEARCH_LIMIT
        ? clusterInto(k, once, graph, { averagedCount, seed, isUneven: (knee ?? 1) < UNEVEN_KNEE })
        : cutCommunities(once, leiden(graph, { resolution: base, random: seededRandom(seed) }), k, 1);
    return { groups, anisotropy, reason: `${k} were asked for` };
  }
  const communities = leiden(graph, { resolution: base, random: seededRandom(seed) });
  onStage("cluster", 0.5);
  const minimumCosine = 1 - sameTopicSpread(knee) * (1 - anisotropy);
  const merged = mergeCommunities(once, communities, { minimumCosine });
  const alike = asManyAsBefore(countGroups(merged), options.before);
  const groups = alike === undefined ? merged : mergeCommunities(once, communities, { k: alike });
  const found = countGroups(groups);
  const reason = `${countGroups(communities)} communities of the neighbour graph; those closer than a cosine of ${minimumCosine.toFixed(3)} are one topic, which leaves ${countGroups(merged)}${found === countGroups(merged) ? "" : `; ${found} as before`}`;
  const { granularity = 0 } = options;
  if (granularity === 0) return { groups, anisotropy, reason };
  const asked = Math.max(1, Math.round(found * 2 ** granularity));
  const fine = asked <= countGroups(communities) ? communities : findCommunities(graph, asked, found, seed);
  const changed = mergeCommunities(once, fine ?? communities, { k: asked });
  return { groups: changed, anisotropy, reason: `${reason}; ${countGroups(changed)} at this granularity` };
}

/** Fewer topics by a little are no news: the earlier number stays, so that none dies of a few more texts. */
function asManyAsBefore(found: number, before: number | undefined): number | undefined {
  return before !== undefined && found < before && found >= (1 - ABOUT) * before ? before : undefined;
}

/** The share of the log's spread within which communities are one topic. */
export function sameTopicSpread(knee: number | undefined): number {
  if (knee === undefined) return SPREAD.unknown;
  const place = Math.min(1, Math.max(0, (knee - SPREAD.from) / (SPREAD.to - SPREAD.from)));
  return SPREAD.most - place * (SPREAD.most - SPREAD.least);
}

/**
 * Exactly k groups (fewer only when there are fewer texts). Even logs: communities at the resolution that gives k of them.
 * Uneven ones: three times as many, joined by Ward whatever their sizes. Then every text goes to its nearest group.
 */
function clusterInto(
  k: number,
  once: Rows,
  graph: WeightedGraph,
  options: { readonly averagedCount: number; readonly seed: number; readonly isUneven: boolean },
): Int32Array {
  const { averagedCount, seed, isUneven } = options;
  const averaged = averageWithNeighbours(once, nearestNeighbours(once, averagedCount), averagedCount);
  const wanted = Math.min(once.count, isUneven ? FINER * k : k);
  const communities = findCommunities(graph, wanted, k, seed);
  const groups =
    communities === undefined
      ? cutTree(wardTree(averaged), once.count, k)
      : cutCommunities(averaged, communities, k, isUneven ? 0 : 1);
  return polishGroups(averaged, groups, countGroups(groups));
}

/** Communities at the resolution where their number is nearest to `wanted`, at least `least`; undefined where none gives so many. */
function findCommunities(
  graph: WeightedGraph,
  wanted: number,
  least: number,
  seed: number,
): Int32Array | undefined {
  let low = 0.2;
  let high = Math.max(60, graph.count / 20);
  let best: Int32Array | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (let step = 0; step < SEARCH_STEPS; step += 1) {
    const resolution = Math.sqrt(low * high);
    const communities = leiden(graph, { resolution, random: seededRandom(seed) });
    const count = countGroups(communities);
    if (count >= least && Math.abs(count - wanted) < distance) {
      best = communities;
      distance = Math.abs(count - wanted);
    }
    if (count === wanted) break;
    if (count < wanted) low = resolution;
    else high = resolution;
  }
  return best;
}

function countGroups(groups: Int32Array): number {
  return groups.reduce((most, group) => Math.max(most, group + 1), 0);
}

/** Ward over communities, each as heavy as its texts to this power; when there are fewer than k, they are the answer. */
function cutCommunities(rows: Rows, communities: Int32Array, k: number, power: number): Int32Array {
  const count = countGroups(communities);
  if (count <= k) return communities;
  const centres = groupCentroids(rows, communities, count);
  const sizes = new Float64Array(count);
  communities.forEach((community) => {
    sizes[community] = (sizes[community] as number) + 1;
  });
  const weights = sizes.map((size) => size ** power);
  const groups = cutTree(wardTree(centres, weights), count, k);
  return renumber(communities.map((community) => groups[community] as number));
}

function meanCosine(rows: Rows): number {
  const { values, count, dimension } = rows;
  const mean = new Float64Array(dimension);
  for (let at = 0; at < values.length; at += 1) {
    const place = at % dimension;
    mean[place] = (mean[place] as number) + (values[at] as number) / count;
  }
  return mean.reduce((sum, value) => sum + value * value, 0);
}
