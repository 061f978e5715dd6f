import { describe, expect, it } from "vitest";
import type { SourceConversation } from "../../core/source-conversation.ts";
import { createBatchPreparer } from "./prepare-batch.ts";

const place = { file: "log.jsonl", line: 1 };
const context = { workspace: "w", importId: "i", version: 1 };
const options = { workspace: "w", source: "s", key: "k".repeat(64) };

function conversation(part: number | undefined, ...texts: string[]): SourceConversation {
  return {
    externalId: "c-1",
    place,
    messages: texts.map((text, index) => ({
      externalId: `${part ?? 0}-${index}`,
      sentAt: `2026-03-05T14:0${part ?? 0}:0${index}.000Z`,
      participant: { role: "customer" },
      text,
      place,
    })),
    ...(part !== undefined && { part }),
  };
}

const bytesOf = (prepared: ReturnType<ReturnType<typeof createBatchPreparer>>) =>
  Buffer.from(
    JSON.stringify(prepared.batch, (_, value) => (ArrayBuffer.isView(value) ? decode(value) : value)),
  );
const decode = (view: ArrayBufferView) =>
  Buffer.from(view.buffer, view.byteOffset, view.byteLength).toString();

describe("createBatchPreparer", () => {
  it("counts what went in, and of that what was there twice", () => {
    const twice = conversation(undefined, "hello", "hello again");
    const [first] = twice.messages;
    const prepared = createBatchPreparer(
      options,
      context,
    )([{ ...twice, messages: [...twice.messages, ...(first ? [first] : [])] }]);
    expect(prepared).toMatchObject({ read: 3, duplicates: 1, truncated: 0 });
  });

  it("redacts a name that an earlier part of the conversation announced", () => {
    const prepare = createBatchPreparer(options, context);
    prepare([conversation(1, "Hi, my name is Zebulon Quickly")]);
    const later = bytesOf(prepare([conversation(2, "That is what Zebulon said")])).toString();
    expect(later).toContain("That is what");
    expect(later).not.toContain("Zebulon");
  });

  it("says how many messages were cut because they are too long", () => {
    const prepare = createBatchPreparer({ ...options, maxMessageChars: 20 }, context);
    expect(prepare([conversation(undefined, "short", "long ".repeat(20))]).truncated).toBe(1);
  });
});
