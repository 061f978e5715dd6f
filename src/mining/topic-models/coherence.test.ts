import { describe, expect, it } from "vitest";
import { cvCoherence, npmiCoherence, topicDiversity } from "./coherence.ts";

const documents = [
  ["card", "lost", "help"],
  ["card", "lost"],
  ["seat", "flight"],
  ["seat", "flight", "help"],
];

describe("coherence of topics", () => {
  it("is 1 by NPMI for words that always stand together and far below 0 for words that never do", () => {
    const [together, apart] = npmiCoherence({
      documents,
      topics: [
        ["card", "lost"],
        ["card", "seat"],
      ],
    });
    expect(together).toBeCloseTo(1, 6);
    expect(apart).toBeLessThan(-0.5);
  });

  it("is 0 by NPMI for words that meet as often as chance has it", () => {
    expect(npmiCoherence({ documents, topics: [["card", "help"]] })[0]).toBeCloseTo(0, 6);
  });

  it("counts windows when asked to", () => {
    const far = [["card", "x", "y", "lost"]];
    expect(npmiCoherence({ documents: far, topics: [["card", "lost"]], window: 2 })[0]).toBeLessThan(-0.5);
    expect(
      npmiCoherence({ documents: [...far, ["z"]], topics: [["card", "lost"]], window: 4 })[0],
    ).toBeCloseTo(1, 6);
  });

  it("ranks a topic of one subject above a mixed one by C_V", () => {
    const [pure, mixed] = cvCoherence({
      documents,
      topics: [
        ["card", "lost"],
        ["card", "lost", "seat", "flight"],
      ],
    });
    expect(pure).toBeCloseTo(1, 6);
    expect(mixed).toBeLessThan(pure as number);
  });
});

describe("diversity of topics", () => {
  it("is the share of words that are not repeated among the heaviest", () => {
    expect(
      topicDiversity([
        ["a", "b"],
        ["a", "c"],
      ]),
    ).toBe(0.75);
    expect(
      topicDiversity(
        [
          ["a", "b"],
          ["a", "c"],
        ],
        1,
      ),
    ).toBe(0.5);
    expect(topicDiversity([])).toBe(0);
  });
});
