import { describe, expect, it } from "vitest";
import { joinNearTexts } from "./near-texts.ts";
import { seededRandom } from "./random.ts";
import { dotRows, unitRows } from "./rows.ts";

const DIMENSION = 16;

/** `wordings` random directions, each said `times` times with a little noise. */
function log(wordings: number, times: number, noise: number) {
  const random = seededRandom(5);
  const directions = Array.from({ length: wordings }, () =>
    Array.from({ length: DIMENSION }, () => random() - 0.5),
  );
  const values = Array.from({ length: wordings * times }, (_, at) =>
    (directions[at % wordings] ?? []).map((value) => value + (random() - 0.5) * noise),
  ).flat();
  return unitRows(Float32Array.from(values), DIMENSION);
}

describe("joinNearTexts", () => {
  it.each([
    ["a small log, compared by pairs", 300],
    ["a large log, in one pass", 7000],
  ])("counts what is said in nearly the same words once: %s", (_, wordings) => {
    const rows = log(wordings, 3, 0.02);
    const near = joinNearTexts(rows, 0);
    expect(near.rows.count).toBeGreaterThan(0.95 * wordings);
    expect(near.rows.count).toBeLessThanOrEqual(1.01 * wordings);
    const farthest = Math.min(...near.of.map((to, row) => 1000 * dotRows(rows, row, near.rows, to)));
    expect(farthest).toBeGreaterThan(900);
    const { ids, k } = near.neighbours(5, () => undefined);
    expect(ids.length).toBe(near.rows.count * k);
    expect(ids.every((id, at) => id >= 0 && id !== Math.floor(at / k))).toBe(true);
  });

  it("leaves a log alone that is small, or all alike, or holds no near texts", () => {
    for (const rows of [log(100, 3, 0.02), log(20, 50, 0.02), log(800, 1, 0.02)]) {
      expect(joinNearTexts(rows, 0).rows).toBe(rows);
    }
  });
});
