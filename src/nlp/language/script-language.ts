// Scripts that one language alone is written in, as far as customers go: a few letters are enough.

const SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["th", /\p{Script=Thai}/gu],
  ["ka", /\p{Script=Georgian}/gu],
  ["hy", /\p{Script=Armenian}/gu],
  ["ta", /\p{Script=Tamil}/gu],
  ["te", /\p{Script=Telugu}/gu],
  ["bn", /\p{Script=Bengali}/gu],
  ["gu", /\p{Script=Gujarati}/gu],
  ["pa", /\p{Script=Gurmukhi}/gu],
  ["ml", /\p{Script=Malayalam}/gu],
  ["kn", /\p{Script=Kannada}/gu],
];
const MAY_HOLD_SCRIPT = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;
const LETTER = /\p{L}/gu;
/** Of all letters. Kana count for the Han letters beside them. */
const LEAST_SHARE = 0.5;
const FEWEST_LETTERS = 2;

/** The language that the script alone tells, or undefined: Latin, Cyrillic, Arabic and Devanagari serve many. */
export function languageOfScript(
  text: string,
): { readonly language: string; readonly share: number } | undefined {
  if (!MAY_HOLD_SCRIPT.test(text)) return undefined;
  const letters = text.match(LETTER)?.length ?? 0;
  for (const [language, pattern] of SCRIPTS) {
    let count = text.match(pattern)?.length ?? 0;
    if (language === "ja" && count > 0) count += text.match(/\p{Script=Han}/gu)?.length ?? 0;
    if (count >= FEWEST_LETTERS && count / letters >= LEAST_SHARE)
      return { language, share: Math.min(1, count / letters) };
  }
  return undefined;
}
