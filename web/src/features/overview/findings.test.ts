import { describe, expect, it } from "vitest";
import type { Topic } from "../../../../src/contract/topics.ts";
import { type FindingsInput, findFindings } from "./findings.ts";

const all = { value: null, low: null, high: null };

function topic(id: number, now: number, before: number | null, sparkline: readonly number[] = []): Topic {
  return {
    id,
    name: `Topic ${id}`,
    foundName: `Topic ${id}`,
    named: false,
    level: "topic",
    parentId: null,
    path: [],
    color: 0,
    hidden: false,
    description: "",
    phrases: [],
    utterances: now,
    conversations: now,
    share: { ...all, value: now / 2000, n: 2000 },
    previous:
      before === null
        ? null
        : {
            conversations: before,
            share: { ...all, value: before / 2000, n: 2000 },
            change: null,
            isNoise: false,
          },
    sentiment: { ...all, n: now },
    sparkline: [...sparkline],
    quotes: [],
  };
}

function input(change: Partial<FindingsInput>): FindingsInput {
  return {
    conversations: { now: 2000, before: 2010 },
    shares: [],
    topics: [],
    wholeBuckets: 12,
    nameBucket: (index) => `in week ${index}`,
    ...change,
  };
}

const plain = (text: string) => text.replaceAll("\u202f", " ").replaceAll("\u2212", "-");

describe("what stands out", () => {
  it("is nothing when all changes are what chance gives", () => {
    const topics = [topic(1, 57, 48), topic(2, 100, 96), topic(3, 30, 37)];
    expect(findFindings(input({ topics }))).toEqual([]);
  });

  it("names a topic whose share has changed, with its base", () => {
    const [finding] = findFindings(input({ topics: [topic(1, 57, 48), topic(2, 212, 132)] }));
    expect(finding?.subject).toBe("Topic 2");
    expect(plain(finding?.says ?? "")).toBe("rose to 212 conversations (+61 %, from 132)");
    expect(finding?.filter).toEqual({ op: "in", field: "topic", values: [2] });
  });

  it("finds a week that stands far above the usual ones, without any comparison", () => {
    const counts = [19, 22, 18, 20, 95, 21, 17, 19, 20, 22, 18, 20];
    const [finding] = findFindings(input({ topics: [topic(1, 311, null, counts)] }));
    expect(finding?.says).toBe("peaked in week 4: 95 conversations, where 20 are usual");
    expect(finding?.bucket).toBe(4);
  });

  it("does not take the running week for a peak or a dip", () => {
    const counts = [19, 22, 18, 20, 21, 17, 19, 95];
    expect(findFindings(input({ topics: [topic(1, 231, null, counts)], wholeBuckets: 7 }))).toEqual([]);
  });

  it("says how outcomes have changed, over how many", () => {
    const share = {
      id: "resolved",
      subject: "Resolved conversations",
      now: { value: 0.6, n: 1200 },
      before: { value: 0.7, n: 1100 },
      filter: { op: "in", field: "outcome", values: ["resolved"] } as const,
    };
    const [finding] = findFindings(input({ shares: [share] }));
    expect(plain(finding?.says ?? "")).toBe("fell to 60 % of 1,200 (from 70 % of 1,100)");
  });

  it("leaves out changes that are sure but too small to matter", () => {
    expect(findFindings(input({ conversations: { now: 105_000, before: 100_000 } }))).toEqual([]);
  });

  it("shows three at most, each topic once, the surest first", () => {
    const counts = [19, 22, 18, 20, 95, 21, 17, 19, 20, 22, 18, 20];
    const topics = [topic(1, 900, 200, counts), topic(2, 400, 200), topic(3, 300, 200), topic(4, 500, 200)];
    const findings = findFindings(input({ topics }));
    expect(findings.map(({ subject }) => subject)).toEqual(["Topic 1", "Topic 4", "Topic 2"]);
  });
});
