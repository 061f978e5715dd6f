// From vectors to groups: how many there are is found from the data unless it is asked for.
import { averageWithNeighbours } from "./average-neighbours.ts";
import { leiden, renumber } from "./leiden.ts";
import { mergeCommunities } from "./merge-communities.ts";
import { nearestNeighbours } from "./neighbour-graph.ts";
import { seededRandom } from "./random.ts";
import { groupCentroids, type Rows } from "./rows.ts";
import { cutTree, wardTree } from "./ward.ts";
import { sharedNeighbourGraph } from "./weighted-graph.ts";

const NEIGHBOURS = 15;
const AVERAGED = 10;
/** One unit of resolution for this many texts: communities come out at some 40 texts each whatever the log's size. */
const TEXTS_PER_RESOLUTION = 300;
const LEAST_RESOLUTION = 2;
/** Reached at 45,000 texts: more communities than this gives and comparing them all with all takes too long. */
const MOST_RESOLUTION = 150;
/** Communities are one topic when their directions differ by less than this share of the log's whole spread. */
export const SAME_TOPIC_SPREAD = 0.18;
/** Up to here Ward looks at every text; beyond, at communities. 6,000 texts take 7 s and 72 MB. */
const WARD_LIMIT = 6000;

export type ClusterOptions = {
  readonly k?: number;
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
export function clusterTexts(rows: Rows, options: ClusterOptions): Clusters {
  const onStage = options.onStage ?? (() => undefined);
  const k = Math.max(3, Math.min(NEIGHBOURS, Math.round(rows.count / 6)));
  const averagedCount = Math.max(2, Math.round((k * AVERAGED) / NEIGHBOURS));
  const neighbours = nearestNeighbours(rows, k, { onShare: (share) => onStage("represent", share) });
  const once = averageWithNeighbours(rows, neighbours, averagedCount);
  if (options.k !== undefined && rows.count <= WARD_LIMIT) {
    onStage("cluster", 0);
    const averaged = averageWithNeighbours(once, nearestNeighbours(once, averagedCount), averagedCount);
    const groups = cutTree(wardTree(averaged), rows.count, options.k);
    return { groups, anisotropy: meanCosine(averaged), reason: askedReason(options.k) };
  }
  const anisotropy = meanCosine(once);
  onStage("graph", 0);
  const graph = sharedNeighbourGraph(neighbours, k);
  onStage("cluster", 0);
  const resolution = Math.min(MOST_RESOLUTION, Math.max(LEAST_RESOLUTION, rows.count / TEXTS_PER_RESOLUTION));
  const communities = leiden(graph, { resolution, random: seededRandom(options.seed) });
  onStage("cluster", 0.5);
  if (options.k !== undefined) {
    const groups = cutCommunities(once, communities, options.k);
    return { groups, anisotropy, reason: askedReason(options.k) };
  }
  const minimumCosine = 1 - SAME_TOPIC_SPREAD * (1 - anisotropy);
  const groups = mergeCommunities(once, communities, { minimumCosine });
  const found = countGroups(communities);
  return {
    groups,
    anisotropy,
    reason: `${found} communities of the neighbour graph; those closer than a cosine of ${minimumCosine.toFixed(3)} are one topic, which leaves ${countGroups(groups)}`,
  };
}

function askedReason(k: number): string {
  return `${k} were asked for`;
}

function countGroups(groups: Int32Array): number {
  return groups.reduce((most, group) => Math.max(most, group + 1), 0);
}

/** Ward over communities, each as heavy as its texts; when there are fewer than k, they are the answer. */
function cutCommunities(rows: Rows, communities: Int32Array, k: number): Int32Array {
  const count = countGroups(communities);
  const centres = groupCentroids(rows, communities, count);
  const sizes = new Float64Array(count);
  communities.forEach((community) => {
    sizes[community] = (sizes[community] as number) + 1;
  });
  const groups = cutTree(wardTree(centres, sizes), count, k);
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
