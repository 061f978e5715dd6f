// Identity numbers of the Americas, Asia, Africa and Oceania. Rules from the issuing authorities' public descriptions.
import { isCalendarDay, passesLuhn, passesVerhoeff, weightedSum } from "../checksums.ts";
import type { NationalIdRule } from "./national-id-rule.ts";

/** A US social security number: no area 000, 666 or 900 to 999, no group 00, no serial 0000. */
function isSocialSecurity(digits: string): boolean {
  return /^(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}$/.test(digits) && !/^(\d)\1+$/.test(digits);
}

function isCpf(digits: string): boolean {
  if (/^(\d)\1+$/.test(digits)) return false;
  const first = ((weightedSum(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10;
  const second = ((weightedSum(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10;
  return digits.endsWith(`${first}${second}`);
}

function isChineseId(id: string): boolean {
  const sum = weightedSum(id, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  const day = isCalendarDay(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)));
  return day && id.endsWith("10X98765432".charAt(sum % 11));
}

function isRut(id: string): boolean {
  let sum = 0;
  for (let index = id.length - 2, weight = 2; index >= 0; index -= 1, weight = weight === 7 ? 2 : weight + 1)
    sum += Number(id.charAt(index)) * weight;
  return id.endsWith("0K987654321".charAt(sum % 11));
}

const SSN_WORDS =
  /\b(?:ssn|social|social security(?: number)?|ss#|taxpayer|tax id|itin|last four|security number)\b/g;

export const AMERICAS_AND_ASIA: readonly NationalIdRule[] = [
  {
    name: "US SSN",
    pattern: /(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/g,
    isValid: isSocialSecurity,
    score: 0.85,
  },
  {
    name: "US SSN",
    pattern: /(?<![\w-])\d{3}[ .]?\d{2}[ .]?\d{4}(?![\w-])/g,
    isValid: isSocialSecurity,
    words: SSN_WORDS,
    score: 0.9,
  },
  {
    name: "US ITIN",
    pattern: /(?<![\w-])9\d\d[- ](?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])[- ]\d{4}(?![\w-])/g,
    score: 0.8,
  },
  {
    name: "CA SIN",
    pattern: /(?<![\w-])[1-79]\d\d[ -]?\d{3}[ -]?\d{3}(?![\w-])/g,
    isValid: passesLuhn,
    words: /\b(?:sin|social insurance)\b/g,
    score: 0.85,
  },
  {
    name: "BR CPF",
    pattern: /(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\w-])/g,
    isValid: isCpf,
    score: 0.95,
  },
  {
    name: "BR CPF",
    pattern: /(?<![\w.-])\d{9}-?\d{2}(?![\w-])/g,
    isValid: isCpf,
    words: /\bcpf\b/g,
    score: 0.9,
  },
  {
    name: "CL RUT",
    pattern: /(?<![\w.-])\d{1,2}\.\d{3}\.\d{3}-[\dkK](?![\w-])/g,
    isValid: isRut,
    score: 0.9,
  },
  { name: "MX CURP", pattern: /\b[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{5}[A-Z\d]\d\b/g, score: 0.9 },
  {
    name: "IN Aadhaar",
    pattern: /(?<![\w-]|\d )[2-9]\d{3}[ -]\d{4}[ -]\d{4}(?![\w-]|[ -]\d)/g,
    isValid: passesVerhoeff,
    score: 0.85,
  },
  {
    name: "IN Aadhaar",
    pattern: /(?<![\w-])[2-9]\d{11}(?![\w-])/g,
    isValid: passesVerhoeff,
    words: /\b(?:aadhaa?r|uidai)\b|आधार/g,
    score: 0.9,
  },
  { name: "IN PAN", pattern: /\b[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z]\b/g, score: 0.75 },
  { name: "CN resident id", pattern: /(?<!\w)[1-8]\d{16}[\dXx](?!\w)/g, isValid: isChineseId, score: 0.97 },
  {
    name: "KR resident id",
    pattern: /(?<![\w-])\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-[1-8]\d{6}(?![\w-])/g,
    score: 0.85,
  },
  {
    name: "SG NRIC",
    pattern: /\b[STFGM]\d{7}[A-Z]\b/g,
    score: 0.75,
  },
  {
    name: "ZA id",
    pattern: /(?<!\w)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{4}[01]\d{2}(?!\w)/g,
    isValid: passesLuhn,
    score: 0.7,
  },
  {
    name: "AU TFN",
    pattern: /(?<![\w-])\d{3}[ -]?\d{3}[ -]?\d{3}(?![\w-])/g,
    isValid: (digits) => weightedSum(digits, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
    words: /\b(?:tfn|tax file)\b/g,
    score: 0.9,
  },
  {
    name: "AR CUIT",
    pattern: /(?<![\w-])(?:2[0347]|3[034])-\d{8}-\d(?![\w-])/g,
    isValid: (digits) => weightedSum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    score: 0.85,
  },
  {
    name: "IL id",
    pattern: /(?<![\w-])\d{8,9}(?![\w-])/g,
    isValid: (digits) => passesLuhn(digits.padStart(9, "0")),
    words: /\b(?:teudat zehut|israeli id)\b|תעודת זהות|ת\.ז/g,
    score: 0.85,
  },
];
