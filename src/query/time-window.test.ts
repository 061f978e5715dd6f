import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatTimeRange, parseTimeRange } from "./time-range.ts";
import {
  bucketOf,
  chooseGrain,
  listBuckets,
  previousWindow,
  resolveWindow,
  type WindowContext,
} from "./time-window.ts";

const calendar = { timeZone: "Europe/Berlin", weekStart: 1 };
const context: WindowContext = {
  ...calendar,
  now: Date.parse("2026-03-31T10:20:00Z"),
  bounds: { from: Date.parse("2026-01-05T12:00:00Z"), to: Date.parse("2026-03-20T22:59:59.999Z") },
};
const show = ({ from, to }: { from: number; to: number }): string =>
  `${new Date(from).toISOString().slice(0, 16)} ${new Date(to).toISOString().slice(0, 16)}`;

describe("parseTimeRange", () => {
  test.each([
    "all",
    "last 28 days",
    "last 1 hour",
    "2026-03-01/2026-04-01",
    "2026-03-01T10:00/2026-03-01T11:00:00Z",
  ])("reads %s and prints it again", (text) => {
    const range = parseTimeRange(text);
    expect(range && formatTimeRange(range)).toBe(text);
  });

  test.each([
    "",
    "last",
    "last 0 days",
    "last -1 days",
    "2026-03-01",
    "2026-02-30/2026-03-01",
    "a/b",
    "2026-01-01/2026-01-02/x",
  ])("reads nothing in %j", (text) => expect(parseTimeRange(text)).toBeUndefined());

  test("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseTimeRange(text)));
  });
});

describe("resolveWindow", () => {
  test.each([
    // Summer time began in Berlin on 29 March 2026.
    ["last 1 day", "2026-03-30T22:00 2026-03-31T22:00"],
    ["last 7 days", "2026-03-24T23:00 2026-03-31T22:00"],
    ["last 1 week", "2026-03-29T22:00 2026-04-05T22:00"],
    ["last 2 months", "2026-01-31T23:00 2026-03-31T22:00"],
    ["last 3 hours", "2026-03-31T08:00 2026-03-31T11:00"],
    ["2026-03-01/2026-04-01", "2026-02-28T23:00 2026-03-31T22:00"],
    ["2026-04-01/2026-03-01", "2026-03-31T22:00 2026-03-31T22:00"],
    ["all", "2026-01-04T23:00 2026-03-20T23:00"],
  ])("%s is %s", (text, expected) => {
    expect(show(resolveWindow(text, context))).toBe(expected);
  });
});

describe("previousWindow", () => {
  const previous = (text: string, now = context.now): string =>
    show(previousWindow(resolveWindow(text, { ...context, now }), calendar, now));

  test("of whole days is as many days before, though one of them was an hour shorter", () => {
    expect(previous("2026-03-25/2026-03-31")).toBe("2026-03-18T23:00 2026-03-24T23:00");
  });

  test("of whole months is as many months before", () => {
    expect(previous("2026-02-01/2026-03-01")).toBe("2025-12-31T23:00 2026-01-31T23:00");
  });

  test("of a running stretch goes only as far as the running one has come", () => {
    expect(previous("last 1 day")).toBe("2026-03-29T22:00 2026-03-30T10:20");
  });

  test("of anything else is of the same length", () => {
    expect(previous("2026-03-10T10:00/2026-03-10T16:00")).toBe("2026-03-10T03:00 2026-03-10T09:00");
  });
});

describe("listBuckets", () => {
  test("has 23 hours on the day when clocks go forward and 25 when they go back", () => {
    const hours = (day: string, next: string) =>
      listBuckets(resolveWindow(`${day}/${next}`, context), "hour", calendar);
    expect(hours("2026-03-29", "2026-03-30")).toHaveLength(23);
    const long = hours("2026-10-25", "2026-10-26");
    expect(long).toHaveLength(25);
    expect(long.slice(2, 4)).toEqual(["2026-10-25T02:00:00+02:00", "2026-10-25T02:00:00+01:00"]);
  });

  test("starts with the bucket that the window begins in", () => {
    const window = resolveWindow("2026-03-04/2026-03-17", context);
    expect(listBuckets(window, "week", calendar)).toEqual(["2026-03-02", "2026-03-09", "2026-03-16"]);
    expect(listBuckets(window, "month", calendar)).toEqual(["2026-03-01"]);
    expect(bucketOf(window.from, "week", calendar)).toBe("2026-03-02");
  });

  test("is empty for an empty window", () => {
    expect(listBuckets({ from: 5, to: 5 }, "day", calendar)).toEqual([]);
  });
});

test.each([
  ["last 2 days", "hour"],
  ["last 28 days", "day"],
  ["last 52 weeks", "week"],
  ["last 60 months", "month"],
])("%s is drawn by the %s", (text, grain) => {
  expect(chooseGrain(resolveWindow(text, context))).toBe(grain);
});
