import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countAt, PLACES, placeOf } from "./granularity-scale.ts";

describe("the slider's scale", () => {
  it("reaches from the least to the most", () => {
    const bounds = { least: 1, most: 312 };
    expect(countAt(0, bounds)).toBe(1);
    expect(countAt(PLACES, bounds)).toBe(312);
    expect(countAt(PLACES / 2, bounds)).toBe(18);
    expect(placeOf(1, bounds)).toBe(0);
    expect(placeOf(312, bounds)).toBe(PLACES);
  });
  it("leads back to within a step of where it came from, and never goes the other way", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5000 }),
        fc.integer({ min: 0, max: PLACES - 1 }),
        (most, place) => {
          const bounds = { least: 1, most };
          const count = countAt(place, bounds);
          expect(countAt(place + 1, bounds)).toBeGreaterThanOrEqual(count);
          expect(Math.abs(countAt(placeOf(count, bounds), bounds) - count)).toBeLessThanOrEqual(
            1 + count * 0.02,
          );
        },
      ),
    );
  });
  it("stays at its place when there is nothing to choose", () => {
    expect(placeOf(7, { least: 7, most: 7 })).toBe(0);
    expect(countAt(0, { least: 7, most: 7 })).toBe(7);
  });
});
