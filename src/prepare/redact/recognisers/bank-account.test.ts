import { describe, expect, it } from "vitest";
import { markFound } from "../../../../test/support/mark-found.ts";
import { bankAccount } from "./bank-account.ts";

const unmarked = (text: string): string => text.replace(/[«»]/g, "");

describe("bank accounts", () => {
  it.each([
    "«GB82 WEST 1234 5698 7654 32»",
    "iban: «DE89370400440532013000».",
    "«nl91abna0417164300»",
    "«FR14 2004 1010 0505 0001 3M02 606»",
    "bank account «12345678» and sort code «12-34-56»",
    "routing number is «021000021»",
    "Kontonummer «1234567890»",
  ])("finds %s", (text) => {
    expect(markFound(bankAccount, unmarked(text))).toBe(text);
  });

  it.each([
    "GB82 WEST 1234 5698 7654 33",
    "DE8937040044053201300",
    "my account number is 12345678",
    "bank account, order 12345678",
    "XX82 1234 5678",
    "find it at 71 Castle Street City Centre",
  ])("leaves %s", (text) => {
    expect(markFound(bankAccount, text)).toBe(text);
  });
});
