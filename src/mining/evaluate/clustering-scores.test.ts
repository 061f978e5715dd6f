import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreClustering } from "./clustering-scores.ts";
import { bestAssignment } from "./hungarian.ts";

const groups = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 60 });

describe("scoreClustering", () => {
  it("gives 1 for the same groups under other names", () => {
    expect(scoreClustering([7, 7, 2, 2, 9], ["a", "a", "b", "b", "c"])).toEqual({
      nmi: 1,
      ari: 1,
      accuracy: 1,
      groups: 3,
    });
  });

  it("agrees with a case worked out by hand", () => {
    const scores = scoreClustering([0, 0, 1, 2, 2, 2], ["a", "a", "a", "b", "b", "c"]);
    expect(scores.nmi).toBeCloseTo(0.6853, 3);
    expect(scores.ari).toBeCloseTo(14 / 44, 6);
    expect(scores.accuracy).toBeCloseTo(4 / 6, 6);
  });

  it("stays between its bounds and does not care about the order of items", () => {
    fc.assert(
      fc.property(groups, groups, (left, right) => {
        const size = Math.min(left.length, right.length);
        const found = left.slice(0, size);
        const labels = right.slice(0, size).map(String);
        const scores = scoreClustering(found, labels);
        expect(scores.nmi).toBeGreaterThanOrEqual(-1e-9);
        expect(scores.nmi).toBeLessThanOrEqual(1 + 1e-9);
        expect(scores.ari).toBeLessThanOrEqual(1 + 1e-9);
        expect(scores.accuracy).toBeGreaterThan(0);
        const reversed = scoreClustering(found.toReversed(), labels.toReversed());
        expect(reversed.nmi).toBeCloseTo(scores.nmi, 9);
        expect(reversed.accuracy).toBeCloseTo(scores.accuracy, 9);
      }),
    );
  });
});

/** Tries every assignment. */
function bestByTrying(gain: Float64Array, rows: number, columns: number, row = 0, used = 0): number {
  if (row === rows) return 0;
  let best = bestByTrying(gain, rows, columns, row + 1, used);
  for (let column = 0; column < columns; column += 1) {
    if ((used & (1 << column)) !== 0) continue;
    const rest = bestByTrying(gain, rows, columns, row + 1, used | (1 << column));
    best = Math.max(best, (gain[row * columns + column] as number) + rest);
  }
  return best;
}

describe("bestAssignment", () => {
  it("finds the highest total of all assignments", () => {
    const tables = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
      .chain(([rows, columns]) =>
        fc.tuple(
          fc.constant(rows),
          fc.constant(columns),
          fc.array(fc.integer({ min: 0, max: 20 }), { minLength: rows * columns, maxLength: rows * columns }),
        ),
      );
    fc.assert(
      fc.property(tables, ([rows, columns, values]) => {
        const gain = Float64Array.from(values);
        const chosen = bestAssignment(gain, rows, columns);
        const taken = [...chosen].filter((column) => column >= 0);
        expect(new Set(taken).size).toBe(taken.length);
        const total = chosen.reduce(
          (sum, column, row) => sum + (column < 0 ? 0 : (gain[row * columns + column] as number)),
          0,
        );
        expect(total).toBe(bestByTrying(gain, rows, columns));
      }),
    );
  });
});
