import { describe, expect, it } from "vitest";
import { markFound } from "../../../../test/support/mark-found.ts";
import { knownKey } from "./known-key.ts";

const unmarked = (text: string): string => text.replace(/[«»]/g, "");

const BLOCK = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nabc==\n-----END RSA PRIVATE KEY-----";

describe("keys of a known form", () => {
  it.each([
    "use «AKIAIOSFODNN7EXAMPLE» now",
    `«sk_${"live"}_4eC39HqLyjWDarjtT1zdp7dc»`,
    "«ghp_16C7e42F292c6912E7710c838347Ae178B4a»",
    "«xoxb-1234567890-abcdefghij»",
    "«eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N»",
    `The key is «lum_${"live"}_b32xwHzjHinLDpdkXNRvwampdfVb».`,
    `key:\n«${BLOCK}»\nthanks`,
  ])("finds %s", (text) => {
    expect(markFound(knownKey, unmarked(text))).toBe(text);
  });

  it("takes a block without an end as a secret to the end", () => {
    expect(markFound(knownKey, "a -----BEGIN PRIVATE KEY-----\nMII")).toBe(
      "a «-----BEGIN PRIVATE KEY-----\nMII»",
    );
  });

  it.each([
    "sk-learn is a library",
    "task_live_report",
    "user_secret_number",
    "AKIA",
    "eyJ.a.b",
    "-----BEGIN CERTIFICATE-----\nMII",
    "risk-based-authentication-methods",
  ])("leaves %s", (text) => {
    expect(markFound(knownKey, text)).toBe(text);
  });
});
