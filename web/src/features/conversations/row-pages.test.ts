import { describe, expect, it } from "vitest";
import { pagesOf } from "./row-pages.ts";

describe("the pages of a long list to fetch", () => {
  it("are those in sight and the next one when its rows are near", () => {
    expect(pagesOf(0, 20, 100_000)).toEqual([0]);
    expect(pagesOf(40, 60, 100_000)).toEqual([0, 1]);
    expect(pagesOf(49_990, 50_010, 100_000)).toEqual([499, 500]);
  });

  it("end with the list", () => {
    expect(pagesOf(95, 99, 100)).toEqual([0]);
    expect(pagesOf(0, 0, 0)).toEqual([]);
    expect(pagesOf(500, 520, 100)).toEqual([]);
  });
});
