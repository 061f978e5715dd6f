import { describe, expect, it } from "vitest";
import { defaultTime } from "./default-time.ts";

const now = new Date("2026-03-10T23:30:00Z");
const opensWith = (lastDay: string | null, timeZone = "UTC") => defaultTime({ lastDay, timeZone }, now);

describe("the stretch of time that pages open with", () => {
  it("is the last four weeks when conversations fall in them", () => {
    expect(opensWith("2026-03-10")).toBe("last 28 days");
    expect(opensWith("2026-02-15")).toBe("last 28 days");
  });

  it("is everything when the last conversation is older", () => {
    expect(opensWith("2025-06-01")).toBe("all");
    expect(opensWith(null)).toBe("all");
  });

  it("reads today in the workspace's zone", () => {
    expect(opensWith("2026-03-11", "Europe/Berlin")).toBe("last 28 days");
    expect(opensWith("2026-03-11", "UTC")).toBe("all");
  });
});
