// Deterministic keys: the same thing read twice gets the same key, so that repeating an import makes no doubles.
import { hash, randomUUID } from "node:crypto";

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

const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
/** Room for the usual short value, so that hashing one makes no buffer. */
const scratch = Buffer.alloc(4096);
/** The key's two blocks of HMAC, made once: a process uses one key, or a few. */
const keyBlocks = new Map<string, { readonly inner: Buffer; readonly outer: Buffer }>();

function blocksFor(key: string): { readonly inner: Buffer; readonly outer: Buffer } {
  const known = keyBlocks.get(key);
  if (known !== undefined) return known;
  const bytes = Buffer.from(key);
  const secret = Buffer.alloc(BLOCK_BYTES);
  (bytes.length > BLOCK_BYTES ? hash("sha256", bytes, "buffer") : bytes).copy(secret);
  const blocks = {
    inner: Buffer.from(secret.map((byte) => byte ^ 0x36)),
    outer: Buffer.concat([Buffer.from(secret.map((byte) => byte ^ 0x5c)), Buffer.alloc(DIGEST_BYTES)]),
  };
  if (keyBlocks.size >= 64) keyBlocks.clear();
  keyBlocks.set(key, blocks);
  return blocks;
}

/**
 * HMAC-SHA-256 (RFC 2104) as lower-case hex. `domain` keeps uses apart: the same value gives unrelated results in two
 * domains. Written out over the one-shot hash because it takes less than half of the time of `createHmac` for short values.
 */
export function keyedHash(key: string, domain: string, value: string): string {
  const { inner, outer } = blocksFor(key);
  const message = `${domain}\0${value}`;
  // A UTF-16 code unit takes at most three bytes of UTF-8.
  const size = BLOCK_BYTES + message.length * 3;
  const buffer = size <= scratch.length ? scratch : Buffer.allocUnsafe(size);
  inner.copy(buffer);
  const length = BLOCK_BYTES + buffer.write(message, BLOCK_BYTES);
  outer.write(hash("sha256", buffer.subarray(0, length), "binary"), BLOCK_BYTES, "binary");
  return hash("sha256", outer, "hex");
}

/** A key for things that people or jobs make once (imports, jobs, audiences), where repeating is a new thing. */
export function newId(): string {
  return randomUUID();
}
