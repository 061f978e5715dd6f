import { describe, expect, it } from "vitest";
import { findSuccessor, traceLineage } from "./trace-lineage.ts";

const names = (...ids: number[]) => new Map(ids.map((id) => [id, `t${id}`]));
const trace = (before: number[], after: number[], old: number[], now: number[]) =>
  traceLineage({ level: "topic", before, after, namesBefore: names(...old), namesAfter: names(...now) }).map(
    ({ kind, from, to, common }) => [kind, from.map(({ id }) => id), to.map(({ id }) => id), common],
  );

describe("traceLineage", () => {
  it("knows what continued, with the texts in common", () => {
    expect(trace([1, 1, 1, 2], [1, 1, 2, 2], [1, 2], [1, 2])).toEqual([
      ["continued", [1], [1], 2],
      ["continued", [2], [2], 1],
    ]);
  });

  it("knows a birth from a split: most of a split's texts come from one topic", () => {
    expect(trace([1, 1, 1, 1, 0, 0], [1, 1, 5, 5, 6, 6], [1], [1, 5, 6])).toEqual([
      ["continued", [1], [1], 2],
      ["split", [1], [1, 5], 2],
      ["born", [], [6], 0],
    ]);
  });

  it("knows a merge from a death: most of a merged topic's texts went to one topic", () => {
    expect(trace([1, 2, 2, 2, 3, 3], [1, 1, 1, 0, 1, 0], [1, 2, 3], [1])).toEqual([
      ["continued", [1], [1], 1],
      ["died", [3], [], 0],
      ["merged", [1, 2], [1], 3],
    ]);
    expect(trace([2, 2, 3, 3], [7, 7, 7, 7], [2, 3], [7])).toEqual([["merged", [2, 3], [7], 4]]);
  });

  it("says how large topics were and are", () => {
    const [change] = traceLineage({
      level: "group",
      before: [1, 1, 0],
      after: [1, 0, 1],
      namesBefore: new Map([[1, "old"]]),
      namesAfter: new Map([[1, "new"]]),
    });
    expect(change).toMatchObject({
      level: "group",
      from: [{ name: "old", texts: 2 }],
      to: [{ name: "new", texts: 2 }],
    });
  });
});

describe("findSuccessor", () => {
  it("is where more than half went", () => {
    const successor = findSuccessor([1, 1, 1, 2, 2], [4, 4, 5, 4, 5]);
    expect([successor(1), successor(2), successor(3)]).toEqual([4, undefined, undefined]);
  });
});
