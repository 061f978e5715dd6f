import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutDendrogram, type Dendrogram } from "./dendrogram.ts";

const tree: Dendrogram = {
  leaves: 4,
  merges: [
    { left: 0, right: 2, height: 0.2, name: "a" },
    { left: 1, right: 3, height: 0.5, name: "b" },
    { left: 4, right: 5, height: 1.5, name: "all" },
  ],
};

describe("cutDendrogram", () => {
  it("leaves as many clusters as asked for, with the node of each", () => {
    expect(cutDendrogram(tree, 4)).toEqual({ clusterOf: Int32Array.of(0, 1, 2, 3), nodes: [0, 1, 2, 3] });
    expect(cutDendrogram(tree, 3)).toEqual({ clusterOf: Int32Array.of(0, 1, 0, 2), nodes: [4, 1, 3] });
    expect(cutDendrogram(tree, 2)).toEqual({ clusterOf: Int32Array.of(0, 1, 0, 1), nodes: [4, 5] });
    expect(cutDendrogram(tree, 1)).toEqual({ clusterOf: Int32Array.of(0, 0, 0, 0), nodes: [6] });
  });

  it("stays within the tree for counts that it can't give", () => {
    expect(cutDendrogram(tree, 0)).toEqual(cutDendrogram(tree, 1));
    expect(cutDendrogram(tree, 99)).toEqual(cutDendrogram(tree, 4));
    expect(cutDendrogram({ leaves: 0, merges: [] }, 3)).toEqual({ clusterOf: new Int32Array(0), nodes: [] });
  });

  it("splits one cluster into two with each step", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.infiniteStream(fc.nat(1000)), (leaves, picks) => {
        const alive = Array.from({ length: leaves }, (_, leaf) => leaf);
        const take = () => alive.splice((picks.next().value ?? 0) % alive.length, 1)[0] as number;
        const merges = Array.from({ length: leaves - 1 }, (_, at) => {
          const merge = { left: take(), right: take(), height: at, name: "" };
          alive.push(leaves + at);
          return merge;
        });
        for (let count = 1; count <= leaves; count += 1) {
          const { clusterOf, nodes } = cutDendrogram({ leaves, merges }, count);
          expect(nodes).toHaveLength(count);
          expect(new Set(clusterOf).size).toBe(count);
        }
      }),
      { numRuns: 30 },
    );
  });
});
