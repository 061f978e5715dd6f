import { describe, expect, it } from "vitest";
import { markFound } from "../../../../test/support/mark-found.ts";
import { paymentCard } from "./payment-card.ts";

const unmarked = (text: string): string => text.replace(/[«»]/g, "");

describe("payment cards", () => {
  it.each([
    "card «4111 1111 1111 1111» exp 12/27",
    "«4111111111111111»",
    "«5500-0000-0000-0004»",
    "amex «3400 000000 00009»",
    "«6011000000000004», please",
    "«3530111333300000»",
    "mine is «4222222222222»",
    "my card number is:«378282246310005»",
    "my credit card «4111 1111 1111 1112» was declined",
  ])("finds %s", (text) => {
    expect(markFound(paymentCard, unmarked(text))).toBe(text);
  });

  it.each([
    "4111 1111 1111 1112",
    "order 1234567890123456",
    "card for order 1234567890123456",
    "card 0000 0000 0000 0000",
    "0000 0000 0000 0000",
    "tracking 940010000000000000000012",
    "X4111111111111111",
    "ends in 1111",
    "2bf5d518-2c1e-4549-9869-72179782b76a",
    "12.34 56.78 90.12 34.56",
  ])("leaves %s", (text) => {
    expect(markFound(paymentCard, text)).toBe(text);
  });
});
