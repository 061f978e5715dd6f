// Leiden community detection (Traag, Waltman, van Eck 2019) for modularity with a resolution: move nodes while it pays,
// refine each community into well-connected parts, collapse the parts and go on. Deterministic for a seed.
import { type Random, shuffledRange } from "./random.ts";
import { graphFromPartners, type WeightedGraph } from "./weighted-graph.ts";

export type LeidenOptions = {
  /** Higher finds more and smaller communities; 1 is plain modularity. */
  readonly resolution: number;
  readonly random: Random;
  /** Start from these communities instead of single nodes. */
  readonly initial?: Int32Array;
};

/** The community of each node, numbered from 0 in order of first appearance. */
export function leiden(graph: WeightedGraph, options: LeidenOptions): Int32Array {
  const { random } = options;
  const total = graph.strengths.reduce((sum, strength) => sum + strength, 0);
  const scale = total > 0 ? options.resolution / total : 0;
  let level = graph;
  let communities = options.initial ? renumber(options.initial) : identity(graph.count);
  let nodeOf = identity(graph.count);
  for (;;) {
    moveNodes(level, communities, scale, random);
    communities = renumber(communities);
    const refined = refine(level, communities, scale, random);
    const parts = renumber(refined);
    const partCount = countOf(parts);
    if (partCount === level.count) break;
    const next = new Int32Array(partCount);
    parts.forEach((part, node) => {
      next[part] = communities[node] as number;
    });
    nodeOf = nodeOf.map((node) => parts[node] as number);
    level = aggregate(level, parts, partCount);
    communities = next;
  }
  return renumber(nodeOf.map((node) => communities[node] as number));
}

/** Numbers groups from 0 in order of first appearance. */
export function renumber(groups: Int32Array): Int32Array {
  const seen = new Map<number, number>();
  return groups.map((group) => {
    const known = seen.get(group);
    if (known !== undefined) return known;
    seen.set(group, seen.size);
    return seen.size - 1;
  });
}

function identity(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, index) => index);
}

function countOf(groups: Int32Array): number {
  return groups.reduce((most, group) => Math.max(most, group + 1), 0);
}

/** Strengths of the edges from one node to each community around it. Reused between nodes, so that nothing is allocated. */
class Surroundings {
  readonly ties: Float64Array;
  readonly around: number[] = [];

  constructor(size: number) {
    this.ties = new Float64Array(size);
  }

  gather(graph: WeightedGraph, node: number, groups: Int32Array, within?: Int32Array): void {
    for (const group of this.around) this.ties[group] = 0;
    this.around.length = 0;
    const end = graph.offsets[node + 1] as number;
    for (let at = graph.offsets[node] as number; at < end; at += 1) {
      const target = graph.targets[at] as number;
      if (within !== undefined && within[target] !== within[node]) continue;
      const group = groups[target] as number;
      if (this.ties[group] === 0) this.around.push(group);
      this.ties[group] = (this.ties[group] as number) + (graph.weights[at] as number);
    }
  }
}

function moveNodes(graph: WeightedGraph, communities: Int32Array, scale: number, random: Random): void {
  const { count, strengths, offsets, targets } = graph;
  const sums = new Float64Array(count);
  communities.forEach((community, node) => {
    sums[community] = (sums[community] as number) + (strengths[node] as number);
  });
  const surroundings = new Surroundings(count);
  const queue = Int32Array.from(shuffledRange(count, random));
  const queued = new Uint8Array(count).fill(1);
  let head = 0;
  let waiting = count;
  while (waiting > 0) {
    const node = queue[head] as number;
    head = (head + 1) % count;
    waiting -= 1;
    queued[node] = 0;
    const from = communities[node] as number;
    const strength = strengths[node] as number;
    surroundings.gather(graph, node, communities);
    sums[from] = (sums[from] as number) - strength;
    let best = from;
    let bestGain = (surroundings.ties[from] as number) - scale * strength * (sums[from] as number);
    for (const community of surroundings.around) {
      const gain = (surroundings.ties[community] as number) - scale * strength * (sums[community] as number);
      if (gain > bestGain + 1e-12) {
        best = community;
        bestGain = gain;
      }
    }
    sums[best] = (sums[best] as number) + strength;
    if (best === from) continue;
    communities[node] = best;
    const end = offsets[node + 1] as number;
    for (let at = offsets[node] as number; at < end; at += 1) {
      const target = targets[at] as number;
      if (queued[target] === 1 || communities[target] === best) continue;
      queued[target] = 1;
      queue[(head + waiting) % count] = target;
      waiting += 1;
    }
  }
}

/** Splits each community into parts that hold together: single nodes join a part only where both are well tied. */
function refine(graph: WeightedGraph, communities: Int32Array, scale: number, random: Random): Int32Array {
  const { count, strengths, offsets, targets, weights } = graph;
  const parts = identity(count);
  const partStrengths = Float64Array.from(strengths);
  const communityStrengths = new Float64Array(count);
  const outward = new Float64Array(count);
  for (let node = 0; node < count; node += 1) {
    const community = communities[node] as number;
    communityStrengths[community] = (communityStrengths[community] as number) + (strengths[node] as number);
    const end = offsets[node + 1] as number;
    for (let at = offsets[node] as number; at < end; at += 1) {
      if (communities[targets[at] as number] === community) {
        outward[node] = (outward[node] as number) + (weights[at] as number);
      }
    }
  }
  const isTied = (part: number, community: number) => {
    const own = partStrengths[part] as number;
    const rest = (communityStrengths[community] as number) - own;
    return (outward[part] as number) >= scale * own * rest - 1e-12;
  };
  const alone = new Uint8Array(count).fill(1);
  const surroundings = new Surroundings(count);
  for (const node of shuffledRange(count, random)) {
    const community = communities[node] as number;
    if (alone[node] === 0 || !isTied(node, community)) continue;
    surroundings.gather(graph, node, parts, communities);
    const strength = strengths[node] as number;
    let best = -1;
    let bestGain = 1e-12;
    for (const part of surroundings.around) {
      if (part === node || !isTied(part, community)) continue;
      const gain = (surroundings.ties[part] as number) - scale * strength * (partStrengths[part] as number);
      if (gain > bestGain) {
        best = part;
        bestGain = gain;
      }
    }
    if (best < 0) continue;
    outward[best] =
      (outward[best] as number) + (outward[node] as number) - 2 * (surroundings.ties[best] as number);
    partStrengths[best] = (partStrengths[best] as number) + strength;
    parts[node] = best;
    alone[best] = 0;
  }
  return parts;
}

function aggregate(graph: WeightedGraph, parts: Int32Array, partCount: number): WeightedGraph {
  const partners: Map<number, number>[] = Array.from({ length: partCount }, () => new Map());
  const strengths = new Float64Array(partCount);
  for (let node = 0; node < graph.count; node += 1) {
    const part = parts[node] as number;
    strengths[part] = (strengths[part] as number) + (graph.strengths[node] as number);
    const edges = partners[part] as Map<number, number>;
    const end = graph.offsets[node + 1] as number;
    for (let at = graph.offsets[node] as number; at < end; at += 1) {
      const target = parts[graph.targets[at] as number] as number;
      if (target !== part) edges.set(target, (edges.get(target) ?? 0) + (graph.weights[at] as number));
    }
  }
  return graphFromPartners(partners, strengths);
}
