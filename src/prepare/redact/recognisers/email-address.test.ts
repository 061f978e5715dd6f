import { describe, expect, it } from "vitest";
import { markFound } from "../../../../test/support/mark-found.ts";
import { emailAddress } from "./email-address.ts";

const unmarked = (text: string): string => text.replace(/[«»]/g, "");

describe("e-mail addresses", () => {
  it.each([
    "write to «john.smith+news@mail.example.co.uk».",
    "<«a@b.io»>, («x_y@z-w.com»)",
    "«JOHN@EXAMPLE.COM»",
    "邮箱是«john@gmail.com»谢谢",
    "«jürgen@müller.de»",
    "mailto:«a.b@c.org»?subject=x",
    "«john@gmail» is mine",
    "it is «john.smith @gmail.com» ok",
    "«john dot smith at gmail dot com» please",
    "«john.smith (at) gmail (dot) com»",
    "«mary [at] web.de»",
    "o'neil is «o'neil@x.ie»",
  ])("finds %s", (text) => {
    expect(markFound(emailAddress, unmarked(text))).toBe(text);
  });

  it.each([
    "5@10 each",
    "@handle only",
    "meet @ 5pm",
    "look at booking.com",
    "I bought it at amazon.com yesterday",
    "a@",
    "@@@@",
    "we are at dot corner",
    "foo@ bar",
  ])("leaves %s", (text) => {
    expect(markFound(emailAddress, text)).toBe(text);
  });
});
