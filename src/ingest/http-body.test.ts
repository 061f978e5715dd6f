import { describe, expect, it } from "vitest";
import { gather } from "../../test/support/read-bytes.ts";
import { httpConversationSchema, httpMessageSchema, readHttpBody } from "./http-body.ts";

const message = {
  conversationId: "c-1",
  id: "m-1",
  sentAt: "2026-03-05T14:30:00Z",
  role: "customer",
  text: "hello",
};
const conversation = {
  id: "c-1",
  channel: "web",
  attributes: { plan: "pro" },
  messages: [{ ...message, conversationId: undefined }],
};

const read = (kind: "conversations" | "messages", body: string) =>
  gather(readHttpBody(kind, Buffer.from(body)));

describe("readHttpBody", () => {
  it.each([
    ["one object", JSON.stringify(message)],
    ["one object over lines", JSON.stringify(message, null, 2)],
    ["a list", JSON.stringify([message])],
    ["JSON Lines", `${JSON.stringify(message)}\n`],
  ])("reads messages as %s", async (_, body) => {
    const items = await read("messages", body);
    expect(items).toMatchObject([
      {
        kind: "conversation",
        conversation: { externalId: "c-1", channel: "api", messages: [{ externalId: "m-1", text: "hello" }] },
      },
    ]);
  });

  it("reads conversations with their attributes", async () => {
    expect(await read("conversations", JSON.stringify(conversation))).toMatchObject([
      {
        kind: "conversation",
        conversation: {
          externalId: "c-1",
          channel: "web",
          attributes: { plan: { kind: "text", value: "pro" } },
        },
      },
    ]);
  });

  it("names each refused row by its line", async () => {
    const body = [message, { ...message, sentAt: "x" }, { ...message, conversationId: undefined }]
      .map((one) => JSON.stringify(one))
      .join("\n");
    const items = await read("messages", `${body}\n{`);
    const rejects = items.flatMap((item) =>
      item.kind === "reject" ? [[item.reject.reason, item.reject.place.line]] : [],
    );
    expect(rejects).toEqual([
      ["bad-time", 2],
      ["missing-field", 3],
      ["bad-json", 4],
    ]);
  });

  it.each(["", "[]", "null", "{", "[[[", "\u0000"])("survives the body %j", async (body) => {
    expect((await read("conversations", body)).every(({ kind }) => kind === "reject")).toBe(true);
  });
});

it("describes what it reads", () => {
  expect(httpMessageSchema.safeParse(message).success).toBe(true);
  expect(httpConversationSchema.safeParse(conversation).success).toBe(true);
  expect(httpMessageSchema.safeParse({ ...message, role: "boss" }).success).toBe(false);
  expect(httpConversationSchema.safeParse({ id: "c", messages: [] }).success).toBe(false);
});
