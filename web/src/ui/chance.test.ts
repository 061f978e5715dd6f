import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countsP, holdsUp, median, normalP, sharesP } from "./chance.ts";

describe("chance", () => {
  it("gives the p-values of the tables", () => {
    expect(normalP(0)).toBeCloseTo(1, 6);
    expect(normalP(1.959964)).toBeCloseTo(0.05, 5);
    expect(normalP(-2.575829)).toBeCloseTo(0.01, 5);
  });

  it("tells a change of counts from noise", () => {
    expect(countsP(57, 41)).toBeGreaterThan(0.05);
    expect(countsP(570, 410)).toBeLessThan(0.001);
    expect(countsP(0, 0)).toBe(1);
  });

  it("tells a change of shares from noise, and from a mere change of volume", () => {
    expect(sharesP(200, 2000, 100, 1000)).toBeCloseTo(1, 6);
    expect(sharesP(200, 2000, 300, 2000)).toBeLessThan(0.001);
    expect(sharesP(0, 0, 3, 10)).toBe(1);
    expect(sharesP(5, 5, 7, 7)).toBe(1);
  });

  it("holds up only what many tries do not explain", () => {
    expect(holdsUp([0.03, 0.6, 0.7, 0.8], 0.05)).toEqual([false, false, false, false]);
    expect(holdsUp([0.001, 0.6, 0.02, 0.8], 0.05)).toEqual([true, false, true, false]);
    expect(holdsUp([], 0.05)).toEqual([]);
  });

  it("never holds more than single tests would", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (ps) =>
        holdsUp(ps, 0.05).every((held, index) => !held || (ps[index] ?? 1) <= 0.05),
      ),
    );
  });

  it("finds the middle", () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, 0]);
  });
});
