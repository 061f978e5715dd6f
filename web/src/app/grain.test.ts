import { expect, it } from "vitest";
import { grainOf } from "./grain.ts";

it.each([
  ["last 24 hours", "hour"],
  ["last 7 days", "day"],
  ["last 28 days", "day"],
  ["last 12 weeks", "week"],
  ["last 12 months", "month"],
  ["2026-03-01/2026-03-02", "hour"],
  ["2026-01-01/2026-04-01", "week"],
  ["all", "week"],
] as const)("cuts %s by the %s", (time, grain) => {
  expect(grainOf(time, "2026-01-01", "2026-03-20")).toBe(grain);
});
