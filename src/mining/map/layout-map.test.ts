import { describe, expect, it } from "vitest";
import { nearestNeighbours } from "../topics/neighbour-graph.ts";
import { seededRandom } from "../topics/random.ts";
import { type Rows, unitRows } from "../topics/rows.ts";
import { fuzzyEdges } from "./fuzzy-edges.ts";
import { layoutMap } from "./layout-map.ts";

const DIMENSION = 12;
const GROUPS = 4;

/** Rows round four directions, the groups in turn. */
function groupedRows(count: number, seed: number): Rows {
  const random = seededRandom(seed);
  const values = Float32Array.from({ length: count * DIMENSION }, (_, at) => {
    const group = Math.floor(at / DIMENSION) % GROUPS;
    return (at % DIMENSION === group ? 1 : 0) + 0.3 * (random() - 0.5);
  });
  return unitRows(values, DIMENSION);
}

function distance(places: Float32Array, one: number, two: number): number {
  return Math.hypot(
    (places[2 * one] as number) - (places[2 * two] as number),
    (places[2 * one + 1] as number) - (places[2 * two + 1] as number),
  );
}

describe("a map of texts", () => {
  const rows = groupedRows(160, 1);
  const neighbours = nearestNeighbours(rows, 10);
  const places = layoutMap(rows, neighbours, { seed: 1, epochs: 200 });

  it("puts a text's nearest on the map into its own group", () => {
    let same = 0;
    for (let row = 0; row < rows.count; row += 1) {
      const others = [...Array(rows.count).keys()].filter((other) => other !== row);
      const nearest = others.reduce((best, other) =>
        distance(places, row, other) < distance(places, row, best) ? other : best,
      );
      if (nearest % GROUPS === row % GROUPS) same += 1;
    }
    expect(same / rows.count).toBeGreaterThan(0.98);
  });

  it("is the same for the same seed and finite everywhere", () => {
    expect(layoutMap(rows, neighbours, { seed: 1, epochs: 200 })).toEqual(places);
    expect(places.every(Number.isFinite)).toBe(true);
  });

  it("lays out few, equal and no texts", () => {
    for (const count of [0, 1, 2, 5]) {
      const alike = unitRows(new Float32Array(count * DIMENSION).fill(1), DIMENSION);
      const laid = layoutMap(alike, nearestNeighbours(alike, 3), { seed: 1, epochs: 10 });
      expect(laid.length).toBe(2 * count);
      expect(laid.every(Number.isFinite)).toBe(true);
    }
  });

  it("stops when the signal aborts", () => {
    const signal = AbortSignal.abort(new Error("enough"));
    expect(() => layoutMap(rows, neighbours, { seed: 1, signal })).toThrow("enough");
  });
});

describe("edges of the map", () => {
  it("join each pair once, the nearest neighbour with full weight", () => {
    const rows = groupedRows(40, 2);
    const neighbours = nearestNeighbours(rows, 5);
    const { from, to, weights } = fuzzyEdges(neighbours);
    const pairs = new Set(Array.from(from, (one, edge) => `${one}-${to[edge]}`));
    expect(pairs.size).toBe(from.length);
    expect(from.every((one, edge) => one < (to[edge] as number))).toBe(true);
    expect(weights.every((weight) => weight > 0 && weight <= 1)).toBe(true);
    for (let row = 0; row < rows.count; row += 1) {
      const nearest = neighbours.ids[row * neighbours.k] as number;
      const edge = from.findIndex(
        (one, at) => one === Math.min(row, nearest) && to[at] === Math.max(row, nearest),
      );
      expect(weights[edge]).toBeCloseTo(1, 5);
    }
  });
});
