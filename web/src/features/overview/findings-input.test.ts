import { describe, expect, it } from "vitest";
import { shareChanges, wholeBuckets } from "./findings-input.ts";

describe("buckets that are over", () => {
  const window = { from: "2026-03-02T00:00:00.000Z", to: "2026-03-23T00:00:00.000Z", timeZone: "UTC" };
  const weeks = { buckets: ["2026-03-02", "2026-03-09", "2026-03-16"], grain: "week", window } as const;
  const whole = (topics: Parameters<typeof wholeBuckets>[0], now: string) =>
    wholeBuckets(topics, new Date(now));

  it("leave out the week that still runs", () => {
    expect(whole({ ...weeks, buckets: [...weeks.buckets] }, "2026-03-18T10:00:00Z")).toBe(2);
    expect(whole({ ...weeks, buckets: [...weeks.buckets] }, "2026-03-23T00:00:00Z")).toBe(3);
  });

  it("leave out a bucket that the window cuts off", () => {
    const cut = {
      ...weeks,
      buckets: [...weeks.buckets],
      window: { ...window, to: "2026-03-20T00:00:00.000Z" },
    };
    expect(whole(cut, "2026-06-01T00:00:00Z")).toBe(2);
  });

  it("know the length of months, and of none", () => {
    const months = {
      buckets: ["2026-01-01", "2026-02-01"],
      grain: "month",
      window: { ...window, to: "2026-03-01T00:00:00.000Z" },
    };
    expect(whole(months as Parameters<typeof wholeBuckets>[0], "2026-06-01T00:00:00Z")).toBe(2);
    expect(whole({ ...weeks, buckets: [] }, "2026-06-01T00:00:00Z")).toBe(0);
  });
});

describe("shares that have changed", () => {
  const half = { value: 0.5, n: 10, low: 0.2, high: 0.8 };

  it("are those measured in both stretches", () => {
    const total = {
      measures: { resolved_rate: half, share_negative: half },
      previous: { resolved_rate: half },
    };
    expect(shareChanges({ total }).map(({ id }) => id)).toEqual(["resolved_rate"]);
    expect(shareChanges({ total: { measures: { resolved_rate: half }, previous: null } })).toEqual([]);
  });
});
