import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allMatches } from "./all-matches.ts";

const PATTERNS = [/a+/g, /\b/g, /(?=b)/gu, /(?:)/gu, /[ab]|😀/gu, /x/g];

describe("allMatches", () => {
  it("gives what matchAll gives, with matches of nothing too", () => {
    const texts = fc.string({ unit: fc.constantFrom("a", "b", " ", "😀", "é") });
    fc.assert(
      fc.property(texts, fc.constantFrom(...PATTERNS), (text, pattern) => {
        expect([...allMatches(text, pattern)]).toEqual([...text.matchAll(pattern)]);
      }),
    );
  });

  it("goes on where it was when the pattern is used for another text in between", () => {
    const pattern = /\d+/g;
    const found = [];
    for (const [number] of allMatches("1 22 333", pattern)) {
      found.push(number);
      expect([...allMatches("4 5", pattern)]).toHaveLength(2);
    }
    expect(found).toEqual(["1", "22", "333"]);
  });
});
