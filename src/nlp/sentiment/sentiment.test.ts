import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainHeads } from "../../../test/support/heads.ts";
import { readSentiment } from "./sentiment.ts";

describe("sentiment of a text", () => {
  const heads = plainHeads(8);

  it("runs from very negative to very positive", () => {
    const scores = [0, 1, 2, 3, 4].map((place) => {
      const state = new Float32Array(8);
      state[place] = 20;
      return readSentiment(heads, state).score;
    });
    for (const [place, score] of scores.entries()) expect(score).toBeCloseTo(place - 2, 3);
  });

  it("is the mean of its probabilities and stays within −2 and 2", () => {
    const numbers = fc.array(fc.float({ min: -9, max: 9, noNaN: true }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(numbers, (values) => {
        const { score, probabilities } = readSentiment(heads, Float32Array.from(values));
        expect(probabilities.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
        expect(Math.abs(score)).toBeLessThanOrEqual(2 + 1e-6);
        const mean = probabilities.reduce((sum, value, place) => sum + value * (place - 2), 0);
        expect(score).toBeCloseTo(mean, 9);
      }),
    );
  });

  it("is less sure at a higher temperature", () => {
    const state = new Float32Array(8);
    state[4] = 3;
    const warm = { ...heads, sentimentTemperature: 3 };
    expect(readSentiment(warm, state).score).toBeLessThan(readSentiment(heads, state).score);
  });
});
