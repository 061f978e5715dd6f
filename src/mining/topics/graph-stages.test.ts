import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeBlobs } from "../../../test/support/blobs.ts";
import { scoreClustering } from "../evaluate/clustering-scores.ts";
import { averageWithNeighbours } from "./average-neighbours.ts";
import { leiden } from "./leiden.ts";
import { mergeCommunities } from "./merge-communities.ts";
import { nearestNeighbours } from "./neighbour-graph.ts";
import { seededRandom } from "./random.ts";
import { dotRows, unitRows } from "./rows.ts";
import { cutTree, wardTree } from "./ward.ts";
import { graphFromPartners, sharedNeighbourGraph } from "./weighted-graph.ts";

const blobs = makeBlobs([30, 30, 30, 60]);
const rows = unitRows(blobs.vectors, blobs.dimension);

describe("nearestNeighbours", () => {
  it("gives the nearest first, never the row itself", () => {
    const { k, ids, similarities } = nearestNeighbours(rows, 10);
    for (let row = 0; row < rows.count; row += 1) {
      const own = [...ids.subarray(row * k, row * k + k)];
      expect(own).not.toContain(row);
      expect(new Set(own).size).toBe(k);
      const order = [...similarities.subarray(row * k, row * k + k)];
      expect(order).toEqual(order.toSorted((a, b) => b - a));
      expect(dotRows(rows, row, rows, own[0] ?? 0)).toBeCloseTo(order[0] ?? 0, 5);
    }
  });

  it("has fewer neighbours than asked for when there are fewer rows", () => {
    expect(nearestNeighbours(unitRows(Float32Array.of(1, 0, 0, 1), 2), 5)).toMatchObject({ k: 1 });
    expect(nearestNeighbours(unitRows(Float32Array.of(1, 0), 2), 5)).toMatchObject({ k: 0 });
  });

  it("finds by the index what comparing all finds, the same in every run", () => {
    const many = makeBlobs([300, 300, 300, 300, 300, 300, 250]);
    const all = unitRows(many.vectors, many.dimension);
    const first = nearestNeighbours(all, 10);
    expect(nearestNeighbours(all, 10).ids).toEqual(first.ids);
    let found = 0;
    for (let row = 0; row < all.count; row += 50) {
      const exact = Array.from({ length: all.count }, (_, other) => other)
        .filter((other) => other !== row)
        .sort((a, b) => dotRows(all, row, all, b) - dotRows(all, row, all, a))
        .slice(0, 10);
      found += exact.filter((id) => first.ids.subarray(row * 10, row * 10 + 10).includes(id)).length;
    }
    expect(found / (10 * Math.ceil(all.count / 50))).toBeGreaterThan(0.95);
  });
});

describe("averageWithNeighbours", () => {
  it("draws texts of one group together", () => {
    const averaged = averageWithNeighbours(rows, nearestNeighbours(rows, 10));
    expect(dotRows(averaged, 0, averaged, 5)).toBeGreaterThan(dotRows(rows, 0, rows, 5));
  });
});

describe("leiden", () => {
  const graph = sharedNeighbourGraph(nearestNeighbours(rows, 10), 10);

  it("finds planted groups", () => {
    const found = leiden(graph, { resolution: 0.5, random: seededRandom(1) });
    expect(scoreClustering(found, blobs.labels)).toMatchObject({ groups: 4, accuracy: 1 });
  });

  it("finds more groups at a higher resolution and the same for the same seed", () => {
    const at = (resolution: number) => leiden(graph, { resolution, random: seededRandom(3) });
    expect(Math.max(...at(8))).toBeGreaterThan(Math.max(...at(0.5)));
    expect(at(2)).toEqual(at(2));
  });

  it("gives connected communities on any graph", () => {
    const edges = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 14 }),
        fc.double({ min: 0.1, max: 3, noNaN: true }),
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(edges, fc.integer(), (list, seed) => {
        const partners: Map<number, number>[] = Array.from({ length: 15 }, () => new Map());
        for (const [a, b, weight] of list) {
          if (a === b) continue;
          partners[a]?.set(b, weight);
          partners[b]?.set(a, weight);
        }
        const found = leiden(graphFromPartners(partners), { resolution: 1, random: seededRandom(seed) });
        for (let node = 0; node < 15; node += 1) {
          const reached = new Set([found.indexOf(found[node] as number)]);
          for (const at of reached) {
            for (const next of partners[at]?.keys() ?? []) if (found[next] === found[node]) reached.add(next);
          }
          expect(reached.has(node)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("wardTree", () => {
  it("cuts into exactly k groups and finds planted ones", () => {
    const tree = wardTree(rows);
    expect(tree).toHaveLength(rows.count - 1);
    expect(tree.every((merge, at) => at === 0 || merge.cost >= (tree[at - 1]?.cost ?? 0))).toBe(true);
    for (const k of [1, 4, 17, rows.count]) expect(new Set(cutTree(tree, rows.count, k)).size).toBe(k);
    expect(scoreClustering(cutTree(tree, rows.count, 4), blobs.labels).accuracy).toBe(1);
  });

  it("treats a row of weight 3 as three rows", () => {
    const line = unitRows(Float32Array.of(1, 0, 1, 0.2, 0.2, 1), 2);
    const repeated = unitRows(Float32Array.of(1, 0, 1, 0, 1, 0, 1, 0.2, 0.2, 1), 2);
    const weighted = wardTree(line, [3, 1, 1]).at(-1)?.cost ?? 0;
    expect(weighted).toBeCloseTo(wardTree(repeated).at(-1)?.cost ?? 0, 5);
  });
});

describe("mergeCommunities", () => {
  const communities = Int32Array.from({ length: rows.count }, (_, row) => Math.floor(row / 10));

  it("grows pieces of one group together and keeps groups apart", () => {
    const merged = mergeCommunities(rows, communities, { minimumCosine: 0.7 });
    expect(scoreClustering(merged, blobs.labels)).toMatchObject({ groups: 4, accuracy: 1 });
  });

  it("stops at k", () => {
    expect(new Set(mergeCommunities(rows, communities, { k: 6 })).size).toBe(6);
  });
});
