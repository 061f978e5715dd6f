// The weighted graph behind the map: how surely two texts are neighbours, after McInnes, Healy and Melville 2018 ("UMAP: Uniform
// Manifold Approximation and Projection for Dimension Reduction", sections 3.1 and 4.1).
import type { Neighbours } from "../topics/neighbour-graph.ts";

/** Edge e joins `from[e]` and `to[e]`, from below to; weights are above 0 and at most 1. */
export type FuzzyEdges = {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weights: Float32Array;
};

const SEARCH_STEPS = 40;

/** Joins each row's view of its neighbours to one graph without direction: a + b − a·b. */
export function fuzzyEdges({ k, ids, similarities }: Neighbours): FuzzyEdges {
  const count = k === 0 ? 0 : ids.length / k;
  const seen = new Map<number, number>();
  const distances = new Float64Array(k);
  for (let row = 0; row < count; row += 1) {
    for (let at = 0; at < k; at += 1) distances[at] = Math.max(0, 1 - (similarities[row * k + at] as number));
    const nearest = distances.find((distance) => distance > 0) ?? 0;
    const scale = smoothScale(distances, nearest);
    for (let at = 0; at < k; at += 1) {
      const other = ids[row * k + at] as number;
      const weight = Math.exp(-Math.max(0, (distances[at] as number) - nearest) / scale);
      const key = row < other ? row * count + other : other * count + row;
      const before = seen.get(key) ?? 0;
      seen.set(key, before + weight - before * weight);
    }
  }
  const from = new Int32Array(seen.size);
  const to = new Int32Array(seen.size);
  const weights = new Float32Array(seen.size);
  let edge = 0;
  for (const [key, weight] of seen) {
    from[edge] = Math.floor(key / count);
    to[edge] = key % count;
    weights[edge] = weight;
    edge += 1;
  }
  return { from, to, weights };
}

/** The scale at which a row's neighbours weigh log2(k) together, by bisection. */
function smoothScale(distances: Float64Array, nearest: number): number {
  const target = Math.log2(distances.length);
  const mean = distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
  const least = Math.max(1e-6, 1e-3 * mean);
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let scale = Math.max(least, mean);
  for (let step = 0; step < SEARCH_STEPS; step += 1) {
    let sum = 0;
    for (const distance of distances) sum += Math.exp(-Math.max(0, distance - nearest) / scale);
    if (Math.abs(sum - target) < 1e-5) break;
    if (sum > target) high = scale;
    else low = scale;
    scale = high === Number.POSITIVE_INFINITY ? scale * 2 : (low + high) / 2;
  }
  return Math.max(least, scale);
}
