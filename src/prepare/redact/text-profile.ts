// One pass over a text that says which recognisers can find anything in it at all. Most chat messages hold no digit and
// no sign of an address, so most recognisers never run.

export type TextProfile = {
  readonly digits: number;
  readonly hasAt: boolean;
  /** A colon, without which there is no link, no IPv6 or MAC address and no "password: x". */
  readonly hasColon: boolean;
  readonly hasUpper: boolean;
  readonly hasNonAscii: boolean;
  /** Longest run of letters, digits, `_`, `-`, `+` and `/` without a space, in code units. */
  readonly longestToken: number;
};

const OTHER = 0;
const DIGIT = 1;
const UPPER = 2;
const LOWER = 3;
const JOINER = 4;
const AT = 5;
const COLON = 6;

const KIND = new Uint8Array(128);
for (let code = 48; code < 58; code += 1) KIND[code] = DIGIT;
for (let code = 65; code < 91; code += 1) KIND[code] = UPPER;
for (let code = 97; code < 123; code += 1) KIND[code] = LOWER;
for (const sign of "_-+/=") KIND[sign.charCodeAt(0)] = JOINER;
KIND[64] = AT;
KIND[58] = COLON;

export function profileText(text: string): TextProfile {
  let digits = 0;
  let hasAt = false;
  let hasColon = false;
  let hasUpper = false;
  let hasNonAscii = false;
  let longestToken = 0;
  let token = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const kind = code < 128 ? KIND[code] : OTHER;
    if (code >= 128) hasNonAscii = true;
    if (kind === OTHER || kind === AT || kind === COLON) {
      if (token > longestToken) longestToken = token;
      token = 0;
      if (kind === AT) hasAt = true;
      else if (kind === COLON) hasColon = true;
      continue;
    }
    token += 1;
    if (kind === DIGIT) digits += 1;
    else if (kind === UPPER) hasUpper = true;
  }
  if (token > longestToken) longestToken = token;
  return { digits, hasAt, hasColon, hasUpper, hasNonAscii, longestToken };
}
