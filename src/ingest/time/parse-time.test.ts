import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTimeParser } from "./parse-time.ts";

const parse = (value: unknown, dayFirst = true, timeZone = "UTC") => {
  const ms = createTimeParser({ timeZone, dayFirst })(value);
  return ms === undefined ? undefined : new Date(ms).toISOString();
};

describe("createTimeParser", () => {
  it.each([
    ["2026-03-05T14:30:00Z", "2026-03-05T14:30:00.000Z"],
    ["2026-03-05T14:30:00.123456Z", "2026-03-05T14:30:00.123Z"],
    ["2026-03-05T14:30:00.5+05:30", "2026-03-05T09:00:00.500Z"],
    ["2026-03-05 14:30:00 UTC", "2026-03-05T14:30:00.000Z"],
    ["2026-03-05 14:30:00-0800", "2026-03-05T22:30:00.000Z"],
    ["2026-03-05 14:30", "2026-03-05T14:30:00.000Z"],
    ["2026-03-05", "2026-03-05T00:00:00.000Z"],
    [" 2026-03-05T14:30:00Z ", "2026-03-05T14:30:00.000Z"],
    ["Thu, 05 Mar 2026 14:30:00 +0100", "2026-03-05T13:30:00.000Z"],
    ["Mar 5, 2026 2:30 PM", "2026-03-05T14:30:00.000Z"],
    ["5 March 2026", "2026-03-05T00:00:00.000Z"],
    [1772721000, "2026-03-05T14:30:00.000Z"],
    [1772721000.25, "2026-03-05T14:30:00.250Z"],
    [1772721000123, "2026-03-05T14:30:00.123Z"],
    ["1772721000123456", "2026-03-05T14:30:00.123Z"],
    ["1772721000123456789", "2026-03-05T14:30:00.123Z"],
    [1772721000123n, "2026-03-05T14:30:00.123Z"],
    [new Date(1772721000000), "2026-03-05T14:30:00.000Z"],
    ["05/03/2026 14:30:12", "2026-03-05T14:30:12.000Z"],
    ["05.03.26, 14:30", "2026-03-05T14:30:00.000Z"],
    ["2026/03/05, 3:04 p.m.", "2026-03-05T15:04:00.000Z"],
    ["05-03-2026, 12:05\u202fAM", "2026-03-05T00:05:00.000Z"],
    ["01/03/2026, 00:08 a. m.", "2026-03-01T00:08:00.000Z"],
  ])("reads %s", (value, expected) => {
    expect(parse(value)).toBe(expected);
  });

  it("takes the month first where told so", () => {
    expect(parse("12/31/25, 11:59 PM", false)).toBe("2025-12-31T23:59:00.000Z");
    expect(parse("12/31/25, 11:59 PM", true)).toBeUndefined();
  });

  it.each([
    "2026-02-30T10:00:00Z",
    "2025-02-29",
    "2026-13-01",
    "2026-03-05T25:00:00Z",
    "31/04/2026",
    "",
    "soon",
    "1/2",
    "12345",
    5,
    -1,
    Number.NaN,
    null,
    undefined,
    {},
    "9".repeat(80),
  ])("refuses %s", (value) => {
    expect(parse(value)).toBeUndefined();
  });

  it("says when a zone was missing, and only then", () => {
    let missing = 0;
    const parser = createTimeParser({
      timeZone: "Europe/Berlin",
      dayFirst: true,
      onMissingZone: () => (missing += 1),
    });
    expect(parser("2026-07-05 14:30")).toBe(Date.parse("2026-07-05T12:30:00Z"));
    expect(parser("2026-01-05 14:30")).toBe(Date.parse("2026-01-05T13:30:00Z"));
    parser("2026-01-05T14:30:00Z");
    parser(1772721000);
    expect(missing).toBe(2);
  });

  it("gives back every ISO time", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1990-01-01"), max: new Date("2199-01-01"), noInvalidDate: true }),
        (date) => {
          expect(parse(date.toISOString())).toBe(date.toISOString());
        },
      ),
    );
  });

  it("never throws, and gives only plausible times", () => {
    fc.assert(
      fc.property(fc.anything(), fc.boolean(), (value, dayFirst) => {
        const ms = createTimeParser({ timeZone: "UTC", dayFirst })(value);
        expect(ms === undefined || (ms >= Date.UTC(1980, 0) && ms < Date.UTC(2200, 0))).toBe(true);
      }),
    );
  });
});
