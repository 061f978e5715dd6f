// A map of texts: neighbours near each other, the rest apart. UMAP's layout (McInnes, Healy and Melville 2018) over the
// neighbour graph that topic discovery makes anyway, started from the principal components and seeded, so that a map can be made again.
import type { Neighbours } from "../topics/neighbour-graph.ts";
import { seededRandom } from "../topics/random.ts";
import type { Rows } from "../topics/rows.ts";
import { type FuzzyEdges, fuzzyEdges } from "./fuzzy-edges.ts";
import { principalCoordinates } from "./principal-axes.ts";

export type LayoutOptions = {
  readonly seed: number;
  /** Times that the strongest edges pull. Default 500 up to 10,000 texts, 200 beyond. */
  readonly epochs?: number;
  /** Called with the share done, 0 to 1. */
  readonly onShare?: (share: number) => void;
  /** Checked once an epoch; aborting throws its reason. */
  readonly signal?: AbortSignal;
};

/** The curve 1 / (1 + A·d^2B) that fits a least distance of 0.1 at spread 1, as the paper's reference does. */
const A = 1.577;
const B = 0.8951;
const EXTENT = 10;
const LARGEST_STEP = 4;
const REPELLED_AT_ONCE = 5;

/** Two coordinates a row, in the order of the rows. Fewer than three rows lie on a line. */
export function layoutMap(rows: Rows, neighbours: Neighbours, options: LayoutOptions): Float32Array {
  const { seed, epochs = rows.count <= 10_000 ? 500 : 200 } = options;
  const random = seededRandom(seed);
  const places = principalCoordinates(rows, EXTENT, random);
  const edges = fuzzyEdges(neighbours);
  const schedule = pullSchedule(edges, epochs);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    options.signal?.throwIfAborted();
    const rate = 1 - epoch / epochs;
    for (let edge = 0; edge < schedule.next.length; edge += 1) {
      if ((schedule.next[edge] as number) > epoch) continue;
      schedule.next[edge] = (schedule.next[edge] as number) + (schedule.every[edge] as number);
      const one = edges.from[edge] as number;
      const two = edges.to[edge] as number;
      attract(places, one, two, rate);
      for (let times = 0; times < REPELLED_AT_ONCE; times += 1) {
        repel(places, one, Math.floor(random() * rows.count), rate);
        repel(places, two, Math.floor(random() * rows.count), rate);
      }
    }
    options.onShare?.((epoch + 1) / epochs);
  }
  return places;
}

/** The strongest edge pulls every epoch, one of half its weight every other one; the weakest never do. */
function pullSchedule({ weights }: FuzzyEdges, epochs: number): { every: Float32Array; next: Float32Array } {
  const strongest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  const every = weights.map((weight) =>
    weight * epochs < strongest ? Number.POSITIVE_INFINITY : strongest / weight,
  );
  return { every, next: every.slice() };
}

function attract(places: Float32Array, one: number, two: number, rate: number): void {
  const dx = (places[2 * one] as number) - (places[2 * two] as number);
  const dy = (places[2 * one + 1] as number) - (places[2 * two + 1] as number);
  const square = dx * dx + dy * dy;
  if (square === 0) return;
  const raised = square ** B;
  const pull = (-2 * A * B * raised) / square / (1 + A * raised);
  move(places, one, pull * dx, pull * dy, rate);
  move(places, two, -pull * dx, -pull * dy, rate);
}

function repel(places: Float32Array, one: number, other: number, rate: number): void {
  if (one === other) return;
  const dx = (places[2 * one] as number) - (places[2 * other] as number);
  const dy = (places[2 * one + 1] as number) - (places[2 * other + 1] as number);
  const square = dx * dx + dy * dy;
  const push = (2 * B) / ((0.001 + square) * (1 + A * square ** B));
  move(places, one, push * dx, push * dy, rate);
}

function move(places: Float32Array, row: number, dx: number, dy: number, rate: number): void {
  const clip = (value: number) => Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, value));
  places[2 * row] = (places[2 * row] as number) + rate * clip(dx);
  places[2 * row + 1] = (places[2 * row + 1] as number) + rate * clip(dy);
}
