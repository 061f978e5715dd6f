import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrated } from "./calibrated-confidence.ts";

describe("calibrated", () => {
  it("leaves what fits not at all at 0 and never promises certainty", () => {
    expect(calibrated(0)).toBe(0);
    expect(calibrated(-1)).toBe(0);
    expect(calibrated(1)).toBeLessThan(0.95);
  });

  it("keeps the order of scores", () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(score, score, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(calibrated(low)).toBeLessThanOrEqual(calibrated(high));
      }),
    );
  });
});
