import { dotRows, groupCentroids, type Rows } from "./rows.ts";

const MOST_ROUNDS = 20;

/** Moves each row to the group whose mean direction is nearest until none moves (spherical k-means); no group is emptied. */
export function polishGroups(rows: Rows, given: Int32Array, count: number): Int32Array {
  let groups = given;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const centroids = groupCentroids(rows, groups, count);
    const next = groups.slice();
    const sizes = new Int32Array(count);
    for (const group of groups) sizes[group] = (sizes[group] as number) + 1;
    let moved = 0;
    for (let row = 0; row < rows.count; row += 1) {
      const own = groups[row] as number;
      let best = own;
      let most = dotRows(rows, row, centroids, own);
      for (let group = 0; group < count; group += 1) {
        const cosine = group === own ? most : dotRows(rows, row, centroids, group);
        if (cosine > most + 1e-9) {
          most = cosine;
          best = group;
        }
      }
      if (best === own || (sizes[own] as number) < 2) continue;
      sizes[own] = (sizes[own] as number) - 1;
      sizes[best] = (sizes[best] as number) + 1;
      next[row] = best;
      moved += 1;
    }
    groups = next;
    if (moved === 0) break;
  }
  return groups;
}
