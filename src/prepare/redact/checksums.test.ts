import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isCalendarDay,
  passesIbanCheck,
  passesLuhn,
  passesMod1110,
  passesVerhoeff,
  remainder,
} from "./checksums.ts";

const digits = fc.stringMatching(/^\d{5,18}$/);

/** Every check must tell a number from the same number with one digit changed: that is what it is for. */
function expectCatchesOneWrongDigit(passes: (value: string) => boolean): void {
  fc.assert(
    fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (body, place, change) => {
      const valid = [..."0123456789"].map((check) => body + check).find(passes);
      if (valid === undefined) return;
      const at = place % valid.length;
      const wrong = valid.slice(0, at) + ((Number(valid.charAt(at)) + change) % 10) + valid.slice(at + 1);
      expect(passes(wrong)).toBe(false);
    }),
  );
}

describe("check digits", () => {
  it("of Luhn accept a published card number", () => expect(passesLuhn("4111111111111111")).toBe(true));
  it("of Luhn catch one wrong digit", () => expectCatchesOneWrongDigit(passesLuhn));
  it("of Verhoeff accept the published example", () => expect(passesVerhoeff("2363")).toBe(true));
  it("of Verhoeff catch one wrong digit", () => expectCatchesOneWrongDigit(passesVerhoeff));
  it("of mod 11,10 accept the published tax id", () => expect(passesMod1110("86095742719")).toBe(true));
  it("of mod 11,10 catch one wrong digit", () => expectCatchesOneWrongDigit(passesMod1110));
  it("of IBAN accept the registry's example and refuse its neighbour", () => {
    expect(passesIbanCheck("GB82WEST12345698765432")).toBe(true);
    expect(passesIbanCheck("GB82WEST12345698765433")).toBe(false);
  });

  it("take remainders as big integers do", () => {
    fc.assert(
      fc.property(digits, fc.integer({ min: 2, max: 1000 }), (value, modulus) => {
        expect(remainder(value, modulus)).toBe(Number(BigInt(value) % BigInt(modulus)));
      }),
    );
  });

  it("know the calendar", () => {
    expect(isCalendarDay(2024, 2, 29)).toBe(true);
    expect(isCalendarDay(2023, 2, 29)).toBe(false);
    expect(isCalendarDay(2023, 13, 1)).toBe(false);
  });
});
