import { describe, expect, it } from "vitest";
import type { QuerySpec } from "./compile-query.ts";
import { asConversationQuestion } from "./conversation-question.ts";
import { everything, type Filter } from "./filter.ts";

const spec: QuerySpec = {
  workspace: "w",
  measures: ["messages"],
  dimensions: ["time", "channel"],
  filter: everything,
  window: { from: 0, to: 1 },
  grain: "day",
  calendar: { timeZone: "UTC", weekStart: 1 },
  order: [{ by: "time", direction: "asc" }],
  limit: 10,
  smallestGroup: 3,
};
const source: Filter = { op: "in", field: "source", values: ["a"] };
const topic: Filter = { op: "in", field: "topic", values: [1] };

describe("the question for conversations that tells which groups of messages are large", () => {
  it("asks the same of the same window, filter and groups", () => {
    const filter: Filter = { op: "not", filter: { op: "or", filters: [source] } };
    expect(asConversationQuestion({ ...spec, filter }, ["channel"])).toMatchObject({
      measures: ["conversations"],
      dimensions: ["channel"],
      filter,
      window: spec.window,
      smallestGroup: 3,
      order: [],
    });
    expect(asConversationQuestion(spec, ["attribute.plan"])).toBeDefined();
  });

  it.each([
    ["conversations, which need no other", { measures: ["conversations"] }, ["channel"]],
    ["a group of messages", {}, ["role"]],
    ["a group of utterances", { measures: ["utterances"] }, ["topic"]],
    [
      "a filter that only some messages pass",
      { filter: { op: "and", filters: [source, topic] } },
      ["channel"],
    ],
  ] as const)("is not there for %s", (_, change, groups) => {
    expect(asConversationQuestion({ ...spec, ...(change as object) }, groups)).toBeUndefined();
  });
});
