import { expect, it } from "vitest";
import { tokenOf } from "./setup-token.ts";

it("reads the token of the terminal's link, or none", () => {
  expect(tokenOf("?token=EUO47_sGb-x")).toBe("EUO47_sGb-x");
  expect(tokenOf("")).toBe("");
});
