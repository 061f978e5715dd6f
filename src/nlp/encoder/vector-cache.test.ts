import { describe, expect, it } from "vitest";
import { createVectorCache } from "./vector-cache.ts";

const vector = (value: number): Float32Array => Float32Array.of(value);

describe("createVectorCache", () => {
  it("drops the vector that was asked for longest ago", () => {
    const cache = createVectorCache(2);
    cache.set("a", vector(1));
    cache.set("b", vector(2));
    cache.get("a");
    cache.set("c", vector(3));
    expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual([vector(1), undefined, vector(3)]);
  });

  it("replaces a vector without dropping another", () => {
    const cache = createVectorCache(2);
    cache.set("a", vector(1));
    cache.set("b", vector(2));
    cache.set("b", vector(3));
    expect([cache.get("a"), cache.get("b")]).toEqual([vector(1), vector(3)]);
  });

  it("keeps nothing at size 0", () => {
    const cache = createVectorCache(0);
    cache.set("a", vector(1));
    expect(cache.get("a")).toBeUndefined();
  });
});
