import { describe, expect, it } from "vitest";
import { parseRedactionPolicy, usesPseudonyms } from "./policy.ts";
import { createRedactor } from "./redactor.ts";

describe("a redaction policy", () => {
  it("is read from a default and exceptions", () => {
    expect(parseRedactionPolicy("pseudonym, email=keep,PHONE=Mask")).toEqual({
      default: "pseudonym",
      perType: { EMAIL: "keep", PHONE: "mask" },
    });
    expect(parseRedactionPolicy("")).toEqual({ default: "mask", perType: {} });
  });

  it.each(["hide", "EMAIL=hide", "MAIL=keep", "=keep"])("refuses %s with a reason", (text) => {
    expect(parseRedactionPolicy(text)).toHaveProperty("problem");
  });

  it("needs a key only where it makes pseudonyms", () => {
    expect(usesPseudonyms({ default: "mask", perType: { EMAIL: "keep" } })).toBe(false);
    expect(usesPseudonyms({ default: "mask", perType: { EMAIL: "pseudonym" } })).toBe(true);
  });

  it("keeps, masks and renames, each type by itself", () => {
    const policy = { default: "mask", perType: { EMAIL: "keep", PHONE: "pseudonym" } } as const;
    const { redactText } = createRedactor({ key: "k", region: "US", policy });
    const { text } = redactText("a@b.com, +1 415 555 2671 or (415) 555-2671, ip 10.2.3.4");
    expect(text).toMatch(/^a@b\.com, \[PHONE:(\w{8})\] or \[PHONE:\1\], ip \[IP\]$/);
  });

  it("gives a value one pseudonym in a workspace and another in the next", () => {
    const policy = { default: "pseudonym", perType: {} } as const;
    const redact = (key: string, text: string): string =>
      createRedactor({ key, policy }).redactText(text).text;
    expect(redact("k", "mail A@B.com")).toBe(redact("k", "mail a@b.com"));
    expect(redact("k", "mail a@b.com")).not.toBe(redact("j", "mail a@b.com"));
  });
});
