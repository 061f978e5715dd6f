import { describe, expect, it } from "vitest";
import { cutTopicTree } from "./cut-tree.ts";
import { buildTopicTree, type StoredTopic } from "./topic-tree.ts";

const stored = (id: number, level: StoredTopic["level"], parentId: number | null = null): StoredTopic => {
  return { id, level, parentId, name: `t${id}`, isRetired: false, successorId: null, colorIndex: 0 };
};
/** Group 1 with topics 2 (subtopics 5, 6) and 3; group 10 with topic 4. */
const TREE = [
  ...[stored(1, "group"), stored(10, "group"), stored(2, "topic", 1), stored(3, "topic", 1)],
  ...[stored(4, "topic", 10), stored(5, "subtopic", 2), stored(6, "subtopic", 2)],
];
const dendrogram = {
  leaves: 4,
  leafIds: [5, 6, 3, 4],
  merges: [
    { left: 0, right: 1, height: 0.5, name: "two" },
    { left: 2, right: 3, height: 1.2, name: "three and four" },
    { left: 4, right: 5, height: 2.5, name: "all" },
  ],
};
const cut = (count: number, ...edits: Parameters<typeof buildTopicTree>[1]) =>
  cutTopicTree(buildTopicTree(TREE, edits), dendrogram, count);
const shape = (result: ReturnType<typeof cut>) =>
  result.clusters.map(({ name, node, members }) => [name, node?.id, members]);

describe("cutTopicTree", () => {
  it("gives clusters that are topics their ids and names, and others the name of their merge", () => {
    expect(shape(cut(3))).toEqual([
      ["t3", 3, [3]],
      ["t4", 4, [4]],
      ["t2", 2, [5, 6]],
    ]);
    expect(shape(cut(2))).toEqual([
      ["three and four", undefined, [3, 4]],
      ["t2", 2, [5, 6]],
    ]);
    expect(shape(cut(1))).toEqual([["all", undefined, [3, 4, 5, 6]]]);
  });

  it("counts each stored id for its cluster and its finest topic", () => {
    const { tree, clusters } = cut(2);
    const place = (id: number) => clusters.findIndex((cluster) => cluster.id === tree.idAt("topic", id));
    expect([3, 4, 5, 6, 2].map(place)).toEqual([0, 0, 1, 1, 1]);
    expect(tree.idAt("subtopic", 6)).toBe(6);
  });

  it("keeps merged topics together, hidden ones hidden and new ones by themselves", () => {
    const merged = cut(4, { kind: "merge", into: 3, topics: [4] });
    expect(shape(merged)).toEqual([
      ["t3", 3, [3]],
      ["t5", 5, [5]],
      ["t6", 6, [6]],
    ]);
    expect(merged.tree.idAt("topic", 4)).toBe(merged.tree.idAt("topic", 3));
    const hidden = cut(3, { kind: "hide", topic: 4 });
    expect(hidden.tree.idAt("topic", 4)).toBe(0);
    const made = cut(1, { kind: "create", id: 20, level: "topic", name: "New", parent: null, texts: [] });
    expect(shape(made)).toContainEqual(["New", 20, [20]]);
  });
});
