import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundsOf, frame, pan, toMap, toScreen, zoom } from "./camera.ts";
import { decodePoints, type MapPoints } from "./decode-points.ts";
import { paintPoints, pixelOf } from "./paint-points.ts";
import { middles, placeLabels } from "./place-labels.ts";

const SIZE = { width: 200, height: 100 };
const base64 = (array: Float32Array | Uint32Array) =>
  btoa(String.fromCharCode(...new Uint8Array(array.buffer)));
const points = (places: readonly number[], topics: readonly number[]): MapPoints => ({
  count: topics.length,
  places: Float32Array.from(places),
  topics: Uint32Array.from(topics),
  weights: Uint32Array.from(topics.map(() => 1)),
});

describe("decodePoints", () => {
  it("gives back the numbers that were sent", () => {
    const sent = { points: 2, places: Float32Array.from([1.5, -2, 0, 3]), topics: Uint32Array.from([7, 0]) };
    const weights = Uint32Array.from([1, 4_000_000_000]);
    const got = decodePoints({
      points: 2,
      places: base64(sent.places),
      topics: base64(sent.topics),
      weights: base64(weights),
    });
    expect(got).toEqual({ count: 2, places: sent.places, topics: sent.topics, weights });
  });
  it("refuses lists of other lengths", () => {
    const one = base64(Uint32Array.from([1]));
    expect(() => decodePoints({ points: 2, places: one, topics: one, weights: one })).toThrow(RangeError);
  });
});

describe("the camera", () => {
  it("fits all but stray points, in the middle", () => {
    const places = Float32Array.from([
      ...Array.from({ length: 400 }, (_, index) => (index % 2 === 0 ? index / 100 : 1)),
      99,
      99,
    ]);
    const camera = frame(boundsOf(places), SIZE);
    expect(camera.x).toBeGreaterThan(1.5);
    expect(camera.x).toBeLessThan(2.5);
  });
  it("leads from the map to the screen and back", () => {
    const at = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    fc.assert(
      fc.property(at, at, fc.double({ min: 0.1, max: 100, noNaN: true }), (x, y, scale) => {
        const camera = { x: 3, y: -2, scale };
        const [backX, backY] = toMap(camera, SIZE, ...toScreen(camera, SIZE, x, y));
        expect(backX).toBeCloseTo(x, 6);
        expect(backY).toBeCloseTo(y, 6);
      }),
    );
  });
  it("keeps the place under the pointer when it zooms, and never shows more than the whole", () => {
    const whole = { x: 0, y: 0, scale: 10 };
    const near = zoom(whole, SIZE, 4, [150, 20], whole);
    expect(toMap(near, SIZE, 150, 20).map((value) => Math.round(value * 1e6))).toEqual(
      toMap(whole, SIZE, 150, 20).map((value) => Math.round(value * 1e6)),
    );
    expect(zoom(whole, SIZE, 0.1, [0, 0], whole).scale).toBe(10);
    expect(pan(whole, 10, 0).x).toBe(-1);
  });
});

describe("paintPoints", () => {
  it("paints a disc where a point lies, and nothing of what is not shown or out of sight", () => {
    const pixels = new Uint32Array(SIZE.width * SIZE.height).fill(9);
    const red = pixelOf(`#${"ff".padEnd(6, "0")}`);
    paintPoints(
      { pixels, ...SIZE },
      points([0, 0, 5, 5, 999, 999], [1, 1, 1]),
      Uint32Array.from([red, 0, red]),
      { x: 0, y: 0, scale: 1 },
      1,
    );
    expect(pixels[50 * 200 + 100]).toBe(red);
    expect(pixels.filter((pixel) => pixel !== 0)).toHaveLength(5);
    expect([...new Uint8Array(Uint32Array.from([red]).buffer)]).toEqual([255, 0, 0, 255]);
  });
});

describe("labels", () => {
  it("stand in the middle of their points", () => {
    const found = middles(
      points([0, 0, 2, 2, 4, 100, 9, 9], [1, 1, 2, 5]),
      new Map([
        [1, "a"],
        [2, "a"],
      ]),
    );
    expect([...found]).toEqual([["a", { x: 2, y: 2, points: 3 }]]);
  });
  it("give way to those before them, and stay within the screen", () => {
    const label = (key: string, x: number, y: number) => ({
      key,
      name: "refund",
      place: { x, y, points: 1 },
    });
    const placed = placeLabels(
      [label("first", 0, 0), label("over it", 2, 2), label("beside it", 0, 30), label("outside", 500, 0)],
      { x: 0, y: 0, scale: 1 },
      SIZE,
    );
    expect(placed.map(({ key }) => key)).toEqual(["first", "beside it"]);
  });
});
