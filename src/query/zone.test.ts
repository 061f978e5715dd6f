import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addMonths,
  formatLocal,
  localDay,
  parseMoment,
  startOfDay,
  startOfHour,
  startOfWeek,
} from "./zone.ts";

const iso = (instant: number): string => new Date(instant).toISOString();
const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
];
const anyInstant = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2035, 0, 1) });

describe("startOfDay", () => {
  test.each([
    ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
    ["2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00.000Z"],
    ["2026-10-26", "Europe/Berlin", "2026-10-25T23:00:00.000Z"],
    ["2026-11-01", "America/New_York", "2026-11-01T04:00:00.000Z"],
    // Clocks in São Paulo leapt from 24:00 to 01:00: the day had no midnight.
    ["2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00.000Z"],
  ])("of %s in %s is %s", (day, zone, expected) => {
    expect(iso(startOfDay(day, zone))).toBe(expected);
  });

  test("is the first instant that shows its day", () => {
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...zones), (instant, zone) => {
        const day = localDay(instant, zone);
        const start = startOfDay(day, zone);
        expect(start).toBeLessThanOrEqual(instant);
        expect(localDay(start, zone)).toBe(day);
        expect(localDay(start - 1, zone) < day).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

test("an instant printed as local time reads back as itself", () => {
  fc.assert(
    fc.property(anyInstant, fc.constantFrom(...zones), (instant, zone) => {
      const second = Math.floor(instant / 1000) * 1000;
      expect(parseMoment(formatLocal(second, zone), zone)).toBe(second);
    }),
    { numRuns: 200 },
  );
});

test("a time without an offset is local, and the first of two when clocks go back", () => {
  expect(iso(parseMoment("2026-10-25T02:30", "Europe/Berlin"))).toBe("2026-10-25T00:30:00.000Z");
  expect(iso(parseMoment("2026-07-01T12:00:00", "Europe/Berlin"))).toBe("2026-07-01T10:00:00.000Z");
});

test("hours start where the zone's clocks show a full hour", () => {
  expect(iso(startOfHour(Date.UTC(2026, 0, 1, 10, 45), "Asia/Kolkata"))).toBe("2026-01-01T10:30:00.000Z");
});

test("weeks start on the day that is set", () => {
  expect(startOfWeek("2026-03-04", 1)).toBe("2026-03-02");
  expect(startOfWeek("2026-03-04", 7)).toBe("2026-03-01");
  expect(startOfWeek("2026-03-01", 7)).toBe("2026-03-01");
  expect(startOfWeek("2026-03-01", 1)).toBe("2026-02-23");
});

test("a month later keeps to the month's last day", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
});
