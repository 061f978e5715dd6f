// Ward's agglomerative clustering of weighted points by nearest-neighbour chains (Murtagh 1983): the tree of merges that
// cost least variance. Needs a distance for each pair, so it is for up to a few thousand points.
import { dotRows, type Rows } from "./rows.ts";

/** Two clusters that became one: points are 0 to n-1, the cluster made by merge i is n + i. Costs never fall. */
export type Merge = { readonly left: number; readonly right: number; readonly cost: number };

/** The n-1 merges, the cheapest first. `sizes` is how many points each row stands for, default 1. */
export function wardTree(rows: Rows, sizes?: ArrayLike<number>): Merge[] {
  const { count } = rows;
  const weight = Float64Array.from({ length: count }, (_, at) => (sizes ? (sizes[at] as number) : 1));
  const distances = wardDistances(rows, weight);
  const raw: Merge[] = [];
  const alive = Int32Array.from({ length: count }, (_, at) => at);
  let aliveCount = count;
  const chain: number[] = [];
  while (aliveCount > 1) {
    if (chain.length === 0) chain.push(alive[0] as number);
    const tip = chain[chain.length - 1] as number;
    const before = chain.length > 1 ? (chain[chain.length - 2] as number) : -1;
    let nearest = before;
    let least = before < 0 ? Number.POSITIVE_INFINITY : distances.get(tip, before);
    for (let at = 0; at < aliveCount; at += 1) {
      const other = alive[at] as number;
      if (other === tip) continue;
      const cost = distances.get(tip, other);
      if (cost < least) {
        least = cost;
        nearest = other;
      }
    }
    if (nearest !== before) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    const kept = Math.min(tip, nearest);
    const gone = Math.max(tip, nearest);
    raw.push({ left: kept, right: gone, cost: least });
    mergeDistances(distances, weight, alive, aliveCount, kept, gone, least);
    const place = alive.indexOf(gone);
    alive[place] = alive[aliveCount - 1] as number;
    aliveCount -= 1;
  }
  return orderMerges(raw, count);
}

/** The cluster of each point when the tree is cut so that `k` clusters are left. */
export function cutTree(merges: readonly Merge[], count: number, k: number): Int32Array {
  const parent = Int32Array.from({ length: count + merges.length }, (_, at) => at);
  merges.slice(0, Math.max(0, count - k)).forEach(({ left, right }, at) => {
    parent[left] = count + at;
    parent[right] = count + at;
  });
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) root = parent[root] as number;
    return root;
  };
  const numbers = new Map<number, number>();
  return Int32Array.from({ length: count }, (_, point) => {
    const root = rootOf(point);
    const known = numbers.get(root) ?? numbers.size;
    numbers.set(root, known);
    return known;
  });
}

class PairDistances {
  private readonly values: Float32Array;

  constructor(count: number) {
    this.values = new Float32Array((count * (count - 1)) / 2);
  }

  private place(a: number, b: number): number {
    return a > b ? (a * (a - 1)) / 2 + b : (b * (b - 1)) / 2 + a;
  }

  get(a: number, b: number): number {
    return this.values[this.place(a, b)] as number;
  }

  set(a: number, b: number, value: number): void {
    this.values[this.place(a, b)] = value;
  }
}

function wardDistances(rows: Rows, weight: Float64Array): PairDistances {
  const distances = new PairDistances(rows.count);
  const squares = Float64Array.from({ length: rows.count }, (_, row) => dotRows(rows, row, rows, row));
  for (let a = 1; a < rows.count; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const squared = (squares[a] as number) + (squares[b] as number) - 2 * dotRows(rows, a, rows, b);
      const wa = weight[a] as number;
      const wb = weight[b] as number;
      distances.set(a, b, (Math.max(0, squared) * wa * wb) / (wa + wb));
    }
  }
  return distances;
}

/** Lance and Williams' update for Ward's criterion; `kept` becomes the union. */
function mergeDistances(
  distances: PairDistances,
  weight: Float64Array,
  alive: Int32Array,
  aliveCount: number,
  kept: number,
  gone: number,
  cost: number,
): void {
  const wa = weight[kept] as number;
  const wb = weight[gone] as number;
  for (let at = 0; at < aliveCount; at += 1) {
    const other = alive[at] as number;
    if (other === kept || other === gone) continue;
    const wo = weight[other] as number;
    const merged =
      ((wa + wo) * distances.get(kept, other) + (wb + wo) * distances.get(gone, other) - wo * cost) /
      (wa + wb + wo);
    distances.set(kept, other, merged);
  }
  weight[kept] = wa + wb;
}

/** Chains find merges out of order: sorts them by cost and renames what was merged before. */
function orderMerges(raw: readonly Merge[], count: number): Merge[] {
  const order = raw.map((_, at) => at).sort((a, b) => (raw[a]?.cost ?? 0) - (raw[b]?.cost ?? 0) || a - b);
  const current = Int32Array.from({ length: count }, (_, at) => at);
  return order.map((at, place) => {
    const merge = raw[at] as Merge;
    const left = current[merge.left] as number;
    const right = current[merge.right] as number;
    current[merge.left] = count + place;
    return { left, right, cost: merge.cost };
  });
}
