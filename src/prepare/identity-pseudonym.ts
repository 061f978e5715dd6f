// Pseudonyms of people and machines: the same id gives the same 16 hex characters wherever it comes from in a workspace.
import { keyedHash } from "../core/ids.ts";

const LENGTH = 16;

/** One form for the ways in which an id is written: e-mail in lower case, a phone number as its digits. */
export function canonicalIdentity(id: string): string {
  const trimmed = id.normalize("NFKC").trim();
  if (trimmed.includes("@")) return trimmed.toLowerCase();
  const isPhone = /^\+[\d\s().-]{7,25}$/.test(trimmed);
  return isPhone ? `+${trimmed.replace(/\D/g, "")}` : trimmed;
}

/** 16 hex characters of HMAC-SHA-256 with the workspace's key. Erasing by customer uses it to find the customer. */
export function identityPseudonym(key: string, id: string): string {
  return keyedHash(key, "identity", canonicalIdentity(id)).slice(0, LENGTH);
}

/**
 * Whether a source's id of a conversation may itself be personal: an e-mail address, a phone number, a handle, or words
 * with spaces such as a chat's title. Depends on the id alone, so that every part of a conversation gets the same answer.
 */
export function looksPersonal(id: string): boolean {
  return (
    /[@\s]|[^\p{ASCII}]/u.test(id) ||
    /^\+\d|^00\d{8}|^\d{3}[-.]\d{3}[-.]\d{4}$|(?:^|[:/_])\+?\d{10,15}$/.test(id)
  );
}
