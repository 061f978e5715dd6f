// Identity numbers of Europe. Rules from the issuing authorities' public descriptions.
import { isCalendarDay, passesLuhn, passesMod1110, remainder, weightedSum } from "../checksums.ts";
import type { NationalIdRule } from "./national-id-rule.ts";

const SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

function isSpanishId(id: string): boolean {
  const lead = "XYZ".indexOf(id.charAt(0));
  const number = lead >= 0 ? `${lead}${id.slice(1, -1)}` : id.slice(0, -1);
  return id.endsWith(SPANISH_LETTERS.charAt(Number(number) % 23));
}

/** French INSEE number: the last two digits are 97 minus the rest; Corsica's 2A and 2B count as 19 and 18. */
function isInsee(id: string): boolean {
  const digits = id.replace("2A", "19").replace("2B", "18");
  return /^\d{15}$/.test(digits) && 97 - remainder(digits.slice(0, 13), 97) === Number(digits.slice(13));
}

/** German tax id: mod 11,10, and among the first ten digits one comes twice or thrice and no other repeats. */
function isGermanTaxId(digits: string): boolean {
  const counts = new Map<string, number>();
  for (const digit of digits.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  return !digits.startsWith("0") && repeated.length === 1 && (repeated[0] ?? 9) <= 3 && passesMod1110(digits);
}

/** Value of a character in an odd place of an Italian codice fiscale, for 0-9 and for A-Z (decree 23/12/1976). */
const ITALIAN_ODD = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

function isCodiceFiscale(id: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index += 1) {
    const value = Number.parseInt(id.charAt(index), 36);
    const rank = value >= 10 ? value - 10 : value;
    sum += index % 2 === 0 ? (ITALIAN_ODD[rank] ?? 0) : rank;
  }
  return id.charCodeAt(15) - 65 === sum % 26;
}

function isBsn(digits: string): boolean {
  return Number(digits) > 0 && weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
}

/** Polish PESEL: the month carries the century (+80, 0, +20, +40, +60). */
function isPesel(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const century = [1900, 2000, 2100, 2200, 1800][Math.floor(month / 20)] ?? 1900;
  const isDay = isCalendarDay(century + Number(digits.slice(0, 2)), month % 20, Number(digits.slice(4, 6)));
  return isDay && weightedSum(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0;
}

function isPersonnummer(digits: string): boolean {
  const short = digits.slice(-10);
  const day = Number(short.slice(4, 6)) % 60;
  return isCalendarDay(2000, Number(short.slice(2, 4)), day) && passesLuhn(short);
}

function isBelgianNumber(digits: string): boolean {
  const check = Number(digits.slice(9));
  const base = digits.slice(0, 9);
  return 97 - remainder(base, 97) === check || 97 - remainder(`2${base}`, 97) === check;
}

function isFinnishCode(id: string): boolean {
  return id.endsWith(
    "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(Number(id.slice(0, 6) + id.slice(-4, -1)) % 31),
  );
}

function isTurkishId(digits: string): boolean {
  const odd = weightedSum(digits, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weightedSum(digits, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return tenth === Number(digits.charAt(9)) && (odd + even + tenth) % 10 === Number(digits.charAt(10));
}

export const EUROPE: readonly NationalIdRule[] = [
  {
    name: "GB National Insurance",
    pattern: /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/g,
    score: 0.85,
  },
  {
    name: "GB National Insurance",
    pattern: /\b[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b/g,
    words: /\b(?:national insurance|nino|ni number)\b/g,
    score: 0.8,
  },
  {
    name: "GB NHS number",
    pattern: /(?<![\w-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w-])/g,
    isValid: (digits) => weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    words: /\bnhs\b/g,
    score: 0.9,
  },
  { name: "ES DNI", pattern: /\b\d{2}\.?\d{3}\.?\d{3}[ -]?[A-Za-z]\b/g, isValid: isSpanishId, score: 0.85 },
  { name: "ES NIE", pattern: /\b[XYZxyz][ -]?\d{7}[ -]?[A-Za-z]\b/g, isValid: isSpanishId, score: 0.9 },
  {
    name: "FR INSEE",
    pattern: /(?<![\w-])[12] ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d\d|2[ABab]) ?\d{3} ?\d{3} ?\d\d(?!\w)/g,
    isValid: isInsee,
    score: 0.95,
  },
  {
    name: "DE tax id",
    pattern: /(?<![\w-])\d{2} ?\d{3} ?\d{3} ?\d{3}(?!\w)/g,
    isValid: isGermanTaxId,
    words: /(?:steuer|\bidnr\b|\btin\b|tax id|identifikationsnummer)/g,
    score: 0.9,
  },
  {
    name: "DE tax id",
    pattern: /(?<![\w-])\d{2} \d{3} \d{3} \d{3}(?!\w)/g,
    isValid: isGermanTaxId,
    score: 0.7,
  },
  {
    name: "IT codice fiscale",
    pattern: /\b[A-Za-z]{6}\d{2}[A-EHLMPR-Ta-ehlmpr-t]\d{2}[A-Za-z]\d{3}[A-Za-z]\b/g,
    isValid: isCodiceFiscale,
    score: 0.98,
  },
  {
    name: "NL BSN",
    pattern: /(?<![\w-])\d{4}\.?\d{2}\.?\d{3}(?!\w)/g,
    isValid: isBsn,
    words: /\b(?:bsn|burgerservice\w*|sofi\w*)\b/g,
    score: 0.9,
  },
  { name: "PL PESEL", pattern: /(?<![\w-])\d{11}(?![\w-])/g, isValid: isPesel, score: 0.7 },
  {
    name: "SE personnummer",
    pattern: /(?<![\w-])(?:19|20)?\d{6}[-+]\d{4}(?![\w-])/g,
    isValid: isPersonnummer,
    score: 0.85,
  },
  {
    name: "SE personnummer",
    pattern: /(?<![\w-])(?:19|20)?\d{10}(?![\w-])/g,
    isValid: isPersonnummer,
    words: /\b(?:personnummer|personnr)\b/g,
    score: 0.9,
  },
  {
    name: "BE national number",
    pattern: /(?<![\w-])\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?!\w)/g,
    isValid: isBelgianNumber,
    score: 0.95,
  },
  {
    name: "CH AHV",
    pattern: /(?<![\w-])756\.\d{4}\.\d{4}\.\d{2}(?!\w)/g,
    isValid: (digits) => weightedSum(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0,
    score: 0.97,
  },
  {
    name: "FI henkilötunnus",
    pattern: /\b[0-3]\d[01]\d\d{2}[-+A-FU-Y]\d{3}[0-9A-Y]\b/g,
    isValid: isFinnishCode,
    score: 0.9,
  },
  {
    name: "DK CPR",
    pattern: /(?<![\w-])[0-3]\d[01]\d{3}-?\d{4}(?!\w)/g,
    words: /\b(?:cpr|personnummer)\b/g,
    score: 0.85,
  },
  {
    name: "PT NIF",
    pattern: /(?<![\w-])[1-35-9]\d{2} ?\d{3} ?\d{3}(?!\w)/g,
    isValid: (digits) => {
      const rest = weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
      return Number(digits.charAt(8)) === (rest < 2 ? 0 : 11 - rest);
    },
    words: /\b(?:nif|contribuinte)\b/g,
    score: 0.9,
  },
  {
    name: "CZ rodné číslo",
    pattern: /(?<![\w-])\d{2}[0-8]\d[0-3]\d\/\d{4}(?!\w)/g,
    isValid: (digits) => remainder(digits, 11) === 0,
    score: 0.85,
  },
  {
    name: "TR kimlik",
    pattern: /(?<![\w-])[1-9]\d{10}(?![\w-])/g,
    isValid: isTurkishId,
    words: /(?:kimlik|\btckn\b|\btc\b)/g,
    score: 0.9,
  },
];
