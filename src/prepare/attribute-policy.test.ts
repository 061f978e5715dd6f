import { describe, expect, it } from "vitest";
import { guessAttributePolicy } from "./attribute-policy.ts";
import { canonicalIdentity, identityPseudonym, looksPersonal } from "./identity-pseudonym.ts";

describe("guessing an attribute's policy", () => {
  it.each([
    ["password", "drop"],
    ["user.dateOfBirth", "drop"],
    ["shipping_address", "drop"],
    ["Zip Code", "drop"],
    ["customerEmail", "pseudonym"],
    ["Phone Number", "pseudonym"],
    ["ip", "pseudonym"],
    ["last_name", "pseudonym"],
    ["user_id", "pseudonym"],
    ["name", "pseudonym"],
    ["plan", "keep"],
    ["product_name", "keep"],
    ["emailed", "keep"],
    ["shipping", "keep"],
    ["pinned", "keep"],
    ["", "keep"],
  ])("gives %s the policy %s", (name, policy) => {
    expect(guessAttributePolicy(name)).toBe(policy);
  });

  it("looks at values when the name says nothing", () => {
    expect(guessAttributePolicy("field_7", ["a@b.com", "c@d.org", ""])).toBe("pseudonym");
    expect(guessAttributePolicy("field_7", ["+1 415 555 2671"])).toBe("pseudonym");
    expect(guessAttributePolicy("field_7", ["pro", "free", "a@b.com"])).toBe("keep");
  });
});

describe("pseudonyms of people", () => {
  it("are the same for the ways in which an id is written", () => {
    expect(canonicalIdentity(" Ann@X.com")).toBe("ann@x.com");
    expect(identityPseudonym("k", "+1 (415) 555-2671")).toBe(identityPseudonym("k", "+14155552671"));
    expect(identityPseudonym("k", "U1")).not.toBe(identityPseudonym("k", "u1"));
    expect(identityPseudonym("k", "a")).not.toBe(identityPseudonym("other", "a"));
  });

  it.each([
    ["ann@x.com", true],
    ["+14155552671", true],
    ["14155552671", true],
    ["whatsapp:+14155552671", true],
    ["Chat with Ann", true],
    ["@ann", true],
    ["名前", true],
    ["MUL0003.json", false],
    ["5f3c9a1e-7d2b-4c1a-9a77-0b1c2d3e4f50", false],
    ["12345", false],
  ])("are given to a conversation's id %s: %s", (id, expected) => {
    expect(looksPersonal(id)).toBe(expected);
  });
});
