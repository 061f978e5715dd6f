import { describe, expect, it } from "vitest";
import { isServerWord, listTree } from "./server-topics.ts";

const node = (id: number, level: "group" | "topic" | "subtopic", name: string, conversations: number) => ({
  key: `t${id}`,
  parentKey: null,
  id,
  level,
  name,
  named: false,
  hidden: false,
  color: 0,
  phrases: [],
  topicIds: [id],
  utterances: conversations,
  conversations,
  share: { value: null, n: 0, low: null, high: null },
  sentiment: { value: null, n: 0, low: null, high: null },
});

describe("the tree in the terminal", () => {
  it("stands in lines, each node under its parent", () => {
    const nodes = [
      node(12, "group", "Orders", 120),
      node(3, "topic", "Refund late", 80),
      node(7, "subtopic", "By card", 9),
    ];
    expect(listTree(nodes)).toEqual([
      "12       120  Orders",
      " 3        80    Refund late",
      " 7         9      By card",
    ]);
    expect(listTree([])).toEqual(["No topics yet."]);
  });

  it("knows its words", () => {
    expect(["list", "merge", "discover", undefined].map(isServerWord)).toEqual([true, true, false, false]);
  });
});
