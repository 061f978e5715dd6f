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
  const idAt = (row: number, rank: number) => neighbours.ids[row * neighbours.k + rank] as number;
  const lists = (row: number, wanted: number) => {
    for (let rank = 0; rank < used; rank += 1) if (idAt(row, rank) === wanted) return true;
    return false;
  };
  const offsets = new Int32Array(count + 1);
  for (let row = 0; row < count; row += 1) {
    for (let rank = 0; rank < used; rank += 1) {
      const other = idAt(row, rank);
      if (other < 0) continue;
      offsets[row + 1] = (offsets[row + 1] as number) + 1;
      if (!lists(other, row)) offsets[other + 1] = (offsets[other + 1] as number) + 1;
    }
  }
  for (let row = 0; row < count; row += 1) {
    offsets[row + 1] = (offsets[row + 1] as number) + (offsets[row] as number);
  }
  const places = offsets.slice(0, count);
  const targets = new Int32Array(offsets[count] as number);
  const add = (from: number, to: number) => {
    const place = places[from] as number;
    targets[place] = to;
    places[from] = place + 1;
  };
  for (let row = 0; row < count; row += 1) {
    for (let rank = 0; rank < used; rank += 1) {
      const other = idAt(row, rank);
      if (other < 0) continue;
      add(row, other);
      if (!lists(other, row)) add(other, row);
    }
  }
  const weights = new Float64Array(targets.length);
  const strengths = new Float64Array(count);
  const mark = new Int32Array(count).fill(-1);
  for (let row = 0; row < count; row += 1) {
    mark[row] = row;
    for (let rank = 0; rank < used; rank += 1) if (idAt(row, rank) >= 0) mark[idAt(row, rank)] = row;
    const end = offsets[row + 1] as number;
    targets.subarray(offsets[row], end).sort();
    for (let at = offsets[row] as number; at < end; at += 1) {
      const other = targets[at] as number;
      let common = mark[other] === row ? 1 : 0;
      for (let rank = 0; rank < used; rank += 1) if (mark[idAt(other, rank)] === row) common += 1;
      const weight = common / (2 * (used + 1) - common);
      weights[at] = weight;
      strengths[row] = (strengths[row] as number) + weight;
    }
  }
  return { count, offsets, targets, weights, strengths };
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
