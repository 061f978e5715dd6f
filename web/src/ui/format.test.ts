import { describe, expect, it } from "vitest";
import {
  formatAgo,
  formatBucket,
  formatBytes,
  formatChange,
  formatClock,
  formatCompact,
  formatCount,
  formatDay,
  formatDuration,
  formatInstant,
  formatScore,
  formatShare,
  formatWindow,
  localDay,
  nameBucket,
  plural,
} from "./format.ts";

const plain = (text: string) => text.replaceAll(/[\u202f\u2009]/g, " ").replaceAll("\u2212", "-");
const now = new Date("2026-03-10T12:00:00Z");

describe("numbers", () => {
  it("groups thousands and shortens only what is long", () => {
    expect(formatCount(12_480)).toBe("12,480");
    expect([formatCompact(9_999), formatCompact(12_480)]).toEqual(["9,999", "12.5k"]);
    expect([plural(1, "conversation"), plural(2, "reply", "replies")]).toEqual([
      "1 conversation",
      "2 replies",
    ]);
  });

  it("gives small shares a digit more, and says when there is none", () => {
    expect([0.614, 0.031, 0, 1, null].map((share) => plain(formatShare(share)))).toEqual([
      "61 %",
      "3.1 %",
      "0 %",
      "100 %",
      "–",
    ]);
  });

  it("signs changes and scores", () => {
    expect([0.381, -0.5, 0.001].map((change) => plain(formatChange(change)))).toEqual([
      "+38 %",
      "-50 %",
      "±0 %",
    ]);
    expect([0.5, -0.254, 0.001, null].map((score) => plain(formatScore(score)))).toEqual([
      "+0.50",
      "-0.25",
      "0.00",
      "–",
    ]);
  });

  it("writes durations and sizes in the unit that fits", () => {
    expect([42, 600, 4000, 400_000].map((s) => plain(formatDuration(s)))).toEqual([
      "42 s",
      "10 min",
      "1 h 7 min",
      "5 days",
    ]);
    expect([900, 12_400, 3_400_000_000].map((b) => plain(formatBytes(b)))).toEqual([
      "900 B",
      "12.4 kB",
      "3.4 GB",
    ]);
  });
});

describe("times", () => {
  it("stands in the workspace's zone, not the reader's", () => {
    expect(formatInstant("2026-03-01T23:30:00.000Z", "Europe/Berlin")).toBe("2 Mar 2026, 00:30");
    expect(formatClock("2026-03-01T23:30:05.000Z", "America/New_York")).toBe("18:30:05");
    expect(localDay("2026-03-01T23:30:00.000Z", "Europe/Berlin")).toBe("2026-03-02");
  });

  it("names the year only when it is another one", () => {
    expect(formatDay("2026-03-02T10:00:00.000Z", "UTC", now)).toBe("2 Mar");
    expect(formatDay("2025-03-02T10:00:00.000Z", "UTC", now)).toBe("2 Mar 2025");
  });

  it("shows a half-open window by its last day", () => {
    const window = {
      from: "2026-02-28T23:00:00.000Z",
      to: "2026-03-31T22:00:00.000Z",
      timeZone: "Europe/Berlin",
    };
    expect(plain(formatWindow(window))).toBe("1 – 31 Mar 2026");
  });

  it("says how long ago", () => {
    const ago = (iso: string) => plain(formatAgo(iso, "UTC", now));
    expect(ago("2026-03-10T11:59:30Z")).toBe("just now");
    expect(ago("2026-03-10T11:15:00Z")).toBe("45 min ago");
    expect(ago("2026-03-10T08:00:00Z")).toBe("4 h ago");
    expect(ago("2026-03-09T09:00:00Z")).toBe("yesterday");
    expect(ago("2026-03-02T09:00:00Z")).toBe("2 Mar");
    expect(ago("2026-04-01T09:00:00Z")).toBe("1 Apr 2026, 09:00");
  });

  it("names buckets by their local start", () => {
    expect(formatBucket("2026-03-02", "day")).toBe("2 Mar");
    expect(formatBucket("2026-03-01", "month")).toBe("Mar 2026");
    expect(formatBucket("2026-03-01T14:00:00+01:00", "hour")).toBe("1 Mar, 14:00");
    expect(nameBucket("2026-03-02", "week")).toBe("week of 2 Mar");
  });
});
