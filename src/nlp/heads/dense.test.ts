import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyDense, sigmoid, softmax } from "./dense.ts";

describe("a linear layer", () => {
  const layer = {
    inputs: 2,
    outputs: 3,
    weights: Float32Array.of(1, 2, 3, 4, 5, 6),
    bias: Float32Array.of(0.5, 0, -1),
  };

  it("multiplies row by row and adds the bias", () => {
    expect([...applyDense(layer, [1, 10])]).toEqual([21.5, 43, 64]);
  });

  it("takes a shorter input as one with zeros at its end", () => {
    expect([...applyDense(layer, [2])]).toEqual([...applyDense(layer, [2, 0])]);
  });
});

describe("probabilities", () => {
  const logits = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 8 });

  it("sum to 1 and keep the order at any temperature", () => {
    fc.assert(
      fc.property(logits, fc.double({ min: 0.2, max: 5, noNaN: true }), (values, temperature) => {
        const given = softmax(values, temperature);
        expect(given.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
        const best = given.indexOf(Math.max(...given));
        expect(values[best]).toBeCloseTo(Math.max(...values), 6);
      }),
    );
  });

  it("of a single question are symmetric about a half", () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (value) => {
        expect(sigmoid(value) + sigmoid(-value)).toBeCloseTo(1, 9);
      }),
    );
  });
});
