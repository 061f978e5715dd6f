import { describe, expect, it } from "vitest";
import { createRandom, mixSeed, pickWeighted } from "./random.ts";

describe("createRandom", () => {
  it("repeats a stream for the same parts and leaves it for others", () => {
    const draw = (...parts: number[]) => Array.from({ length: 5 }, createRandom(...parts).next);
    expect(draw(1, 2)).toEqual(draw(1, 2));
    expect(draw(1, 2)).not.toEqual(draw(2, 1));
    expect(mixSeed(1)).not.toBe(mixSeed(2));
  });

  it("is even enough over ten bins of 20,000 draws", () => {
    const bins = new Array<number>(10).fill(0);
    for (let stream = 0; stream < 200; stream += 1) {
      const random = createRandom(9, stream);
      for (let draw = 0; draw < 100; draw += 1) {
        const bin = random.int(10);
        bins[bin] = (bins[bin] ?? 0) + 1;
      }
    }
    for (const count of bins) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it("keeps ranges: both ends of between, the median of the log-normal", () => {
    const random = createRandom(4);
    const values = new Set(Array.from({ length: 200 }, () => random.between(3, 5)));
    expect([...values].sort()).toEqual([3, 4, 5]);
    const drawn = Array.from({ length: 4001 }, () => random.logNormal(10, 0.8)).sort((a, b) => a - b);
    expect(drawn[2000]).toBeGreaterThan(9);
    expect(drawn[2000]).toBeLessThan(11);
  });

  it("refuses to pick from nothing", () => {
    expect(() => createRandom(1).pick([])).toThrow(RangeError);
  });
});

describe("pickWeighted", () => {
  it("gives each position its share and never one of weight 0", () => {
    expect([0, 0.24, 0.26, 0.99].map((u) => pickWeighted([1, 0, 3], u))).toEqual([0, 0, 2, 2]);
  });
});
