import { describe, expect, it } from "vitest";
import { buildTopicTree, type StoredTopic } from "../core/topic-tree.ts";
import { expandTopics } from "./expand-topics.ts";
import type { Filter } from "./filter.ts";
import { sql, toStatement } from "./sql.ts";
import { allTopicsOf, topicAt, topicsAt } from "./topic-columns.ts";

const stored = (id: number, level: StoredTopic["level"], parentId: number | null = null): StoredTopic => {
  return { id, level, parentId, name: `t${id}`, isRetired: false, successorId: null, colorIndex: 0 };
};
const TREE = [stored(1, "group"), stored(2, "topic", 1), stored(3, "subtopic", 2), stored(4, "topic")];
const tree = buildTopicTree(TREE, []);
const withHidden = buildTopicTree(TREE, [{ kind: "hide", topic: 4 }]);
const has = (...values: (number | string)[]): Filter => ({ op: "in", field: "topic", values });

describe("expandTopics", () => {
  it("takes with a topic all that stands below it, at any depth of the filter", () => {
    expect(expandTopics(has(1), tree)).toEqual(has(1, 2, 3));
    const nested: Filter = { op: "and", filters: [{ op: "not", filter: has("2") }, has(4, 99)] };
    expect(expandTopics(nested, tree)).toEqual({
      op: "and",
      filters: [{ op: "not", filter: has(2, 3) }, has(4, 99)],
    });
    const other: Filter = { op: "in", field: "channel", values: ["web"] };
    expect(expandTopics(other, tree)).toEqual(other);
  });

  it("takes hidden topics for none", () => {
    expect(expandTopics(has(0), withHidden)).toEqual({ op: "not", filter: has(1, 2, 3) });
    expect(expandTopics(has(0, 3), withHidden)).toEqual({
      op: "or",
      filters: [{ op: "not", filter: has(1, 2, 3) }, has(3)],
    });
    expect(expandTopics({ op: "exists", field: "topic" }, withHidden)).toEqual(has(1, 2, 3));
    expect(expandTopics({ op: "exists", field: "topic" }, tree)).toEqual({ op: "exists", field: "topic" });
  });

  it("asks of one utterance for its one topic", () => {
    const same: Filter = { op: "same", filters: [{ op: "in", field: "topic", values: [0, 2] }] };
    expect(expandTopics(same, withHidden)).toEqual({
      op: "same",
      filters: [{ op: "in", field: "topic", values: [0, 4, 2, 3] }],
    });
  });
});

describe("columns of topics", () => {
  const text = (fragment: Parameters<typeof toStatement>[0]) => toStatement(fragment);

  it("look stored ids up in today's tree", () => {
    expect(text(topicAt("group", sql`topic_id`, tree))).toEqual({
      text: "transform(topic_id, {p1:Array(UInt32)}, {p2:Array(UInt32)}, toUInt32(0))",
      params: { p1: [1, 2, 3, 4], p2: [1, 1, 1, 4] },
    });
    expect(text(topicsAt("topic", sql`topic_ids`, tree)).text).toBe(
      "arrayFilter(id -> id != 0, arrayDistinct(arrayMap(id -> transform(id, {p1:Array(UInt32)}, {p2:Array(UInt32)}, toUInt32(0)), topic_ids)))",
    );
  });

  it("are left as they are where every topic stands for itself", () => {
    const flat = buildTopicTree([stored(1, "topic"), stored(2, "topic")], []);
    expect(text(topicAt("topic", sql`topic_id`, flat)).text).toBe("topic_id");
    expect(text(allTopicsOf(sql`topic_ids`, flat)).text).toBe("topic_ids");
  });
});
