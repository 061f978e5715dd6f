import { describe, expect, it } from "vitest";
import { markFound } from "../../../../test/support/mark-found.ts";
import { phoneNumber } from "./phone-number.ts";

const unmarked = (text: string): string => text.replace(/[«»]/g, "");

describe("phone numbers", () => {
  it.each([
    "call «555-123-4567» after 5",
    "«(415) 555-2671»",
    "«+44 20 7946 0958»,",
    "«+1-415-555-2671 ext. 12»",
    "my number is «+491711234567»!",
    "«0044 20 7946 0958»",
    "my phone is «5551234567»",
    "text me at «4155552671» ok",
    "whatsapp: «07911 123456»",
    "«06 12 34 56 78»",
    "«020 7946 0958» is the office",
    "Telefon «0171/1234567»",
    "mi teléfono es «612345678»",
    "order is late, call «415 555 2671»",
    "«1-800-555-0199»",
    "phone #«5551234567»",
    "Regards,\nLucy Bennett\n«07700900443»",
    "my number is «07700900438», delete that too",
    "text me at «07700900700»",
  ])("finds %s", (text) => {
    expect(markFound(phoneNumber, unmarked(text))).toBe(text);
  });

  it.each([
    "order 5551234567",
    "order number is 555-123-4567",
    "my booking reference: 0123456789",
    "call me about order 5551234567",
    "it costs $1234567",
    "1234567 units",
    "5551234567",
    "on 2026-03-05 14:30",
    "03/05/2026 10:30",
    "12.03.2026",
    "on 06112018 100 units",
    "version 1.2.3.4567",
    "1,234,567.89",
    "between 100 and 2000 at 10",
    "room 101, 3 nights, 2 people",
    "1234-5678-9012-3456-7890",
    "IMEI 356938035643809",
    "2019 2020 2021",
    "AB1234567",
    "https://x.io/5551234567",
    "The number is 91918975.",
    "Sure, 49037107.",
    "my order:\n91918975",
    "my order:\n5551234567",
    "the order number is 07700900443",
    "my serial number is 07700900443",
    "07700900443",
  ])("leaves %s", (text) => {
    expect(markFound(phoneNumber, text)).toBe(text);
  });

  it("takes a bare number as the answer to a question for it", () => {
    expect(markFound(phoneNumber, "5551234567", { previous: "What is your phone number?" })).toBe(
      "«5551234567»",
    );
    expect(markFound(phoneNumber, "5551234567", { previous: "What is your order number?" })).toBe(
      "5551234567",
    );
  });

  it("takes a number alone for an order's where that was asked for, and a phone that was only spoken of for no question", () => {
    const asked = { previous: "What's your order number?" };
    expect(markFound(phoneNumber, "the number is 07700900443", asked)).toBe("the number is 07700900443");
    const told = { previous: "my phone is \uFFFC" };
    expect(markFound(phoneNumber, "Two payments for #84282471.", told)).toBe("Two payments for #84282471.");
    expect(markFound(phoneNumber, "84282471", { previous: "My phone is dead." })).toBe("84282471");
  });

  it("knows a number in one piece as its country writes it", () => {
    expect(markFound(phoneNumber, "use 07911123456 then", { region: "GB" })).toBe("use «07911123456» then");
    expect(markFound(phoneNumber, "use 07911123456 then")).toBe("use 07911123456 then");
  });

  it("brings a number to one form, with the region for what has no country code", () => {
    const canonical = (text: string, region?: string): string | undefined =>
      phoneNumber.find(text, { region, previous: "" })[0]?.canonical;
    expect(canonical("call (415) 555-2671", "US")).toBe("+14155552671");
    expect(canonical("call +1 415.555.2671")).toBe("+14155552671");
    expect(canonical("call 07911 123456", "GB")).toBe("+447911123456");
    expect(canonical("call 415-555-2671", "no such country")).toBe("4155552671");
  });
});
