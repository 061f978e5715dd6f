import { describe, expect, it } from "vitest";
import {
  cardNumber,
  iban,
  ipAddress,
  macAddress,
  nationalId,
  phoneNumber,
  postalAddress,
} from "./personal-data.ts";
import { createRandom, type Random } from "./random.ts";

const many = <T>(make: (random: Random) => T): T[] => {
  const random = createRandom(11);
  return Array.from({ length: 300 }, () => make(random));
};

function passesLuhn(number: string): boolean {
  const sum = [...number.replaceAll(/\D/g, "")].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function passesMod97(text: string): boolean {
  const compact = text.replaceAll(" ", "");
  const moved = compact.slice(4) + compact.slice(0, 4);
  return BigInt(moved.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n === 1n;
}

describe("personal data", () => {
  it("has card numbers that pass Luhn", () => {
    for (const number of many(cardNumber)) expect(passesLuhn(number), number).toBe(true);
  });

  it("has IBANs that pass mod 97 and have their country's length", () => {
    const lengths: Record<string, number> = { DE: 22, NL: 18, GB: 22, FR: 27, ES: 24 };
    for (const country of ["DE", "NL", "GB", "FR", "ES", "US"]) {
      for (const value of many((random) => iban(random, country))) {
        expect(passesMod97(value), value).toBe(true);
        expect(value.replaceAll(" ", "").length).toBe(lengths[value.slice(0, 2)]);
      }
    }
  });

  it("has national ids with right check letters and digits", () => {
    for (const id of many((random) => nationalId(random, "ES"))) {
      expect(id.at(-1)).toBe("TRWAGMYFPDXBNJZSQVHLCKE".charAt(Number(id.slice(0, 8)) % 23));
    }
    for (const id of many((random) => nationalId(random, "NL"))) {
      const sum = [...id].reduce(
        (total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index),
        0,
      );
      expect(id).toHaveLength(9);
      expect(sum % 11).toBe(0);
    }
  });

  it("takes phone numbers from ranges that reach nobody", () => {
    for (const number of many((random) => phoneNumber(random, "US")))
      expect(number.replaceAll(/\D/g, "")).toMatch(/55501\d\d$/);
    for (const number of many((random) => phoneNumber(random, "GB"))) {
      expect(number.replaceAll(/\D/g, "")).toMatch(/^(07700900|447700900|02079460|01614960)\d{3}$/);
    }
  });

  it("keeps addresses of machines to documentation ranges and local ones", () => {
    for (const address of many(ipAddress))
      expect(address).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$|^2001:db8::/);
    for (const address of many(macAddress)) expect(address).toMatch(/^02([:-][0-9a-fA-F]{2}){5}$/);
    for (const address of many((random) => postalAddress(random, "DE")))
      expect(address).toMatch(/\d+, \d{5} /);
  });
});
