// Check digits, each by its published rule. All take digits only (letters where said) and are total: any string is safe.

const digitAt = (digits: string, index: number): number => digits.charCodeAt(index) - 48;

/** Luhn (ISO/IEC 7812-1 annex B): cards, Swedish and South African numbers. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = digits.length - 1, double = false; index >= 0; index -= 1, double = !double) {
    const digit = digitAt(digits, index) * (double ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return digits.length > 1 && sum % 10 === 0;
}

/** Remainder of a long decimal number. */
export function remainder(digits: string, modulus: number): number {
  let rest = 0;
  for (let index = 0; index < digits.length; index += 1)
    rest = (rest * 10 + digitAt(digits, index)) % modulus;
  return rest;
}

/** ISO 7064 mod 97-10 as IBAN uses it: the first four characters go last and letters count 10 to 35. */
export function passesIbanCheck(iban: string): boolean {
  const numbers = [...iban.slice(4), ...iban.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join("");
  return /^\d+$/.test(numbers) && remainder(numbers, 97) === 1;
}

/** Sum of digits times weights. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * digitAt(digits, index), 0);
}

/** ISO 7064 mod 11,10: the German tax id. */
export function passesMod1110(digits: string): boolean {
  let product = 10;
  for (let index = 0; index < digits.length - 1; index += 1) {
    const sum = (digitAt(digits, index) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === digitAt(digits, digits.length - 1);
}

/** Verhoeff's dihedral check: Aadhaar. The group's table and the permutation are computed from their definition. */
export function passesVerhoeff(digits: string): boolean {
  let check = 0;
  for (let index = 0; index < digits.length; index += 1) {
    check = dihedral(check, permuted(digitAt(digits, digits.length - 1 - index), index % 8));
  }
  return check === 0;
}

/** Multiplication in the dihedral group of the pentagon: 0 to 4 are turns, 5 to 9 turned reflections. */
function dihedral(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5;
}

const VERHOEFF_PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

function permuted(digit: number, times: number): number {
  let value = digit;
  for (let round = 0; round < times; round += 1) value = VERHOEFF_PERMUTATION[value] ?? 0;
  return value;
}

/** Whether year, month and day make a day of the calendar. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
