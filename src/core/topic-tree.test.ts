import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Curation } from "./curation.ts";
import { buildTopicTree, type StoredTopic } from "./topic-tree.ts";

const stored = (id: number, level: StoredTopic["level"], parentId: number | null = null): StoredTopic => {
  return {
    id,
    level,
    parentId,
    name: `found ${id}`,
    isRetired: false,
    successorId: null,
    colorIndex: id % 8,
  };
};
/** Groups 1 and 2; topics 3 and 4 in 1, 5 in 2; subtopics 6 and 7 of 3. */
const TREE = [
  stored(1, "group"),
  stored(2, "group"),
  stored(3, "topic", 1),
  stored(4, "topic", 1),
  stored(5, "topic", 2),
  stored(6, "subtopic", 3),
  stored(7, "subtopic", 3),
];
const part = (id: number, subtopics: number[], texts: string[] = []) => {
  return { id, name: `part ${id}`, subtopics, texts, utterances: [] };
};

describe("buildTopicTree", () => {
  it("says for each stored id which node of each level it belongs to", () => {
    const tree = buildTopicTree(TREE, []);
    expect((["subtopic", "topic", "group"] as const).map((level) => tree.idAt(level, 6))).toEqual([6, 3, 1]);
    expect((["subtopic", "topic", "group"] as const).map((level) => tree.idAt(level, 4))).toEqual([4, 4, 1]);
    expect(tree.storedUnder(1)).toEqual([1, 3, 4, 6, 7]);
    expect(tree.idAt("topic", 99)).toBe(0);
    expect(buildTopicTree([stored(9, "topic")], []).idAt("group", 9)).toBe(9);
  });

  it("merges with all that stands below, and lets later names win", () => {
    const tree = buildTopicTree(TREE, [
      { kind: "rename", topic: 5, name: "Five" },
      { kind: "merge", into: 5, topics: [3] },
      { kind: "rename", topic: 5, name: "Both" },
    ]);
    expect(tree.nodes.has(3)).toBe(false);
    expect(tree.idAt("topic", 6)).toBe(5);
    expect(tree.idAt("group", 6)).toBe(2);
    expect(tree.nodes.get(5)).toMatchObject({ name: "Both", foundName: "found 5", isNamed: true });
    expect(tree.children(5).map(({ id }) => id)).toEqual([6, 7]);
    expect(tree.nameOf(3)).toBe("found 3");
  });

  it("moves topics, and makes a topic of a subtopic that goes to a group", () => {
    const tree = buildTopicTree(TREE, [{ kind: "move", parent: 2, topics: [6, 4] }]);
    expect(tree.nodes.get(6)).toMatchObject({ level: "topic", parentId: 2 });
    expect(tree.children(2).map(({ id }) => id)).toEqual([4, 5, 6]);
    const made = buildTopicTree(TREE, [{ kind: "move", parent: 20, topics: [4], newGroup: "Own" }]);
    expect(made.nodes.get(20)).toMatchObject({ level: "group", name: "Own" });
    expect(made.idAt("group", 4)).toBe(20);
  });

  it("splits by subtopics, and gives parts back when the split is taken back", () => {
    const split: Curation = { kind: "split", topic: 3, parts: [part(30, [7]), part(31, [], ["1"])] };
    const tree = buildTopicTree(TREE, [split]);
    expect(tree.idAt("topic", 7)).toBe(30);
    expect([tree.idAt("topic", 31), tree.idAt("group", 31)]).toEqual([31, 1]);
    const back = buildTopicTree(TREE, [], [split]);
    expect([back.idAt("topic", 7), back.idAt("topic", 31), back.nodes.has(31)]).toEqual([3, 3, false]);
  });

  it("hides what stands below too, and topics whose making was taken back", () => {
    const tree = buildTopicTree(TREE, [{ kind: "hide", topic: 1 }]);
    expect([tree.idAt("subtopic", 6), tree.idAt("topic", 4)]).toEqual([0, 0]);
    expect(tree.nodes.get(4)?.isHidden).toBe(true);
    const again = buildTopicTree(TREE, [
      { kind: "hide", topic: 1 },
      { kind: "show", topic: 1 },
    ]);
    expect(again.idAt("topic", 6)).toBe(3);
    const create: Curation = { kind: "create", id: 40, level: "topic", name: "New", parent: 2, texts: [] };
    expect(buildTopicTree(TREE, [create]).idAt("group", 40)).toBe(2);
    expect(buildTopicTree(TREE, [], [create]).idAt("topic", 40)).toBe(0);
  });

  it("follows a retired topic to where its texts went, unless people say otherwise", () => {
    const retired = { ...stored(8, "topic", 1), isRetired: true, successorId: 4 };
    expect(buildTopicTree([...TREE, retired], []).idAt("topic", 8)).toBe(4);
    const tree = buildTopicTree([...TREE, retired], [{ kind: "merge", into: 8, topics: [4] }]);
    expect([tree.idAt("topic", 4), tree.idAt("topic", 8), tree.nodes.has(8)]).toEqual([8, 8, true]);
    const lost = { ...retired, successorId: null };
    expect(buildTopicTree([...TREE, lost], []).nodes.has(8)).toBe(false);
  });

  it("stays a tree whatever people do", () => {
    const id = fc.integer({ min: 1, max: 9 });
    const ids = fc.array(id, { minLength: 1, maxLength: 3 });
    const edit = fc.oneof(
      fc.record({ kind: fc.constant("merge" as const), into: id, topics: ids }),
      fc.record({ kind: fc.constant("move" as const), parent: id, topics: ids }),
      fc.record({ kind: fc.constant("hide" as const), topic: id }),
      fc.record({ kind: fc.constant("rename" as const), topic: id, name: fc.constant("x") }),
      fc.record({ kind: fc.constant("split" as const), topic: id, parts: ids.map(() => [part(50, [6])]) }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), fc.array(edit, { maxLength: 3 }), (edits, undone) => {
        const tree = buildTopicTree(TREE, edits, undone);
        for (const stored of tree.storedIds) {
          const path = tree.path(stored);
          expect(new Set(path.map((node) => node.id)).size).toBe(path.length);
          const node = tree.resolve(stored);
          expect(node === undefined || tree.storedUnder(node.id).includes(stored)).toBe(true);
          const topic = tree.idAt("topic", stored);
          expect(topic === 0 || tree.nodes.has(topic)).toBe(true);
        }
      }),
    );
  });
});
