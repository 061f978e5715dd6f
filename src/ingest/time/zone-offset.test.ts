import { describe, expect, it } from "vitest";
import { isTimeZone, localToUtc } from "./zone-offset.ts";

const utc = (local: string, zone: string) =>
  new Date(localToUtc(Date.parse(`${local}Z`), zone)).toISOString();

describe("localToUtc", () => {
  it.each([
    ["2026-01-05T14:30:00", "Europe/Berlin", "2026-01-05T13:30:00.000Z"],
    ["2026-07-05T14:30:00", "Europe/Berlin", "2026-07-05T12:30:00.000Z"],
    ["2026-07-05T14:30:00", "Asia/Kathmandu", "2026-07-05T08:45:00.000Z"],
    ["2026-07-05T14:30:00", "America/New_York", "2026-07-05T18:30:00.000Z"],
    ["2026-07-05T14:30:00", "UTC", "2026-07-05T14:30:00.000Z"],
  ])("%s in %s", (local, zone, expected) => {
    expect(utc(local, zone)).toBe(expected);
  });

  it("takes a time that occurs twice as the first", () => {
    expect(utc("2026-10-25T02:30:00", "Europe/Berlin")).toBe("2026-10-25T00:30:00.000Z");
  });

  it("moves a time that is skipped forward", () => {
    expect(utc("2026-03-29T02:30:00", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
  });
});

it("knows zones by their names", () => {
  expect(isTimeZone("Europe/Berlin")).toBe(true);
  expect(isTimeZone("Mars/Olympus")).toBe(false);
});
