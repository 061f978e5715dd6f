import { describe, expect, it } from "vitest";
import { createReadingCache } from "./reading-cache.ts";

const reading = (value: number) => ({ vector: Float32Array.of(value), state: new Float32Array() });

describe("createReadingCache", () => {
  it("drops the reading that was asked for longest ago", () => {
    const cache = createReadingCache(2);
    cache.set("a", reading(1));
    cache.set("b", reading(2));
    cache.get("a");
    cache.set("c", reading(3));
    expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual([reading(1), undefined, reading(3)]);
  });

  it("replaces a reading without dropping another", () => {
    const cache = createReadingCache(2);
    cache.set("a", reading(1));
    cache.set("b", reading(2));
    cache.set("b", reading(3));
    expect([cache.get("a"), cache.get("b")]).toEqual([reading(1), reading(3)]);
  });

  it("keeps nothing at size 0", () => {
    const cache = createReadingCache(0);
    cache.set("a", reading(1));
    expect(cache.get("a")).toBeUndefined();
  });
});
