import { describe, expect, test } from "vitest";
import { describeFilter } from "./describe-filter.ts";
import { everything, type Filter, filterSchema } from "./filter.ts";
import { both, expandAudiences, findAudiences } from "./filter-tree.ts";

const voice: Filter = { op: "in", field: "channel", values: ["voice", "web"] };
const refund: Filter = { op: "in", field: "topic", values: [17] };
const angry: Filter = { op: "in", field: "utterance_sentiment", values: ["negative"] };
const names = { topics: new Map([[17, "Refund not received"]]), audiences: new Map([["a1", "Pro users"]]) };

describe("describeFilter", () => {
  test.each<[string, Filter]>([
    ["everything", everything],
    ["channel is voice or web", voice],
    ["topic is “Refund not received”", refund],
    [
      "channel is voice or web, and not (topic is “Refund not received”)",
      both(voice, { op: "not", filter: refund }),
    ],
    [
      "one utterance has topic is “Refund not received” and sentiment of an utterance is negative",
      { op: "same", filters: [refund, angry] },
    ],
    ["audience “Pro users”", { op: "audience", id: "a1" }],
    ["plan is pro", { op: "in", field: "attribute.plan", values: ["pro"] }],
    [
      "messages in the conversation is from 2 to below 5",
      { op: "range", field: "message_count", from: 2, to: 5 },
    ],
    ["text has the words “where is”", { op: "contains", field: "text", text: "where is" }],
    ["handed over is yes", { op: "in", field: "handed_over", values: [true] }],
    ["customer is known", { op: "exists", field: "customer" }],
    ["topic is none", { op: "in", field: "topic", values: [0] }],
  ])("says %j", (words, filter) => {
    expect(describeFilter(filterSchema.parse(filter), names)).toBe(words);
  });

  test("puts groups inside groups in brackets", () => {
    const filter: Filter = { op: "or", filters: [{ op: "and", filters: [voice, refund] }, angry] };
    expect(describeFilter(filter, names)).toBe(
      "(channel is voice or web, and topic is “Refund not received”), or sentiment of an utterance is negative",
    );
  });
});

describe("filter trees", () => {
  test("refuse unknown operators, empty lists and unknown keys", () => {
    for (const bad of [
      { op: "xor", filters: [] },
      { op: "in", field: "channel", values: [] },
      { ...voice, more: 1 },
      { op: "same", filters: [{ op: "not", filter: voice }] },
    ]) {
      expect(filterSchema.safeParse(bad).success).toBe(false);
    }
  });

  test("put saved audiences in the place of their ids, wherever they stand", () => {
    const filter: Filter = {
      op: "not",
      filter: { op: "or", filters: [{ op: "audience", id: "a1" }, voice] },
    };
    expect(findAudiences(filter)).toEqual(["a1"]);
    expect(expandAudiences(filter, new Map([["a1", refund]]))).toEqual({
      op: "not",
      filter: { op: "or", filters: [refund, voice] },
    });
  });
});
