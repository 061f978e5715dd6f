import { describe, expect, it } from "vitest";
import { timeRangeSchema } from "../../../../src/query/time-range.ts";
import { addDays, bucketTime, timeWords } from "./time-words.ts";

const window = {
  from: "2026-02-03T23:00:00.000Z",
  to: "2026-03-11T09:00:00.000Z",
  timeZone: "Europe/Berlin",
};

describe("time in words", () => {
  it.each([
    ["all", "All time"],
    ["last 12 weeks", "Last 12 weeks"],
    ["last 1 day", "Last 1 day"],
    ["2026-03-01/2026-04-01", "1 Mar 2026 – 31 Mar 2026"],
    ["2026-03-01/2026-03-02", "1 Mar 2026"],
    ["gibberish", "All time"],
  ])("says %s as %s", (time, words) => {
    expect(timeWords(time)).toBe(words);
  });

  it("counts days over the ends of months and leap years", () => {
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });
});

describe("the stretch of a clicked bucket", () => {
  it.each([
    ["2026-02-16", "week", "2026-02-16/2026-02-23"],
    ["2026-02-16", "day", "2026-02-16/2026-02-17"],
    ["2026-02-10T14:00:00+01:00", "hour", "2026-02-10T13:00:00.000Z/2026-02-10T14:00:00.000Z"],
  ] as const)("is the whole %s %s", (bucket, grain, time) => {
    expect(bucketTime(bucket, grain, window)).toBe(time);
  });

  it("is cut where the window begins and ends, so that it opens what was counted", () => {
    expect(bucketTime("2026-02-02", "week", window)).toBe("2026-02-03T23:00:00.000Z/2026-02-09");
    expect(bucketTime("2026-03-09", "week", window)).toBe("2026-03-09/2026-03-11T09:00:00.000Z");
    expect(bucketTime("2026-02-01", "month", window)).toBe("2026-02-03T23:00:00.000Z/2026-03-01");
  });

  it("is a stretch that the server understands", () => {
    for (const grain of ["day", "week", "month"] as const) {
      expect(timeRangeSchema.safeParse(bucketTime("2026-03-01", grain, window)).success).toBe(true);
    }
  });
});
