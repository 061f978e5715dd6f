import { describe, expect, it } from "vitest";
import { type FilterNames, filterMeaning, filterWords } from "./filter-words.ts";

const names: FilterNames = {
  field: (field) =>
    ({ topic: "Topic", channel: "Channel", sentiment: "Sentiment", text: "Text" })[field] ?? field,
  value: (field, value) => (field === "topic" ? `topic ${value}` : String(value)),
  audience: (id) => `audience ${id}`,
};

describe("a filter in words", () => {
  it.each([
    [{ op: "in", field: "topic", values: [7] }, "Topic: topic 7"],
    [{ op: "in", field: "channel", values: ["web", "voice"] }, "Channel: web or voice"],
    [{ op: "in", field: "channel", values: ["web", "voice", "sms", "api"] }, "Channel: web, voice or 2 more"],
    [{ op: "range", field: "sentiment", to: -0.2 }, "Sentiment: below -0.2"],
    [{ op: "range", field: "sentiment", from: -0.2, to: 0.2 }, "Sentiment: -0.2 to below 0.2"],
    [{ op: "range", field: "sentiment", from: 0.2 }, "Sentiment: from 0.2"],
    [{ op: "contains", field: "text", text: "late" }, "Text has “late”"],
    [{ op: "exists", field: "attribute.plan" }, "attribute.plan is known"],
    [{ op: "not", filter: { op: "in", field: "channel", values: ["web"] } }, "not Channel: web"],
    [{ op: "audience", id: "7" }, "Audience: audience 7"],
    [{ op: "and", filters: [] }, "everything"],
  ] as const)("says %j", (filter, words) => {
    expect(filterWords(filter, names)).toBe(words);
  });

  it("tells conditions on one utterance from conditions on different ones", () => {
    const topic = { op: "in", field: "topic", values: [7] } as const;
    const angry = { op: "range", field: "sentiment", to: -0.2 } as const;
    expect(filterWords({ op: "same", filters: [topic, angry] }, names)).toBe(
      "one utterance with Topic: topic 7 and Sentiment: below -0.2",
    );
    expect(filterWords({ op: "or", filters: [topic, angry] }, names)).toBe(
      "Topic: topic 7 or Sentiment: below -0.2",
    );
  });

  it("says what a finer condition means for a conversation", () => {
    const isFiner = (field: string) => field === "topic";
    const topic = { op: "in", field: "topic", values: [7] } as const;
    expect(filterMeaning(topic, isFiner)).toContain("at least one utterance");
    expect(filterMeaning({ op: "not", filter: topic }, isFiner)).toContain("no utterance");
    expect(filterMeaning({ op: "same", filters: [topic] }, isFiner)).toContain("meets all");
    expect(filterMeaning({ op: "in", field: "channel", values: ["web"] }, isFiner)).toBe(
      "Conversations like this",
    );
  });
});
