// Merges communities whose mean directions are the same within a threshold, the closest first (centroid linkage). Size
// plays no part, so one large topic that was cut into many communities grows together while small ones stay apart:
// that is what a skewed log needs. Ward, which weighs by size, keeps cutting the large one.
import { renumber } from "./leiden.ts";
import type { Rows } from "./rows.ts";

export type MergeLimit = {
  /** Merge while the closest pair's cosine is at least this. */
  readonly minimumCosine?: number;
  /** Merge until this many are left. */
  readonly k?: number;
};

/** The merged community of each row; communities must be numbered from 0 without gaps. */
export function mergeCommunities(rows: Rows, communities: Int32Array, limit: MergeLimit): Int32Array {
  const count = communities.reduce((most, community) => Math.max(most, community + 1), 0);
  const centres = new CommunityCentres(rows, communities, count);
  const parent = Int32Array.from({ length: count }, (_, at) => at);
  const fewest = limit.k ?? 1;
  const threshold = limit.minimumCosine ?? -1;
  while (centres.alive.length > fewest) {
    const pair = centres.closestPair();
    if (pair === undefined || pair.cosine < threshold) break;
    centres.merge(pair.kept, pair.gone);
    parent[pair.gone] = pair.kept;
  }
  const rootOf = (community: number) => {
    let root = community;
    while (parent[root] !== root) root = parent[root] as number;
    return root;
  };
  return renumber(communities.map(rootOf));
}

/** Sums of the members' vectors, and for each community the nearest other one, kept up to date through merges. */
class CommunityCentres {
  readonly alive: number[];
  private readonly sums: Float64Array;
  private readonly lengths: Float64Array;
  private readonly dimension: number;
  private readonly nearest: Int32Array;
  private readonly cosines: Float64Array;

  constructor(rows: Rows, communities: Int32Array, count: number) {
    const { values, dimension } = rows;
    this.dimension = dimension;
    this.alive = Array.from({ length: count }, (_, at) => at);
    this.sums = new Float64Array(count * dimension);
    communities.forEach((community, row) => {
      for (let at = 0; at < dimension; at += 1) {
        const to = community * dimension + at;
        this.sums[to] = (this.sums[to] as number) + (values[row * dimension + at] as number);
      }
    });
    this.lengths = new Float64Array(count);
    for (const community of this.alive) this.measure(community);
    this.nearest = new Int32Array(count).fill(-1);
    this.cosines = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
    for (const community of this.alive) {
      for (const other of this.alive) {
        if (other >= community) break;
        const cosine = this.cosine(community, other);
        this.offer(community, other, cosine);
        this.offer(other, community, cosine);
      }
    }
  }

  closestPair(): { kept: number; gone: number; cosine: number } | undefined {
    let best = -1;
    for (const community of this.alive) {
      if (best < 0 || (this.cosines[community] as number) > (this.cosines[best] as number)) best = community;
    }
    const other = best < 0 ? -1 : (this.nearest[best] as number);
    if (other < 0) return undefined;
    return {
      kept: Math.min(best, other),
      gone: Math.max(best, other),
      cosine: this.cosines[best] as number,
    };
  }

  merge(kept: number, gone: number): void {
    for (let at = 0; at < this.dimension; at += 1) {
      const to = kept * this.dimension + at;
      this.sums[to] = (this.sums[to] as number) + (this.sums[gone * this.dimension + at] as number);
    }
    this.measure(kept);
    this.alive.splice(this.alive.indexOf(gone), 1);
    this.findNearest(kept);
    for (const community of this.alive) {
      if (community === kept) continue;
      const nearest = this.nearest[community] as number;
      if (nearest === kept || nearest === gone) {
        this.findNearest(community);
        continue;
      }
      this.offer(community, kept, this.cosine(community, kept));
    }
  }

  private offer(community: number, other: number, cosine: number): void {
    if (cosine <= (this.cosines[community] as number)) return;
    this.cosines[community] = cosine;
    this.nearest[community] = other;
  }

  private measure(community: number): void {
    let squares = 0;
    const start = community * this.dimension;
    for (let at = start; at < start + this.dimension; at += 1) squares += (this.sums[at] as number) ** 2;
    this.lengths[community] = Math.sqrt(squares);
  }

  private cosine(left: number, right: number): number {
    const lengths = (this.lengths[left] as number) * (this.lengths[right] as number);
    if (lengths === 0) return 0;
    const a = left * this.dimension;
    const b = right * this.dimension;
    let even = 0;
    let odd = 0;
    let at = 0;
    for (; at + 1 < this.dimension; at += 2) {
      even += (this.sums[a + at] as number) * (this.sums[b + at] as number);
      odd += (this.sums[a + at + 1] as number) * (this.sums[b + at + 1] as number);
    }
    if (at < this.dimension) even += (this.sums[a + at] as number) * (this.sums[b + at] as number);
    return (even + odd) / lengths;
  }

  private findNearest(community: number): void {
    let nearest = -1;
    let best = Number.NEGATIVE_INFINITY;
    for (const other of this.alive) {
      if (other === community) continue;
      const cosine = this.cosine(community, other);
      if (cosine > best) {
        best = cosine;
        nearest = other;
      }
    }
    this.nearest[community] = nearest;
    this.cosines[community] = best;
  }
}
