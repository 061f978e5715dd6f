// The k nearest neighbours of every row by cosine. Few rows are compared all with all; more go through usearch's HNSW
// index, built and searched on one thread so that the same input always gives the same graph, and rescored exactly.
import { Index, type MetricKind, type ScalarKind } from "usearch";
import { dotRows, type Rows } from "./rows.ts";

/** Row i's neighbours are `ids[i * k] … ids[i * k + k - 1]`, the nearest first, never i itself. */
export type Neighbours = {
  readonly k: number;
  readonly ids: Int32Array;
  readonly similarities: Float32Array;
};

/** Up to here all pairs are compared: 2,000 rows of 384 take 0.6 s, the index 0.5 s and a recall a little under 1. */
const EXACT_LIMIT = 2000;
const SEARCH_BLOCK = 4096;

export type NeighbourOptions = {
  /** Called with the share done, 0 to 1. */
  readonly onShare?: (share: number) => void;
};

/** The `k` nearest of each row (fewer only when there are not so many rows). Rows must have length 1. */
export function nearestNeighbours(rows: Rows, k: number, options: NeighbourOptions = {}): Neighbours {
  const wanted = Math.max(0, Math.min(k, rows.count - 1));
  if (wanted === 0) return { k: 0, ids: new Int32Array(0), similarities: new Float32Array(0) };
  return rows.count <= EXACT_LIMIT
    ? compareAll(rows, wanted)
    : searchIndex(rows, wanted, options.onShare ?? (() => undefined));
}

/** Keeps the best `k` candidates of one row, ties by the lower row number. */
class NearestList {
  readonly ids: Int32Array;
  readonly similarities: Float32Array;
  private filled = 0;
  private readonly start: number;
  private readonly k: number;

  constructor(result: Neighbours, row: number) {
    this.ids = result.ids;
    this.similarities = result.similarities;
    this.k = result.k;
    this.start = row * result.k;
  }

  offer(id: number, similarity: number): void {
    const rounded = Math.fround(similarity);
    let place = this.filled;
    while (place > 0 && this.isBefore(id, rounded, place - 1)) place -= 1;
    if (place >= this.k) return;
    const last = Math.min(this.filled, this.k - 1);
    for (let at = last; at > place; at -= 1) {
      this.ids[this.start + at] = this.ids[this.start + at - 1] as number;
      this.similarities[this.start + at] = this.similarities[this.start + at - 1] as number;
    }
    this.ids[this.start + place] = id;
    this.similarities[this.start + place] = rounded;
    if (this.filled < this.k) this.filled += 1;
  }

  private isBefore(id: number, similarity: number, place: number): boolean {
    const other = this.similarities[this.start + place] as number;
    return similarity > other || (similarity === other && id < (this.ids[this.start + place] as number));
  }
}

function emptyNeighbours(count: number, k: number): Neighbours {
  return { k, ids: new Int32Array(count * k).fill(-1), similarities: new Float32Array(count * k) };
}

function compareAll(rows: Rows, k: number): Neighbours {
  const result = emptyNeighbours(rows.count, k);
  const lists = Array.from({ length: rows.count }, (_, row) => new NearestList(result, row));
  for (let a = 0; a < rows.count; a += 1) {
    for (let b = a + 1; b < rows.count; b += 1) {
      const similarity = dotRows(rows, a, rows, b);
      lists[a]?.offer(b, similarity);
      lists[b]?.offer(a, similarity);
    }
  }
  return result;
}

function searchIndex(rows: Rows, k: number, onShare: (share: number) => void): Neighbours {
  const { values, count, dimension } = rows;
  const index = new Index({
    dimensions: dimension,
    metric: "ip" as MetricKind,
    quantization: "bf16" as ScalarKind,
    connectivity: 16,
    expansion_add: 96,
    expansion_search: 96,
    multi: false,
  });
  const blocks = Math.ceil(count / SEARCH_BLOCK);
  const blockOf = (block: number) => {
    const start = block * SEARCH_BLOCK;
    const end = Math.min(count, start + SEARCH_BLOCK);
    return { start, end, slice: values.subarray(start * dimension, end * dimension) };
  };
  for (let block = 0; block < blocks; block += 1) {
    const { start, end, slice } = blockOf(block);
    index.add(
      BigUint64Array.from({ length: end - start }, (_, at) => BigInt(start + at)),
      slice,
      1,
    );
    onShare((0.6 * (block + 1)) / blocks);
  }
  const result = emptyNeighbours(count, k);
  const wanted = Math.min(count, k + 8);
  for (let block = 0; block < blocks; block += 1) {
    const { start, end, slice } = blockOf(block);
    if (end - start === 1) {
      collect(rows, result, start, index.search(slice, wanted, 1).keys);
    } else {
      const found = index.search(slice as unknown as Float32Array[], wanted, 1);
      for (let row = start; row < end; row += 1) {
        const from = (row - start) * wanted;
        const matched = Number((found as { counts: BigUint64Array }).counts[row - start]);
        collect(rows, result, row, found.keys.subarray(from, from + matched));
      }
    }
    onShare(0.6 + (0.4 * (block + 1)) / blocks);
  }
  return result;
}

function collect(rows: Rows, result: Neighbours, row: number, keys: BigUint64Array): void {
  const list = new NearestList(result, row);
  for (const key of keys) {
    const id = Number(key);
    if (id !== row) list.offer(id, dotRows(rows, row, rows, id));
  }
}
