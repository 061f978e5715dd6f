import { timingSafeEqual } from "node:crypto";

/** Compares in a time that tells nothing of where they differ. An empty secret is never right. */
export function isSameSecret(given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return secret !== "" && one.length === other.length && timingSafeEqual(one, other);
}
