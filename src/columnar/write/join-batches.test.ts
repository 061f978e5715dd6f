import { describe, expect, it } from "vitest";
import { prepareTestConversation } from "../../../test/support/prepared.ts";
import { encodeBatch } from "./encode-batch.ts";
import { areDisjoint, joinBatches } from "./join-batches.ts";

const context = { workspace: "w", importId: "i", version: 1 };
const conversation = (id: string) =>
  prepareTestConversation(id, [
    { id: "1", at: "2026-03-01T10:00:00.000Z", text: `hello from ${id}` },
    { id: "2", at: "2026-03-01T10:00:05.000Z", text: "and more, ünïcode too" },
  ]);

describe("joinBatches", () => {
  it("gives the bytes and places that encoding all at once gives", () => {
    const all = ["a", "b", "c", "d"].map(conversation);
    const parts = [all.slice(0, 1), all.slice(1, 3), all.slice(3)].map((part) => encodeBatch(part, context));
    expect(joinBatches(parts)).toEqual(encodeBatch(all, context));
  });

  it("refuses batches that share a conversation, which would be counted twice", () => {
    const batches = [encodeBatch([conversation("a")], context), encodeBatch([conversation("a")], context)];
    expect(areDisjoint(batches)).toBe(false);
    expect(() => joinBatches(batches)).toThrow(TypeError);
  });
});
