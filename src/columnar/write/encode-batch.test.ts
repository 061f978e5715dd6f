import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prepareTestConversation as conversation } from "../../../test/support/prepared.ts";
import { encodeBatch } from "./encode-batch.ts";
import { type EncodedBatch, transferables } from "./encoded-batch.ts";
import type { MessageRow, UtteranceRow } from "./stored-rows.ts";
import { parseLines } from "./tab-separated.ts";

const context = { workspace: "w", importId: "i", version: 7 };
const at = "2026-03-05T10:00:00.000Z";

function groups<Row>(table: "messages" | "utterances", batch: EncodedBatch): Row[][] {
  const { bytes, starts } = batch[table];
  return Array.from({ length: starts.length - 1 }, (_, index) =>
    parseLines<Row>(table, new TextDecoder().decode(bytes.subarray(starts[index], starts[index + 1]))),
  );
}

describe("encoding a batch", () => {
  it("writes each message's text as it is, whatever characters it has, in the group of its conversation", () => {
    const text = fc.string({ unit: "binary", maxLength: 40 });
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
        (conversations) => {
          const batch = encodeBatch(
            conversations.map((texts, index) =>
              conversation(
                String(index),
                texts.map((value, position) => ({ id: String(position), at, text: value })),
              ),
            ),
            context,
          );
          const rows = groups<MessageRow>("messages", batch).map((group) => group.map((row) => row.text));
          expect(rows).toEqual(conversations.map((texts) => texts.map((value) => value.toWellFormed())));
          expect(batch.messageCount).toBe(conversations.flat().length);
          const utterances = groups<UtteranceRow>("utterances", batch).flat();
          expect(utterances.every((row) => row.day === "2026-03-05" && row.version === 7)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("grows its buffers for a message of ten million characters", () => {
    const batch = encodeBatch([conversation("a", [{ id: "1", at, text: "é".repeat(10_000_000) }])], context);
    expect(batch.messages.bytes.length).toBeGreaterThan(20_000_000);
    expect(groups<MessageRow>("messages", batch)[0]?.[0]?.text.length).toBe(10_000_000);
  });

  it("files a conversation with a clock outside what a date can hold under the nearest day", () => {
    const days = ["1066-10-14T00:00:00.000Z", "2300-01-01T00:00:00.000Z"].map((time) => {
      const batch = encodeBatch([conversation("a", [{ id: "1", at: time, text: "x" }])], context);
      return groups<MessageRow>("messages", batch)[0]?.[0]?.day;
    });
    expect(days).toEqual(["1970-01-01", "2149-06-06"]);
  });

  it("moves to another thread without copies", () => {
    const batch = encodeBatch([conversation("a", [{ id: "1", at, text: "x" }])], context);
    const moved = structuredClone(batch, { transfer: transferables(batch) });
    expect(groups<MessageRow>("messages", moved)[0]?.[0]?.text).toBe("x");
    expect(batch.messages.bytes.length).toBe(0);
  });

  it("makes nothing of an empty batch", () => {
    const batch = encodeBatch([], context);
    expect([batch.conversationIds, batch.messageCount, batch.messages.bytes.length]).toEqual([[], 0, 0]);
  });
});
