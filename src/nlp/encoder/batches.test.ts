import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeBatches } from "./batches.ts";

describe("makeBatches", () => {
  it("puts every text into exactly one batch, whole and padded with zeros", () => {
    const text = fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 2, maxLength: 400 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), (texts) => {
        const batches = makeBatches(texts.map((ids) => Int32Array.from(ids)));
        const found = new Map<number, number[]>();
        for (const { places, width, lengths, ids } of batches) {
          expect(ids.length).toBe(places.length * width);
          expect(places.length === 1 || ids.length <= 320).toBe(true);
          for (const [row, place] of places.entries()) {
            const cells = [...ids.subarray(row * width, (row + 1) * width)];
            found.set(place, cells.slice(0, lengths[row]));
            expect(cells.slice(lengths[row]).every((id) => id === 0)).toBe(true);
          }
        }
        expect(texts.map((_, place) => found.get(place))).toEqual(texts);
      }),
    );
  });

  it("starts with the longest texts, so that the last batches are short", () => {
    const widths = makeBatches([3, 200, 40, 300].map((length) => new Int32Array(length))).map(
      ({ width }) => width,
    );
    expect(widths).toEqual([300, 200, 40]);
  });
});
