// Texts that say the same in nearly the same words ("my lamp from two weeks ago", "my lamp from last month") count once when
// topics are found. Otherwise wordings that many people share make dense spots that look like topics of their own.
import { NeighbourIndex, type Neighbours, nearestNeighbours, searchNeighbours } from "./neighbour-graph.ts";
import { dotRows, type Rows, scaleRows } from "./rows.ts";

export type NearTexts = {
  /** Mean directions of the texts that are nearly the same. */
  readonly rows: Rows;
  /** Row of `rows` for each row given. */
  readonly of: Int32Array;
  /** The nearest among `rows`. */
  readonly neighbours: (k: number, onShare: (share: number) => void) => Neighbours;
};

/** Two texts are nearly the same when their cosine is within this share of the log's spread (1 less the cosine of any two). */
const NEAR_SHARE = 0.05;
/** Smaller logs have no dense spots worth the name. */
const FEWEST = 600;
/** Where fewer than this share is left, the log is all alike and every text counts. */
const LEAST_LEFT = 0.2;
/** Larger logs are joined in one pass, in the order of their texts, which takes half the time and joins a little worse. */
const BY_DEGREE_LIMIT = 20_000;
/** Near ones looked at when all are compared, and when an index is searched. */
const COMPARED = 20;
const CANDIDATES = 4;
const REPORTED = 4096;

/** `anisotropy` is the mean cosine of any two rows. Rows must have length 1. */
export function joinNearTexts(
  rows: Rows,
  anisotropy: number,
  onShare: (share: number) => void = () => undefined,
): NearTexts {
  const least = 1 - NEAR_SHARE * (1 - anisotropy);
  if (rows.count < FEWEST) return everyText(rows);
  if (rows.count <= BY_DEGREE_LIMIT) {
    const of = leadersByDegree(rows, least, onShare);
    return joined(rows, of) ?? everyText(rows);
  }
  const { of, index } = leadersInOrder(rows, least, onShare);
  const near = joined(rows, of);
  const isAll = of.every((leader, row) => leader === row);
  if (near === undefined && !isAll) return everyText(rows);
  const { rows: kept } = near ?? { rows };
  return {
    rows: kept,
    of,
    neighbours: (k, report) => searchNeighbours(kept, index, Math.min(k, kept.count - 1), report),
  };
}

function everyText(rows: Rows): NearTexts {
  return {
    rows,
    of: Int32Array.from({ length: rows.count }, (_, row) => row),
    neighbours: (k, onShare) => nearestNeighbours(rows, k, { onShare }),
  };
}

function joined(rows: Rows, of: Int32Array): NearTexts | undefined {
  const count = of.reduce((most, leader) => Math.max(most, leader + 1), 0);
  if (count === rows.count || count < LEAST_LEFT * rows.count) return undefined;
  return { ...everyText(meanRows(rows, of, count)), of };
}

/** Mean directions in single precision: groups are small, and there may be a million of them. */
function meanRows({ values, dimension }: Rows, of: Int32Array, count: number): Rows {
  const sums = new Float32Array(count * dimension);
  of.forEach((leader, row) => {
    const [from, to] = [row * dimension, leader * dimension];
    for (let at = 0; at < dimension; at += 1) {
      sums[to + at] = (sums[to + at] as number) + (values[from + at] as number);
    }
  });
  return scaleRows({ values: sums, count, dimension });
}

/** The rows with the most near ones lead; each takes those around it that nobody has. Leaders are numbered from 0. */
function leadersByDegree(rows: Rows, least: number, onShare: (share: number) => void): Int32Array {
  const { k, ids, similarities } = nearestNeighbours(rows, COMPARED, { onShare });
  const nearOf = (row: number) => {
    const near: number[] = [];
    for (let at = row * k; at < (row + 1) * k && (similarities[at] as number) >= least; at += 1) {
      near.push(ids[at] as number);
    }
    return near;
  };
  const degrees = Int32Array.from({ length: rows.count }, (_, row) => nearOf(row).length);
  const order = [...degrees.keys()].sort((a, b) => (degrees[b] as number) - (degrees[a] as number) || a - b);
  const of = new Int32Array(rows.count).fill(-1);
  let leaders = 0;
  for (const row of order) {
    if (of[row] !== -1) continue;
    of[row] = leaders;
    for (const other of nearOf(row)) if (of[other] === -1) of[other] = leaders;
    leaders += 1;
  }
  return of;
}

/** In one pass: a row follows the nearest leader so far, or becomes one and enters the index. */
function leadersInOrder(rows: Rows, least: number, onShare: (share: number) => void) {
  const index = new NeighbourIndex(rows.dimension);
  const of = new Int32Array(rows.count);
  const leaders: number[] = [];
  for (let row = 0; row < rows.count; row += 1) {
    let nearest = -1;
    let most = least;
    for (const number of index.search(rows, row, CANDIDATES)) {
      const cosine = dotRows(rows, row, rows, leaders[number] as number);
      if (cosine < most) continue;
      most = cosine;
      nearest = number;
    }
    of[row] = nearest < 0 ? index.add(rows, row) : nearest;
    if (nearest < 0) leaders.push(row);
    if (row % REPORTED === 0) onShare(row / rows.count);
  }
  return { of, index };
}
