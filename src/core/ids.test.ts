import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conversationId, deterministicUuid, keyedHash, messageId } from "./ids.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("deterministic ids", () => {
  it("are version 8 UUIDs, the same for the same parts", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        expect(deterministicUuid(...parts)).toMatch(UUID);
        expect(deterministicUuid(...parts)).toBe(deterministicUuid(...parts));
      }),
    );
  });

  it("keep parts apart wherever the border between them lies", () => {
    expect(deterministicUuid("a", "bc")).not.toBe(deterministicUuid("ab", "c"));
    expect(deterministicUuid("1:a|1", "b")).not.toBe(deterministicUuid("1:a", "1|b"));
  });

  it("differ between workspaces and sources", () => {
    const ids = [conversationId("a", "s", "1"), conversationId("b", "s", "1"), conversationId("a", "t", "1")];
    expect(new Set(ids).size).toBe(3);
  });

  it("tell a repeated content from its first occurrence, and content from an id", () => {
    const ids = [
      messageId("c", { contentHash: "x", occurrence: 0 }),
      messageId("c", { contentHash: "x", occurrence: 1 }),
      messageId("c", { externalId: "x" }),
    ];
    expect(new Set(ids).size).toBe(3);
  });
});

describe("keyedHash", () => {
  it("depends on the key, the domain and the value", () => {
    const hashes = [
      keyedHash("k", "d", "v"),
      keyedHash("l", "d", "v"),
      keyedHash("k", "e", "v"),
      keyedHash("k", "d", "w"),
    ];
    expect(new Set(hashes).size).toBe(4);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});
