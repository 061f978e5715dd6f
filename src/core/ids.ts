// Deterministic keys: the same thing read twice gets the same key, so that repeating an import makes no doubles.
import { createHmac, hash, randomUUID } from "node:crypto";

/** Joins key parts so that ("a", "bc") and ("ab", "c") differ. */
function joinParts(parts: readonly string[]): string {
  return parts.map((part) => `${part.length}:${part}`).join("|");
}

function toUuid(hex: string): string {
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A UUID version 8 (RFC 9562) made of the first 122 usable bits of SHA-256 over the parts. */
export function deterministicUuid(...parts: readonly string[]): string {
  return toUuid(hash("sha256", joinParts(parts), "hex"));
}

/** The key of a conversation: the same workspace, source and external id always give the same one. */
export function conversationId(workspace: string, source: string, externalId: string): string {
  return deterministicUuid("conversation", workspace, source, externalId);
}

/**
 * The key of a message. With the source's own id the key is that; without, it is the content (keyed by the workspace's
 * secret, so that it cannot be guessed back) and the how-manyth time this content occurs in the conversation.
 */
export function messageId(
  conversation: string,
  identity: { readonly externalId: string } | { readonly contentHash: string; readonly occurrence: number },
): string {
  return "externalId" in identity
    ? deterministicUuid("message", conversation, "id", identity.externalId)
    : deterministicUuid(
        "message",
        conversation,
        "content",
        identity.contentHash,
        String(identity.occurrence),
      );
}

/** HMAC-SHA-256 as lower-case hex. `domain` keeps uses apart: the same value gives unrelated results in two domains. */
export function keyedHash(key: string, domain: string, value: string): string {
  return createHmac("sha256", key).update(domain).update("\0").update(value).digest("hex");
}

/** A key for things that people or jobs make once (imports, jobs, audiences), where repeating is a new thing. */
export function newId(): string {
  return randomUUID();
}
