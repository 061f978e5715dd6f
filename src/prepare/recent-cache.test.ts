import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RecentCache } from "./recent-cache.ts";

describe("RecentCache", () => {
  it("gives back what was kept, and the newest of it", () => {
    const cache = new RecentCache<number>(10, 100);
    cache.set("a", 1);
    cache.set("a", 2);
    expect(cache.get("a")).toBe(2);
    expect(cache.get("b")).toBeUndefined();
  });

  it("keeps no long text", () => {
    const cache = new RecentCache<number>(10, 3);
    cache.set("long", 1);
    expect(cache.get("long")).toBeUndefined();
  });

  it("forgets what was not used for long and keeps what was", () => {
    const cache = new RecentCache<number>(10, 100);
    cache.set("often", 1);
    cache.set("once", 1);
    for (let index = 0; index < 30; index += 1) {
      cache.set(`text ${index}`, index);
      cache.get("often");
    }
    expect(cache.get("often")).toBe(1);
    expect(cache.get("once")).toBeUndefined();
  });

  it("never gives anything but the last value of a text", () => {
    const steps = fc.array(fc.tuple(fc.nat({ max: 12 }), fc.option(fc.nat(), { nil: undefined })));
    fc.assert(
      fc.property(steps, (list) => {
        const cache = new RecentCache<number>(4, 100);
        const last = new Map<string, number>();
        for (const [key, value] of list) {
          if (value !== undefined) {
            cache.set(String(key), value);
            last.set(String(key), value);
          }
          const found = cache.get(String(key));
          if (found !== undefined) expect(found).toBe(last.get(String(key)));
        }
      }),
    );
  });
});
