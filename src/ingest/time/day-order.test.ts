import { expect, it } from "vitest";
import { judgeDayOrder } from "./day-order.ts";

it.each([
  [["01/02/26", "13/02/26"], { dayFirst: true, isCertain: true }],
  [["01/02/26", "02/13/26"], { dayFirst: false, isCertain: true }],
  [["01/02/2026", "02/02/2026", "12/02/2026", "01/03/2026"], { dayFirst: true, isCertain: false }],
  [["02/01/2026", "02/12/2026", "03/01/2026"], { dayFirst: false, isCertain: false }],
  [["01/02/2026"], { dayFirst: true, isCertain: false }],
  [["2026-02-01", "no date"], { dayFirst: true, isCertain: true, matters: false }],
])("judges %j", (samples, expected) => {
  expect(judgeDayOrder(samples)).toMatchObject(expected);
});
