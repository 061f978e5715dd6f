import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eraseExchangedWords } from "./erase-words.ts";
import { exchangedWords } from "./exchanged-words.ts";
import { principalDirections } from "./principal-directions.ts";
import { seededRandom } from "./random.ts";
import { dotRows, unitRows } from "./rows.ts";

const PRODUCTS = ["zorbo", "plinth", "wixel"];
const MATTERS = 100;
const DIMENSION = 64;

/** Sentences of many matters, each said of any product or of none; the vector is the matter's, moved by the product. */
function log(pull: number) {
  const random = seededRandom(3);
  const direction = () => Float64Array.from({ length: DIMENSION }, () => random() - 0.5);
  const matters = Array.from({ length: MATTERS }, direction);
  const pulls = PRODUCTS.map(direction);
  const texts: string[] = [];
  const of: { matter: number; product: number }[] = [];
  const values: number[] = [];
  for (let at = 0; at < 2400; at += 1) {
    const matter = at % MATTERS;
    const product = Math.floor(random() * 4) - 1;
    const name = PRODUCTS[product] ?? "";
    texts.push(`matter${matter}verb ${name} matter${matter}noun`);
    of.push({ matter, product });
    for (let place = 0; place < DIMENSION; place += 1) {
      const moved = pull * (pulls[product]?.[place] ?? 0);
      values.push((matters[matter]?.[place] ?? 0) + moved + (random() - 0.5) * 0.2);
    }
  }
  return { texts, of, rows: unitRows(Float32Array.from(values), DIMENSION) };
}

describe("words that are exchanged freely", () => {
  it("are those around which everything is said, and that move vectors", () => {
    const { rows, texts } = log(1.5);
    expect(
      exchangedWords(rows, texts)
        .map(({ word }) => word)
        .sort(),
    ).toEqual([...PRODUCTS].sort());
  });

  it("are none where such words move nothing, and none in a small log", () => {
    const still = log(0);
    expect(exchangedWords(still.rows, still.texts)).toEqual([]);
    const few = unitRows(still.rows.values.slice(0, 20 * DIMENSION), DIMENSION);
    expect(exchangedWords(few, still.texts.slice(0, 20))).toEqual([]);
  });

  it("no longer keep texts of one matter apart once erased", () => {
    const { rows, texts, of } = log(1.5);
    const erased = eraseExchangedWords(rows, texts).rows;
    const pair = of.findIndex(({ matter, product }) => matter === 0 && product === 0);
    const other = of.findIndex(({ matter, product }) => matter === 0 && product === 1);
    expect(dotRows(rows, pair, rows, other)).toBeLessThan(0.8);
    expect(dotRows(erased, pair, erased, other)).toBeGreaterThan(0.9);
  });

  it("leave a log without them as it is", () => {
    const { rows, texts } = log(0);
    expect(eraseExchangedWords(rows, texts)).toEqual({ rows, words: [] });
  });
});

describe("principalDirections", () => {
  it("are orthonormal and hold the vectors when there are enough of them", () => {
    const vector = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 3 }), (given) => {
        const vectors = given.map((values) => Float64Array.from(values));
        const found = principalDirections(vectors, 3);
        const dot = (one: Float64Array, other: Float64Array) =>
          one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
        found.forEach((one, at) => {
          found.forEach((other, place) => {
            expect(dot(one, other)).toBeCloseTo(at === place ? 1 : 0, 5);
          });
        });
        for (const one of vectors) {
          const held = found.reduce((sum, direction) => sum + dot(one, direction) ** 2, 0);
          expect(held).toBeLessThanOrEqual(dot(one, one) + 1e-6);
        }
      }),
    );
  });
});
