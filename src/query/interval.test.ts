import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isShareChangeNoise, meanInterval, wilsonInterval } from "./interval.ts";

describe("wilsonInterval", () => {
  test("agrees with published values", () => {
    // Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    const rounded = (k: number, n: number) => {
      const interval = wilsonInterval(k, n);
      return [interval?.low.toFixed(4), interval?.high.toFixed(4)];
    };
    expect(rounded(81, 263)).toEqual(["0.2553", "0.3662"]);
    expect(rounded(15, 148)).toEqual(["0.0624", "0.1605"]);
    expect(rounded(0, 20)).toEqual(["0.0000", "0.1611"]);
    expect(rounded(1, 29)).toEqual(["0.0061", "0.1718"]);
  });

  test("holds the share and stays within 0 and 1", () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
        const [k, n] = [Math.min(a, b), Math.max(a, b, 1)];
        const interval = wilsonInterval(k, n);
        expect(interval?.low).toBeGreaterThanOrEqual(0);
        expect(interval?.high).toBeLessThanOrEqual(1);
        expect(interval?.low).toBeLessThanOrEqual(k / n);
        expect(interval?.high).toBeGreaterThanOrEqual(k / n);
      }),
    );
  });

  test("is unknown without data", () => expect(wilsonInterval(0, 0)).toBeUndefined());
});

test("the interval of a mean narrows with the root of n", () => {
  expect(meanInterval(0, 1, 1)).toBeUndefined();
  expect(meanInterval(0.5, 1, 100)?.high).toBeCloseTo(0.696, 3);
});

describe("isShareChangeNoise", () => {
  test("tells a real change from chance", () => {
    expect(isShareChangeNoise(100, 1000, 160, 1000)).toBe(false);
    expect(isShareChangeNoise(10, 100, 12, 100)).toBe(true);
    expect(isShareChangeNoise(0, 0, 12, 100)).toBe(true);
  });
});
