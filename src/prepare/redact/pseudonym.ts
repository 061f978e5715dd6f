// A short word that stands for one value in one workspace and tells nothing of it without the workspace's key.
import { keyedHash } from "../../core/ids.ts";
import type { RedactionType } from "../../core/redaction-tag.ts";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
const LENGTH = 8;

/** Eight base-32 characters (RFC 4648 alphabet in lower case) of HMAC-SHA-256: 40 bits, one chance in two of a clash among a million values. */
export function pseudonymFor(key: string, type: RedactionType, canonical: string): string {
  const digest = keyedHash(key, `redaction:${type}`, canonical);
  let bits = BigInt(`0x${digest.slice(0, (LENGTH * 5) / 4)}`);
  let word = "";
  for (let index = 0; index < LENGTH; index += 1) {
    word = (ALPHABET[Number(bits & 31n)] ?? "a") + word;
    bits >>= 5n;
  }
  return word;
}
