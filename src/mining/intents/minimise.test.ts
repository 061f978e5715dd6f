import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimise } from "./minimise.ts";

describe("minimise", () => {
  it("finds the lowest point of any bowl", () => {
    const number = fc.double({ min: -5, max: 5, noNaN: true });
    const steepness = fc.double({ min: 0.1, max: 50, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(number, steepness), { minLength: 1, maxLength: 6 }), (axes) => {
        const found = minimise(
          (point, gradient) =>
            axes.reduce((sum, [centre, steep], at) => {
              const away = (point[at] ?? 0) - centre;
              gradient[at] = 2 * steep * away;
              return sum + steep * away * away;
            }, 1),
          new Float64Array(axes.length),
          { iterations: 200, tolerance: 1e-12 },
        );
        for (const [at, [centre]] of axes.entries()) expect(found[at]).toBeCloseTo(centre, 2);
      }),
    );
  });

  it("leaves the start as it is and stays where nothing is lower", () => {
    const start = Float64Array.of(0);
    const found = minimise((point, gradient) => {
      gradient[0] = 2 * (point[0] ?? 0);
      return (point[0] ?? 0) ** 2;
    }, start);
    expect([...start, ...found]).toEqual([0, 0]);
  });
});
