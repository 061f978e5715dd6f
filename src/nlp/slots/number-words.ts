// Numbers as people write them: digits with separators of any country, "5k", "2.5 million", and English number words.

const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  grand: 1000,
  million: 1e6,
  billion: 1e9,
};
const SUFFIXES: Readonly<Record<string, number>> = {
  k: 1e3,
  grand: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mio: 1e6,
  mil: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  hundred: 100,
  lakh: 1e5,
  lakhs: 1e5,
  crore: 1e7,
};

/** Digits with group and decimal signs, as one piece; no sign before it. Source of a pattern with the flags `iu`. */
export const DIGITS = String.raw`\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?|[.,]\d{1,2}`;
const WORD = `(?:${Object.keys(UNITS).join("|")})`;
const SCALE = `(?:hundred|thousand|million|billion)`;
/** "twenty", "five hundred and twenty", "a hundred". Source of a pattern with the flag `i`. */
export const NUMBER_WORDS = String.raw`(?:(?:an?|${WORD})(?:[\s-]+(?:${WORD}|${SCALE}))*[\s-]+${SCALE}(?:[\s-]+(?:and[\s-]+)?(?:${WORD}|${SCALE}))*|${WORD}(?:[\s-]+${WORD}\b)*)\b`;
/** "k", "million" after digits. */
export const SUFFIX = String.raw`(?:\s?(?:k|mm?|mn|bn|mio)\b|\s(?:hundred|thousand|grand|mil|million|billion|lakhs?|crore)\b)`;

/**
 * The number that digits mean. Of two different signs the last is the decimal one; a single sign before exactly three
 * digits is taken as a group sign when `grouped` (money has no thousandths), else as the decimal sign if it is a point.
 */
export function readDigits(text: string, grouped: boolean): number {
  const plain = text.replace(/['’\u00a0\u202f ]/g, "");
  const signs = plain.replace(/\d/g, "");
  if (signs === "") return Number(plain);
  const last = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  const sign = plain.charAt(last);
  const tail = plain.length - last - 1;
  const isMixed = /[.]/.test(signs) && /,/.test(signs);
  const isGroup =
    !isMixed && tail === 3 && last > 0 && (signs.length > 1 || sign === "," || grouped) && !/^0/.test(plain);
  if (isGroup) return Number(plain.replace(/[.,]/g, ""));
  return Number(`${plain.slice(0, last).replace(/[.,]/g, "") || "0"}.${plain.slice(last + 1)}`);
}

/** The number that English words mean, or undefined. */
export function readWords(text: string): number | undefined {
  let total = 0;
  let current: number | undefined;
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    if (word === "and" || word === "") continue;
    if (word === "a" || word === "an") {
      current = 1;
      continue;
    }
    const unit = UNITS[word];
    const scale = SCALES[word];
    if (unit !== undefined) current = (current ?? 0) + unit;
    else if (scale === 100) current = (current ?? 1) * 100;
    else if (scale !== undefined) {
      total += (current ?? 1) * scale;
      current = undefined;
    } else return undefined;
  }
  return total + (current ?? 0);
}

/** Digits or words, with a suffix such as "k" or none. Undefined when it is neither. */
export function readNumber(text: string, grouped: boolean): number | undefined {
  const match = new RegExp(`^(${DIGITS})(${SUFFIX})?$`, "iu").exec(text.trim());
  if (match?.[1] === undefined) return readWords(text.trim());
  const factor = SUFFIXES[match[2]?.trim().toLowerCase() ?? ""] ?? 1;
  return roundTo(readDigits(match[1], grouped && factor === 1) * factor);
}

/** Takes away what adding and multiplying binary fractions leaves behind. */
export function roundTo(value: number): number {
  return Number(value.toPrecision(12));
}
