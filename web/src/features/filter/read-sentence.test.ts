import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filterSchema } from "../../../../src/query/filter.ts";
import { readSentence } from "./read-sentence.ts";
import { vocabularyOf } from "./vocabulary.ts";

const dimension = (id: string, label: string, values: readonly string[] = []) => ({
  id,
  label,
  description: "",
  grain: "conversation" as const,
  type: "text" as const,
  values: values.map((value) => ({ value, label: value })),
  canFilter: true,
});
const vocabulary = vocabularyOf({
  dimensions: [
    dimension("channel", "Channel", ["web", "email", "voice"]),
    dimension("outcome", "Outcome", ["resolved", "escalated", "unknown"]),
    dimension("sentiment", "Sentiment of the conversation", ["negative", "positive", "unknown"]),
    dimension("language", "Language"),
    dimension("attribute.plan", "plan"),
  ],
  workspace: {
    sources: [{ name: "Help desk", conversations: 1 }],
    languages: [{ language: "de", conversations: 1 }],
    attributes: [
      {
        name: "plan",
        kind: "text",
        conversations: 2,
        values: [
          { value: "pro", conversations: 1 },
          { value: "3", conversations: 1 },
        ],
        lowest: null,
        highest: null,
      },
    ],
  },
  topics: [
    { id: 7, name: "Refund not received" },
    { id: 8, name: "Refund" },
  ],
  audiences: [{ id: "a1", name: "Big spenders" }],
});
const NOW = { today: "2026-03-11", weekStart: 1 };
const read = (sentence: string) => readSentence(sentence, vocabulary, NOW);
const is = (field: string, ...values: (string | number | boolean)[]) => ({ op: "in", field, values });

describe("readSentence", () => {
  it("makes filters and a time of what it knows, and leaves the rest as words", () => {
    expect(read("email last week negative refund")).toEqual({
      filters: [is("channel", "email"), is("sentiment", "negative")],
      time: "2026-03-02/2026-03-09",
      text: "refund",
    });
  });
  it("drops the small words that join a filter to the rest", () => {
    expect(read("late parcel in emails from the help desk")).toEqual({
      filters: [is("channel", "email"), is("source", "Help desk")],
      time: undefined,
      text: "late parcel",
    });
  });
  it("takes values of one field together, and what is not wanted as such", () => {
    expect(read("email or web, not resolved").filters).toEqual([
      is("channel", "email", "web"),
      { op: "not", filter: is("outcome", "resolved") },
    ]);
  });
  it("knows topics by their whole name, audiences, languages and attributes", () => {
    expect(read("refund not received").filters).toEqual([is("topic", 7)]);
    expect(read("big spenders").filters).toEqual([{ op: "audience", id: "a1" }]);
    expect(read("german pro").filters).toEqual([is("language", "de"), is("attribute.plan", "pro")]);
    expect(read("plan: 3").filters).toEqual([is("attribute.plan", "3")]);
    expect(read("outcome unknown").filters).toEqual([is("outcome", "unknown")]);
  });
  it("leaves words alone that stand in quotes or could mean anything", () => {
    expect(read('"email address" web')).toMatchObject({
      text: "email address",
      filters: [is("channel", "web")],
    });
    expect(read("refund 3 unknown")).toEqual({ filters: [], time: undefined, text: "refund 3 unknown" });
  });
  it("searches for the words as typed when it understands nothing", () => {
    expect(read("where is the Order of my aunt").text).toBe("where is the Order of my aunt");
  });
  it("gives valid filters for any sentence, and is silent about nothing that it keeps", () => {
    const word = fc.oneof(
      fc.constantFrom("email", "not", "last", "week", "refund", "in", "3", "plan:", '"', "web,"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const reading = read(words.join(" "));
        for (const filter of reading.filters) expect(filterSchema.safeParse(filter).success).toBe(true);
        if (reading.filters.length === 0 && reading.time === undefined)
          for (const kept of words.filter((candidate) => candidate === "refund"))
            expect(reading.text).toContain(kept);
      }),
    );
  });
});
