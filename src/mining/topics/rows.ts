// Vectors as rows of one flat array: scaling to length 1, dot products, means.

/** A matrix of `count` rows of `dimension` numbers, row after row. */
export type Rows = { readonly values: Float32Array; readonly count: number; readonly dimension: number };

/** Float32 rows of length 1 are off by less. */
const ROUNDING = 1e-5;

/**
 * The rows scaled to length 1; a row of zeros stays as it is. Rows that have that length already are not copied, since a
 * million of them are 1.5 GB: what is given back may be the array that was given.
 */
export function unitRows(values: Float32Array, dimension: number): Rows {
  const count = values.length / dimension;
  return hasUnitRows(values, dimension)
    ? { values, count, dimension }
    : scaleRows({ values: values.slice(), count, dimension });
}

/** Scales the rows to length 1 where they are. */
export function scaleRows(rows: Rows): Rows {
  const { values, count, dimension } = rows;
  for (let row = 0; row < count; row += 1) {
    const squares = dotRows(rows, row, rows, row);
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let at = row * dimension; at < (row + 1) * dimension; at += 1) {
      values[at] = (values[at] as number) * scale;
    }
  }
  return rows;
}

function hasUnitRows(values: Float32Array, dimension: number): boolean {
  const rows: Rows = { values, count: values.length / dimension, dimension };
  for (let row = 0; row < rows.count; row += 1) {
    if (Math.abs(dotRows(rows, row, rows, row) - 1) > ROUNDING) return false;
  }
  return true;
}

/** The rows named by `indices`, in that order. */
export function takeRows(rows: Rows, indices: ArrayLike<number>): Rows {
  const { values, dimension } = rows;
  const taken = new Float32Array(indices.length * dimension);
  for (let to = 0; to < indices.length; to += 1) {
    const from = (indices[to] as number) * dimension;
    taken.set(values.subarray(from, from + dimension), to * dimension);
  }
  return { values: taken, count: indices.length, dimension };
}

/** Dot product of row `a` of one matrix with row `b` of another of the same dimension. */
export function dotRows(left: Rows, a: number, right: Rows, b: number): number {
  const x = left.values;
  const y = right.values;
  const end = (a + 1) * left.dimension;
  let at = a * left.dimension;
  let other = b * right.dimension;
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  for (; at + 3 < end; at += 4, other += 4) {
    sum0 += (x[at] as number) * (y[other] as number);
    sum1 += (x[at + 1] as number) * (y[other + 1] as number);
    sum2 += (x[at + 2] as number) * (y[other + 2] as number);
    sum3 += (x[at + 3] as number) * (y[other + 3] as number);
  }
  for (; at < end; at += 1, other += 1) sum0 += (x[at] as number) * (y[other] as number);
  return sum0 + sum1 + (sum2 + sum3);
}

/**
 * The mean direction of each group: sums of the rows by `groups` (-1: in none), each row times its weight, scaled to
 * length 1.
 */
export function groupCentroids(
  rows: Rows,
  groups: ArrayLike<number>,
  groupCount: number,
  weights?: ArrayLike<number>,
): Rows {
  const { values, count, dimension } = rows;
  const sums = new Float64Array(groupCount * dimension);
  for (let row = 0; row < count; row += 1) {
    const group = groups[row] as number;
    if (group < 0) continue;
    const weight = weights === undefined ? 1 : (weights[row] as number);
    const from = row * dimension;
    const to = group * dimension;
    for (let at = 0; at < dimension; at += 1) {
      sums[to + at] = (sums[to + at] as number) + (values[from + at] as number) * weight;
    }
  }
  return scaleRows({ values: Float32Array.from(sums), count: groupCount, dimension });
}
