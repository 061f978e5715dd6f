import { describe, expect, it } from "vitest";
import { markFound } from "../../../../test/support/mark-found.ts";
import { announcedSecret } from "./announced-secret.ts";

const unmarked = (text: string): string => text.replace(/[«»]/g, "");

describe("secrets that words announce", () => {
  it.each([
    "my password is «hunter2»",
    "password: «correcthorse», ok",
    'password is "«open sesame»"',
    "the pwd=«abc»",
    "my passwort ist «Geheim!23».",
    "mot de passe : «soleil»",
    "la contraseña es «Luna99»",
    "pin is «1234»",
    "my PIN code: «9921»",
    "the verification code is «482 913»",
    "otp «482913»",
    "cvv «123» and",
    "api key: «a8f5f167f44f4964e6c998dee827110c»",
    "Authorization: Bearer «dGhpc2lzYXRva2VuMTIzNDU2»",
    "token=«9f8e7d6c5b4a39281706»",
    "password «hunter2»!",
    "my old pasword was «Maple!4457» and",
    "The key is «b32xwHzj4HinLDp7dkXNRvwa».",
  ])("finds %s", (text) => {
    expect(markFound(announcedSecret, unmarked(text))).toBe(text);
  });

  it.each([
    "I forgot my password",
    "my password is not working",
    "my password is incorrect",
    "the password is wrong!",
    "reset password please",
    "change my password, email and name",
    "password won't work",
    "the code is on the box",
    "promo code SAVE20",
    "zip code 90210",
    "key ring 12345",
    "token of appreciation",
    "pin it to the wall 1234 times",
    "I can tan 20 minutes",
  ])("leaves %s", (text) => {
    expect(markFound(announcedSecret, text)).toBe(text);
  });
});
