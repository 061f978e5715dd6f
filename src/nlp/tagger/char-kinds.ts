// Kinds of characters by ranges alone, so that training (training/tagger/tokens.py) and use agree whatever Unicode either has.

export const LETTER = 0;
export const DIGIT = 1;
export const SPACE = 2;
export const LINE = 3;
export const SIGN = 4;

const ASCII = new Uint8Array(128).fill(SIGN);
for (let code = 48; code < 58; code += 1) ASCII[code] = DIGIT;
for (let code = 65; code < 91; code += 1) ASCII[code] = ASCII[code + 32] = LETTER;
for (const space of " \t\f\v") ASCII[space.charCodeAt(0)] = SPACE;
for (const line of "\n\r") ASCII[line.charCodeAt(0)] = LINE;

/** The kind of a UTF-16 code unit. Halves of a surrogate pair are signs. */
export function kindOf(code: number): number {
  return code < 128 ? (ASCII[code] ?? SIGN) : kindBeyondAscii(code);
}

function kindBeyondAscii(code: number): number {
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000) return SPACE;
  if (code === 0x2028 || code === 0x2029) return LINE;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba ? LETTER : SIGN;
  if (code === 0xd7 || code === 0xf7) return SIGN;
  if ((code >= 0x2000 && code <= 0x2bff) || (code >= 0x3001 && code <= 0x303f)) return SIGN;
  if (code >= 0xd800 && code <= 0xf8ff) return SIGN;
  return code >= 0xfe00 && code <= 0xfe0f ? SIGN : code >= 0xff00 ? SIGN : LETTER;
}

/** Lower case, a code unit at a time: one whose lower case is longer stays, so that offsets hold. */
export function fold(word: string): string {
  let isPlain = true;
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index);
    if (code >= 128 || (code >= 65 && code <= 90)) {
      isPlain = false;
      break;
    }
  }
  if (isPlain) return word;
  let folded = "";
  for (let index = 0; index < word.length; index += 1) {
    const char = word.charAt(index);
    const lower = char.toLowerCase();
    folded += lower.length === 1 ? lower : char;
  }
  return folded;
}
