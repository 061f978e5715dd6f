import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeBlobs } from "../../../test/support/blobs.ts";
import { scoreClustering } from "../evaluate/clustering-scores.ts";
import { clusterTexts, sameTopicSpread } from "./cluster-texts.ts";
import { neighbourKnee } from "./neighbour-knee.ts";
import { polishGroups } from "./polish-groups.ts";
import { unitRows } from "./rows.ts";

const even = makeBlobs(
  Array.from({ length: 12 }, () => 20),
  { noise: 0.7 },
);
const fine = makeBlobs(
  Array.from({ length: 24 }, () => 30),
  { noise: 0.7 },
);
const uneven = makeBlobs([150, 100, 20, 20], { noise: 0.7 });
const rowsOf = ({ vectors, dimension }: { vectors: Float32Array; dimension: number }) =>
  unitRows(vectors, dimension);
const countOf = (groups: Int32Array) => new Set(groups).size;

describe("clusterTexts", () => {
  it("gives exactly as many groups as asked for, in even and in uneven logs", () => {
    for (const blobs of [makeBlobs([25, 25, 25, 25]), makeBlobs([90, 10, 10])]) {
      for (const k of [1, 4, 20]) {
        const { groups, reason } = clusterTexts(rowsOf(blobs), { k, seed: 1 });
        expect(countOf(groups)).toBe(k);
        expect(reason).toContain("asked");
      }
    }
  });

  it("finds finer and coarser groups by granularity", () => {
    const at = (granularity: number) => countOf(clusterTexts(rowsOf(even), { seed: 1, granularity }).groups);
    const found = at(0);
    expect(at(-1)).toBe(Math.round(found / 2));
    expect(at(1)).toBeGreaterThan(found);
  });

  it("finds planted groups whatever their sizes", () => {
    const { groups } = clusterTexts(rowsOf(uneven), { seed: 1 });
    const { accuracy } = scoreClustering(groups, uneven.labels);
    expect(accuracy).toBeGreaterThan(0.9);
  });
});

describe("neighbourKnee", () => {
  it("is higher where topics are small and even than where they are large", () => {
    const large = neighbourKnee(rowsOf(makeBlobs([400, 300, 40, 40], { noise: 0.7 }))) ?? 9;
    expect(neighbourKnee(rowsOf(fine)) ?? 0).toBeGreaterThan(large);
  });

  it("says nothing of a log too small to tell", () => {
    expect(neighbourKnee(rowsOf(makeBlobs([50, 50])))).toBeUndefined();
  });

  it("narrows what counts as one topic, within limits", () => {
    const spreads = [0.1, 0.6, 0.8, 2].map(sameTopicSpread);
    expect(spreads).toEqual(spreads.toSorted((a, b) => b - a));
    expect(sameTopicSpread(2)).toBe(sameTopicSpread(1));
  });
});

describe("polishGroups", () => {
  it("moves strays to their group", () => {
    const rows = rowsOf(makeBlobs([40, 40]));
    const groups = Int32Array.from({ length: 80 }, (_, row) => (row < 35 ? 0 : 1));
    expect(polishGroups(rows, groups, 2)).toEqual(
      Int32Array.from({ length: 80 }, (_, row) => (row < 40 ? 0 : 1)),
    );
  });

  it("empties no group", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 20, maxLength: 20 }), (given) => {
        const before = Int32Array.from([0, 1, 2, 3, 4, ...given]);
        const after = polishGroups(rowsOf(makeBlobs([25], { noise: 0.9 })), before, 5);
        expect(new Set(after).size).toBe(5);
      }),
      { numRuns: 20 },
    );
  });
});
