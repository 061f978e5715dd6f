import { expect, it } from "vitest";
import { joinTokenOf, tokenOf } from "./setup-token.ts";

it("reads the token of the terminal's link, or none", () => {
  expect(tokenOf("?token=EUO47_sGb-x")).toBe("EUO47_sGb-x");
  expect(tokenOf("")).toBe("");
});

it("reads the token of a link that was handed over, and of no other address", () => {
  expect(joinTokenOf({ pathname: "/join", hash: "#k3_x-7" })).toBe("k3_x-7");
  expect(joinTokenOf({ pathname: "/topics", hash: "#content" })).toBe("");
});
