import { describe, expect, it } from "vitest";
import { makeBlobs } from "../../../test/support/blobs.ts";
import type { IntentPrediction } from "./intent-types.ts";
import { suggestTexts } from "./suggest-texts.ts";

const sure: IntentPrediction = {
  intent: "a",
  confidence: 0.98,
  runnerUp: { intent: "b", confidence: 0.01 },
  outOfScope: false,
  outOfScopeScore: -3,
};
const unsure = { ...sure, confidence: 0.5, runnerUp: { intent: "b", confidence: 0.49 } };
const outside = { ...sure, outOfScope: true };

describe("suggestTexts", () => {
  const pool = makeBlobs([20, 20]);

  it("puts texts that the model is unsure of first, and says why", () => {
    const predictions = pool.texts.map((_, row) => (row === 3 ? unsure : row === 25 ? outside : sure));
    const found = suggestTexts(pool, predictions, 2);
    expect(new Map(found.map(({ row, reason }) => [row, reason]))).toEqual(
      new Map([
        [3, "unsure"],
        [25, "new"],
      ]),
    );
  });

  it("spreads over groups instead of naming neighbours one after another", () => {
    const found = suggestTexts(
      pool,
      pool.texts.map(() => unsure),
      2,
    );
    expect(found.map(({ row }) => Math.floor(row / 20)).sort()).toEqual([0, 1]);
  });

  it("gives no more than there are", () => {
    const one = { texts: ["x"], vectors: Float32Array.of(1, 0), dimension: 2 };
    expect(suggestTexts(one, [unsure], 5)).toMatchObject([{ row: 0, reason: "unsure" }]);
  });
});
