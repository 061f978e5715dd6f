import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gather } from "../../../test/support/read-bytes.ts";
import type { GroupedItem, ReadItem } from "../read-item.ts";
import { type GroupingLimits, groupConversations } from "./group-conversations.ts";

const said = (conversation: string, text: string): ReadItem => ({
  kind: "message",
  conversation: { externalId: conversation },
  message: {
    sentAt: "2026-03-05T14:30:00.000Z",
    participant: { role: "customer" },
    text,
    place: { file: "f" },
  },
});

const group = (items: readonly ReadItem[], limits: Partial<GroupingLimits> = {}) =>
  gather(groupConversations(items, limits));

const shown = (items: readonly GroupedItem[]) =>
  items.map((item) =>
    item.kind === "conversation"
      ? `${item.conversation.externalId}${item.conversation.part ?? ""}:${item.conversation.messages.map(({ text }) => text).join("")}`
      : item.kind,
  );

describe("groupConversations", () => {
  it("brings messages together wherever they stand", async () => {
    expect(shown(await group([said("a", "1"), said("b", "2"), said("a", "3")]))).toEqual(["b:2", "a:13"]);
  });

  it("passes everything else at once", async () => {
    const warning: ReadItem = {
      kind: "warning",
      warning: { place: { file: "f" }, reason: "r", message: "m" },
    };
    expect(shown(await group([said("a", "1"), warning]))).toEqual(["warning", "a:1"]);
  });

  it("lets the conversation untouched longest out when too much is open, and numbers its parts", async () => {
    const items = [
      said("a", "1"),
      said("b", "2"),
      said("a", "3"),
      said("c", "4"),
      said("b", "5"),
      said("b", "6"),
    ];
    expect(shown(await group(items, { maxOpenMessages: 3 }))).toEqual(["b1:2", "a1:13", "c:4", "b2:56"]);
  });

  it("counts characters too", async () => {
    const items = [said("a", "x".repeat(80)), said("b", "y".repeat(80))];
    expect((await group(items, { maxOpenChars: 100 })).length).toBe(2);
  });

  it("adds what later messages say of the conversation", async () => {
    const first = said("a", "1");
    const later: ReadItem = {
      ...(said("a", "2") as Extract<ReadItem, { kind: "message" }>),
      conversation: { externalId: "a", channel: "email", attributes: { n: { kind: "number", value: 1 } } },
    };
    const [item] = await group([first, later]);
    expect(item).toMatchObject({ conversation: { channel: "email", attributes: { n: { value: 1 } } } });
  });

  it("hands out what is open before a fault of the source comes through", async () => {
    async function* failing(): AsyncGenerator<ReadItem> {
      yield said("a", "1");
      throw new Error("cut off");
    }
    const seen: GroupedItem[] = [];
    await expect(async () => {
      for await (const item of groupConversations(failing())) seen.push(item);
    }).rejects.toThrow("cut off");
    expect(shown(seen)).toEqual(["a:1"]);
  });

  it("loses and doubles nothing, keeps order within a conversation, and stays within its limit", async () => {
    const ids = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(ids, fc.integer({ min: 1, max: 20 }), async (order, maxOpenMessages) => {
        const items = order.map((id, index) => said(id, `${index},`));
        const out = await group(items, { maxOpenMessages });
        for (const id of new Set(order)) {
          const expected = order.flatMap((one, index) => (one === id ? [`${index},`] : [])).join("");
          const parts = out.flatMap((item) =>
            item.kind === "conversation" && item.conversation.externalId === id ? [item.conversation] : [],
          );
          expect(parts.flatMap(({ messages }) => messages.map(({ text }) => text)).join("")).toBe(expected);
          if (parts.length > 1)
            expect(parts.map(({ part }) => part)).toEqual(parts.map((_, index) => index + 1));
        }
        for (const item of out) {
          if (item.kind === "conversation")
            expect(item.conversation.messages.length).toBeLessThanOrEqual(maxOpenMessages + 1);
        }
      }),
    );
  });
});
