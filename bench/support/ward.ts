// Ward's clustering by chains of nearest neighbours (Murtagh 1983): exact, quadratic in time and memory.

type Merge = { readonly a: number; readonly b: number; readonly height: number };

/** Number of the cluster of each vector, when the tree is cut into `count` clusters. */
export function clusterByWard(vectors: readonly Float32Array[], count: number): number[] {
  const merges = mergeAll(vectors).sort((x, y) => x.height - y.height);
  const parent = vectors.map((_, index) => index);
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  for (const { a, b } of merges.slice(0, vectors.length - count)) parent[rootOf(b)] = rootOf(a);
  const numbers = new Map<number, number>();
  return vectors.map((_, index) => {
    const root = rootOf(index);
    const known = numbers.get(root) ?? numbers.size;
    numbers.set(root, known);
    return known;
  });
}

function mergeAll(vectors: readonly Float32Array[]): Merge[] {
  const total = vectors.length;
  const distances = squaredDistances(vectors);
  const sizes = new Float64Array(total).fill(1);
  const merges: Merge[] = [];
  const chain: number[] = [];
  let firstActive = 0;
  while (merges.length < total - 1) {
    if (chain.length === 0) {
      while (sizes[firstActive] === 0) firstActive += 1;
      chain.push(firstActive);
    }
    const current = chain.at(-1) ?? 0;
    const previous = chain.at(-2);
    let nearest = previous ?? -1;
    let shortest =
      previous === undefined ? Number.POSITIVE_INFINITY : (distances[current * total + previous] ?? 0);
    for (let other = 0; other < total; other++) {
      if (sizes[other] === 0 || other === current) continue;
      const distance = distances[current * total + other] ?? 0;
      if (distance < shortest) {
        shortest = distance;
        nearest = other;
      }
    }
    if (nearest !== previous) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    merges.push({ a: nearest, b: current, height: shortest });
    join(distances, sizes, nearest, current, shortest);
  }
  return merges;
}

/** Joins `gone` into `kept` by the formula of Lance and Williams for Ward. */
function join(
  distances: Float32Array,
  sizes: Float64Array,
  kept: number,
  gone: number,
  between: number,
): void {
  const total = sizes.length;
  const [keptSize, goneSize] = [sizes[kept] ?? 0, sizes[gone] ?? 0];
  for (let other = 0; other < total; other++) {
    const size = sizes[other] ?? 0;
    if (size === 0 || other === kept || other === gone) continue;
    const toKept = distances[kept * total + other] ?? 0;
    const toGone = distances[gone * total + other] ?? 0;
    const joined =
      ((size + keptSize) * toKept + (size + goneSize) * toGone - size * between) /
      (size + keptSize + goneSize);
    distances[kept * total + other] = joined;
    distances[other * total + kept] = joined;
  }
  sizes[kept] = keptSize + goneSize;
  sizes[gone] = 0;
}

function squaredDistances(vectors: readonly Float32Array[]): Float32Array {
  const total = vectors.length;
  const distances = new Float32Array(total * total);
  for (const [row, vector] of vectors.entries()) {
    for (let column = 0; column < row; column++) {
      const other = vectors[column] ?? vector;
      let sum = 0;
      for (let index = 0; index < vector.length; index++) {
        const difference = (vector[index] ?? 0) - (other[index] ?? 0);
        sum += difference * difference;
      }
      distances[row * total + column] = sum;
      distances[column * total + row] = sum;
    }
  }
  return distances;
}
