import { describe, expect, it } from "vitest";
import type { TopicTreeNode } from "../../../../../src/contract/topics.ts";
import { LIGHT } from "../../../ui/palette.ts";
import { keysAt, labelsFor, pointColours } from "./map-model.ts";
import { pixelOf } from "./paint-points.ts";

const node = (id: number, parent: number | null, level: TopicTreeNode["level"], color: number) =>
  ({
    key: `t${id}`,
    id,
    parentKey: parent === null ? null : `t${parent}`,
    level,
    color,
    name: `Name ${id}`,
  }) as TopicTreeNode;
const NODES = [
  node(1, null, "group", 0),
  node(2, null, "group", 3),
  node(3, 1, "topic", 5),
  node(4, 3, "subtopic", 6),
  node(5, 2, "topic", 1),
];
const POINTS = {
  count: 4,
  places: Float32Array.from([0, 0, 1, 1, 5, 5, 9, 9]),
  topics: Uint32Array.from([4, 4, 5, 0]),
  weights: Uint32Array.from([1, 1, 1, 1]),
};

describe("the map's view of the tree", () => {
  it("finds what a topic stands under, or itself where it is no finer", () => {
    expect(Object.fromEntries(keysAt(NODES, "group"))).toEqual({
      1: "t1",
      2: "t2",
      3: "t1",
      4: "t1",
      5: "t2",
    });
    expect(keysAt(NODES, "subtopic").get(5)).toBe("t5");
  });
  it("gives points the colour of their group, and a faint one without a topic or beside the lit group", () => {
    const [blue = "", , , other = ""] = LIGHT.categorical;
    const faint = pixelOf(LIGHT.border);
    expect([...pointColours(POINTS, NODES, LIGHT, undefined)]).toEqual([
      pixelOf(blue),
      pixelOf(blue),
      pixelOf(other),
      faint,
    ]);
    expect([...pointColours(POINTS, NODES, LIGHT, "t2")]).toEqual([faint, faint, pixelOf(other), faint]);
  });
  it("names groups from afar and finer topics near by, the largest first", () => {
    expect(labelsFor(POINTS, NODES, 1).map(({ key }) => key)).toEqual(["t1", "t2"]);
    expect(labelsFor(POINTS, NODES, 3).map(({ key }) => key)).toEqual(["t3", "t5"]);
    expect(labelsFor(POINTS, NODES, 20).map(({ key }) => key)).toEqual(["t4", "t5"]);
  });
});
