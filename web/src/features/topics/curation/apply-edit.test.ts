import { describe, expect, it } from "vitest";
import type { Topic, TopicList, TopicTreeNode } from "../../../../../src/contract/topics.ts";
import { applyEdit } from "./apply-edit.ts";

const topic = (id: number) => ({ id, name: `Name ${id}`, foundName: `Found ${id}`, named: true }) as Topic;
const list = (...ids: number[]) => ({ topics: ids.map(topic), unassigned: {} }) as TopicList;
const node = (id: number, parent: number | null) =>
  ({
    id,
    key: `t${id}`,
    parentKey: parent === null ? null : `t${parent}`,
    name: `Name ${id}`,
  }) as TopicTreeNode;
const TREE = { nodes: [node(1, null), node(2, null), node(3, 1), node(4, 1), node(5, 2), node(6, 3)] };
const ref = (id: number) => ({ id, name: `Name ${id}` });
const places = (tree: { readonly nodes: readonly TopicTreeNode[] }) =>
  tree.nodes.map(({ key, parentKey }) => `${key}<${parentKey ?? ""}`).join(" ");

describe("applyEdit", () => {
  it("renames a topic in lists, alone and in the tree, and no other", () => {
    const edit = { kind: "rename", topic: ref(2), name: "Refunds" } as const;
    expect(applyEdit(list(1, 2), edit).topics.map(({ name }) => name)).toEqual(["Name 1", "Refunds"]);
    expect(applyEdit(topic(2), edit)).toMatchObject({ name: "Refunds", named: true });
    expect(applyEdit(topic(1), edit).name).toBe("Name 1");
    expect(applyEdit(TREE, edit).nodes[1]).toMatchObject({ name: "Refunds", named: true });
    expect(applyEdit(undefined, edit)).toBeUndefined();
  });
  it("goes back to the name that was found", () => {
    const edit = { kind: "rename", topic: ref(1), name: null } as const;
    expect(applyEdit(topic(1), edit)).toMatchObject({ name: "Found 1", named: false });
  });
  it("puts moved topics under their new parent", () => {
    const moved = applyEdit(TREE, { kind: "move", topics: [ref(3), ref(4)], parent: ref(2) });
    expect(places(moved)).toBe("t1< t2< t3<t2 t4<t2 t5<t2 t6<t3");
  });
  it("leaves what was below a merged topic with the one that it went into", () => {
    const merged = applyEdit(TREE, { kind: "merge", into: ref(4), topics: [ref(3)] });
    expect(places(merged)).toBe("t1< t2< t4<t1 t5<t2 t6<t4");
    expect(applyEdit(list(3, 4), { kind: "merge", into: ref(4), topics: [ref(3)] }).topics).toHaveLength(1);
  });
  it("takes a hidden topic away with what is below it", () => {
    expect(places(applyEdit(TREE, { kind: "hide", topic: ref(3) }))).toBe("t1< t2< t4<t1 t5<t2");
  });
  it("leaves answers of other shapes alone", () => {
    const log = { entries: [], undo: null };
    expect(applyEdit(log, { kind: "hide", topic: ref(3) })).toBe(log);
  });
});
