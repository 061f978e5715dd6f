import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "./edit-distance.ts";
import { extractSlots } from "./extract-slots.ts";

const catalogue = [
  { id: "machine", name: "Espresso Machine Pro" },
  { id: "fryer", name: "AirFryer XL", aliases: ["air fryer"] },
  { id: "twelve", name: "Model 12" },
  { id: "tv", name: "TV" },
];
const products = (text: string) =>
  extractSlots(text, { catalogue })
    .filter(({ type }) => type === "PRODUCT")
    .map(({ text: own, value }) => [own, value]);

describe("products", () => {
  it.each([
    ["the Espresso Machine Pro leaks", "Espresso Machine Pro", "machine"],
    ["my espreso machien pro leaks", "espreso machien pro", "machine"],
    ["an airfryer-xl please", "airfryer-xl", "fryer"],
    ["my air fryer smells", "air fryer", "fryer"],
    ["a new TV", "TV", "tv"],
  ])("finds that of %j", (text, own, id) => {
    expect(products(text)).toEqual([[own, id]]);
  });

  it.each(["model 13", "the machine", "a tb drive", "espresso"])("finds none in %j", (text) => {
    expect(products(text)).toEqual([]);
  });
});

describe("editDistance", () => {
  it.each([
    ["kitten", "sitting", 3],
    ["ab", "ba", 1],
    ["", "abc", 3],
    ["same", "same", 0],
  ])("from %j to %j is %d", (left, right, distance) => {
    expect(editDistance(left, right, 5)).toBe(distance);
  });

  it("is the same both ways, at most the longer length, and stops at the limit", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (left, right) => {
        const distance = editDistance(left, right, 8);
        expect(editDistance(right, left, 8)).toBe(distance);
        expect(distance).toBeLessThanOrEqual(Math.max(left.length, right.length));
        expect(distance === 0).toBe(left === right);
        expect(editDistance(left, right, 1)).toBe(Math.min(distance, 2));
      }),
    );
  });
});
