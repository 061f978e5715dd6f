import { describe, expect, it } from "vitest";
import { featuresOf, hashWord, shapeOf } from "./word-features.ts";

describe("features of a word", () => {
  it.each([
    ["Ann", "Xxx"],
    ["McDonald's", "XxXxx'x"],
    ["HELLO", "XX"],
    ["2024", "9999"],
    ["straße", "xx"],
  ])("shape of %j is %j", (word, shape) => {
    expect(shapeOf(word)).toBe(shape);
  });

  // Printed by training/tagger/parity.py.
  it.each([
    ["Ann", false, "f", "3557 21171 34054 28496 17637 58010 43404 35733 7249 29728 16658 63536 8232 37163"],
    ["Ünal", true, "", "43365 21171 37112 17421 4044 4044 16212 1304 15372 7723 48756 32775 13623"],
    ["80331", false, "", "23107 35843 59419"],
    ["n't", true, "", "5257 9666 39416 44430 11012 16695 25066 31109 21656 18471 44223 16027"],
    ["\n", false, "", "14737"],
    ["😀", false, "", "36225 47177"],
  ])("of %j are those that training makes", (word, isGlued, flags, expected) => {
    expect(featuresOf(word, isGlued, flags, 1 << 16).join(" ")).toBe(expected);
  });

  it("hashes never to 0, which marks an empty place in the table", () => {
    expect(hashWord("")).toBeGreaterThan(0);
  });
});
