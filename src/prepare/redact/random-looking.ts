/**
 * Whether a token looks drawn at random rather than written: at least 16 characters, letters and digits mixed (or upper
 * and lower case without a word's shape), and an entropy over its own characters of at least 3 bits (hex has at most 4).
 */
export function isRandomLooking(token: string): boolean {
  if (token.length < 16) return false;
  const sample = token.slice(0, 256);
  const digits = sample.replace(/\D/g, "").length;
  const letters = sample.replace(/[^A-Za-z]/g, "").length;
  if (letters < 4 || digits < 2) return false;
  // Words joined by hyphens, as in the address of an article, change between letters and digits seldom.
  const changes = sample.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0;
  return changes >= 3 && entropyBits(sample) >= 3;
}

/** Shannon entropy of the characters, in bits a character. */
function entropyBits(text: string): number {
  const counts = new Map<string, number>();
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
