import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timeRangeSchema } from "../../../../src/query/time-range.ts";
import { readTime } from "./read-time.ts";

/** A Wednesday. */
const NOW = { today: "2026-03-11", weekStart: 1 };
const read = (text: string, now = NOW) => readTime(text.split(" "), now);

describe("readTime", () => {
  it.each([
    ["today", "2026-03-11/2026-03-12"],
    ["yesterday", "2026-03-10/2026-03-11"],
    ["last week", "2026-03-02/2026-03-09"],
    ["this week", "2026-03-09/2026-03-16"],
    ["previous month", "2026-02-01/2026-03-01"],
    ["this year", "2026-01-01/2027-01-01"],
    ["last 14 days", "last 14 days"],
    ["past 1 month", "last 1 month"],
    ["2026-02-03", "2026-02-03/2026-02-04"],
    ["2025-12", "2025-12-01/2026-01-01"],
    ["february", "2026-02-01/2026-03-01"],
    ["december", "2025-12-01/2026-01-01"],
    ["in may", "2025-05-01/2025-06-01"],
    ["may 2024", "2024-05-01/2024-06-01"],
    ["3 march", "2026-03-03/2026-03-04"],
    ["march 3rd 2025", "2025-03-03/2025-03-04"],
    ["since 3 feb", "2026-02-03/2026-03-12"],
    ["since last week", "2026-03-02/2026-03-12"],
    ["between 1 january and 15 january", "2026-01-01/2026-01-16"],
    ["from 2026-01-01 to 2026-02-01", "2026-01-01/2026-02-02"],
    ["all time", "all"],
  ])("reads “%s”, all its words", (text, time) => {
    expect(read(text)).toEqual({ time, used: text.split(" ").length });
  });
  it("begins weeks on the workspace's day", () => {
    expect(read("this week", { ...NOW, weekStart: 7 })?.time).toBe("2026-03-08/2026-03-15");
  });
  it("leaves the words after a time alone", () => {
    expect(read("last week refund")).toEqual({ time: "2026-03-02/2026-03-09", used: 2 });
  });
  it.each([
    "may",
    "mar",
    "last",
    "last order",
    "last 0 days",
    "march 45",
    "2026-02-31",
    "between us",
    "since when",
  ])("takes “%s” for no time", (text) => {
    if (text === "march 45") expect(read(text)?.used ?? 0).toBeLessThan(2);
    else expect(read(text)).toBeUndefined();
  });
  it("gives only stretches that the server knows, whatever the words", () => {
    const word = fc.constantFrom(
      "last",
      "past",
      "since",
      "in",
      "between",
      "and",
      "3",
      "31",
      "0",
      "feb",
      "may",
      "week",
      "2026",
      "2026-13",
      "2024-02",
      "days",
      "this",
      "month",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (words) => {
        const found = readTime(words, NOW);
        if (found === undefined) return;
        expect(timeRangeSchema.safeParse(found.time).success).toBe(true);
        expect(found.used).toBeLessThanOrEqual(words.length);
        expect(found.used).toBeGreaterThan(0);
      }),
    );
  });
});
