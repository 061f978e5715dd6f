// An undirected weighted graph in compressed rows, and how one is made from nearest neighbours: two texts are tied by
// the share of neighbours they have in common, which holds in dense and in thin regions alike (Jarvis and Patrick 1973).
import type { Neighbours } from "./neighbour-graph.ts";

/** Node i's edges are `targets[offsets[i]] … targets[offsets[i + 1] - 1]`; each edge is stored at both its ends. */
export type WeightedGraph = {
  readonly count: number;
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
  /** Strength of each node: sum of its edges, those inside an aggregated node included. */
  readonly strengths: Float64Array;
};

/** Ties each row to its first `k` neighbours, weighted by the Jaccard share of common neighbours, itself included. */
export function sharedNeighbourGraph(neighbours: Neighbours, k: number): WeightedGraph {
  const used = Math.min(k, neighbours.k);
  const count = neighbours.k === 0 ? 0 : neighbours.ids.length / neighbours.k;
  const partners: Map<number, number>[] = Array.from({ length: count }, () => new Map());
  const mark = new Int32Array(count).fill(-1);
  for (let row = 0; row < count; row += 1) {
    mark[row] = row;
    for (let rank = 0; rank < used; rank += 1)
      mark[neighbours.ids[row * neighbours.k + rank] as number] = row;
    for (let rank = 0; rank < used; rank += 1) {
      const other = neighbours.ids[row * neighbours.k + rank] as number;
      if (other < 0 || partners[row]?.has(other)) continue;
      let common = mark[other] === row ? 1 : 0;
      for (let at = 0; at < used; at += 1) {
        if (mark[neighbours.ids[other * neighbours.k + at] as number] === row) common += 1;
      }
      const weight = common / (2 * (used + 1) - common);
      partners[row]?.set(other, weight);
      partners[other]?.set(row, weight);
    }
  }
  return graphFromPartners(partners);
}

/** Builds the compressed rows; nodes' edges come in ascending order of target. */
export function graphFromPartners(
  partners: readonly ReadonlyMap<number, number>[],
  strengths?: Float64Array,
): WeightedGraph {
  const count = partners.length;
  const offsets = new Int32Array(count + 1);
  partners.forEach((edges, node) => {
    offsets[node + 1] = (offsets[node] as number) + edges.size;
  });
  const targets = new Int32Array(offsets[count] as number);
  const weights = new Float64Array(offsets[count] as number);
  const sums = new Float64Array(count);
  partners.forEach((edges, node) => {
    let at = offsets[node] as number;
    for (const [target, weight] of [...edges].sort((a, b) => a[0] - b[0])) {
      targets[at] = target;
      weights[at] = weight;
      sums[node] = (sums[node] as number) + weight;
      at += 1;
    }
  });
  return { count, offsets, targets, weights, strengths: strengths ?? sums };
}
