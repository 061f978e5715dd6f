import { expect, it } from "vitest";
import { CHANNELS } from "./domain.ts";
import { labelOf } from "./label-of.ts";

it("begins a value with a capital, and leaves acronyms to capitals", () => {
  expect(CHANNELS.map(labelOf)).toEqual(["Web", "Mobile", "Social", "Voice", "Email", "SMS", "API"]);
});
