import { describe, expect, it } from "vitest";
import { type EntityFinder, findEntities } from "./entity.ts";

const word =
  (type: string, wanted: string, score = 1): EntityFinder =>
  (text) => {
    const start = text.indexOf(wanted);
    return start < 0 ? [] : [{ start, end: start + wanted.length, type, value: wanted, score }];
  };

describe("finding entities", () => {
  it("puts what all finders say in the order of the text", () => {
    const found = findEntities([word("B", "second"), word("A", "first")], "first and second");
    expect(found.map(({ type }) => type)).toEqual(["A", "B"]);
  });

  it("keeps the first finder's word on the same stretch and type", () => {
    const found = findEntities([word("A", "x", 0.9), word("A", "x", 0.4), word("B", "x")], "x");
    expect(found).toEqual([
      { start: 0, end: 1, type: "A", value: "x", score: 0.9 },
      { start: 0, end: 1, type: "B", value: "x", score: 1 },
    ]);
  });

  it("hands every finder the time of the text", () => {
    const time = new Date("2026-03-05T10:00:00Z");
    const find: EntityFinder = (_, context) => [
      { start: 0, end: 5, type: "DATE", value: context.time?.toISOString(), score: 1 },
    ];
    expect(findEntities([find], "today", { time })[0]?.value).toBe("2026-03-05T10:00:00.000Z");
  });
});
