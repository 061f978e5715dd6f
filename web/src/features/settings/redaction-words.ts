// Types of personal data and what happens to them, in words.
import type { RedactionAction } from "../../../../src/core/redaction-policy.ts";
import type { RedactionType } from "../../../../src/core/redaction-tag.ts";

export const TYPE_WORDS: Readonly<Record<RedactionType, string>> = {
  PERSON: "Names of people",
  EMAIL: "E-mail addresses",
  PHONE: "Phone numbers",
  CARD: "Card numbers",
  IBAN: "Bank accounts",
  NATIONAL_ID: "National ids",
  IP: "IP addresses",
  MAC: "MAC addresses",
  SECRET: "Passwords, PINs and keys",
  URL: "Links that carry secrets or ids",
  BIRTH_DATE: "Dates of birth",
  ADDRESS: "Postal addresses",
  HANDLE: "Handles (@name)",
  LOCATION: "Places",
  ORGANISATION: "Companies and organisations",
  PRODUCT: "Products",
  GROUP: "Nationality, creed, people",
  AGE: "Ages",
  DATE: "Dates",
  TITLE: "Titles",
  WEBSITE: "Websites",
};

export const ACTION_WORDS: Readonly<Record<RedactionAction, string>> = {
  keep: "Keep as written",
  mask: "Mask",
  pseudonym: "Pseudonym",
};

/** Names as people write them in a box: one a line, or with commas between. Each once, in their order. */
export function readNames(text: string): string[] {
  const names = text
    .split(/[\n,]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return [...new Set(names)];
}
