import { describe, expect, it } from "vitest";
import type { TopicTreeNode } from "../../../../../src/contract/topics.ts";
import { flatRows, type TopicRow, type TreeView, treeRows } from "./tree-rows.ts";

const node = (key: string, parentKey: string | null, level: TopicTreeNode["level"], conversations: number) =>
  ({
    key,
    parentKey,
    id: Number(key.slice(1)),
    level,
    name: `Name ${key}`,
    phrases: [`phrase of ${key}`],
    conversations,
  }) as TopicTreeNode;
const NODES = [
  node("t1", null, "group", 50),
  node("t2", null, "group", 80),
  node("t3", "t1", "topic", 20),
  node("t4", "t1", "topic", 30),
  node("t5", "t2", "topic", 80),
  node("t6", "t4", "subtopic", 10),
];
const VIEW: TreeView = {
  folds: {},
  sort: undefined,
  text: "",
  figures: new Map(),
  valueOf: ({ node: at }, column) => (column === "size" ? at.conversations : at.name),
};
const keys = (rows: readonly TopicRow[]) =>
  rows.map((row) => `${"-".repeat(row.depth)}${row.node.key}`).join(" ");

describe("treeRows", () => {
  it("shows groups with their topics, and folds what is below those", () => {
    expect(keys(treeRows(NODES, VIEW))).toBe("t1 -t3 -t4 t2 -t5");
  });
  it("says which rows fold, and obeys", () => {
    const rows = treeRows(NODES, { ...VIEW, folds: { t2: false, t4: true } });
    expect(keys(rows)).toBe("t1 -t3 -t4 --t6 t2");
    expect(rows.map(({ isUnfolded }) => isUnfolded)).toEqual([true, undefined, true, undefined, false]);
    expect(rows[3]?.path).toEqual(["Name t1", "Name t4"]);
  });
  it("sorts siblings among themselves", () => {
    const rows = treeRows(NODES, { ...VIEW, sort: { by: "size", direction: "desc" } });
    expect(keys(rows)).toBe("t2 -t5 t1 -t4 -t3");
  });
  it("finds by name or phrase, and shows what the find stands under", () => {
    expect(keys(treeRows(NODES, { ...VIEW, text: "phrase of T6" }))).toBe("t1 -t4 --t6");
    expect(keys(treeRows(NODES, { ...VIEW, text: "nothing like it" }))).toBe("");
  });
  it("puts what stands under a withheld node at the top", () => {
    expect(keys(treeRows([node("t9", "t8", "topic", 1)], VIEW))).toBe("t9");
  });
});

describe("flatRows", () => {
  it("lists topics alone, with the group of each", () => {
    const rows = flatRows(NODES, { ...VIEW, sort: { by: "size", direction: "desc" } });
    expect(keys(rows)).toBe("t5 t4 t3");
    expect(rows[1]?.path).toEqual(["Name t1"]);
  });
  it("lists the clusters of a cut", () => {
    const cut = [
      node("c1", null, "cluster", 9),
      node("t6", "c1", "subtopic", 9),
      node("t4", null, "topic", 3),
    ];
    expect(keys(flatRows(cut, VIEW))).toBe("c1 t4");
  });
});
