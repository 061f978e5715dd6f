import { expect, it } from "vitest";
import { digamma } from "./digamma.ts";

it("gives the values of the tables", () => {
  expect(digamma(1)).toBeCloseTo(-0.5772156649, 9);
  expect(digamma(0.5)).toBeCloseTo(-1.963510026, 9);
  expect(digamma(10)).toBeCloseTo(2.251752589, 9);
  expect(digamma(0.01)).toBeCloseTo(-100.5608854579, 7);
});
