import { describe, expect, it } from "vitest";
import { excerptParts } from "./excerpt.ts";

describe("an excerpt", () => {
  it("is cut at the words that were found", () => {
    expect(excerptParts({ excerpt: "it is late again", start: 6, end: 10 })).toEqual([
      "it is ",
      "late",
      " again",
    ]);
  });

  it("marks nothing when it was found by meaning", () => {
    expect(excerptParts({ excerpt: "where is it", start: null, end: null })).toEqual(["where is it", "", ""]);
  });
});
