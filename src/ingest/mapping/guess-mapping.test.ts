import { describe, expect, it } from "vitest";
import { CANONICAL_CONVERSATION, CANONICAL_MESSAGE } from "./canonical.ts";
import { guessMapping } from "./guess-mapping.ts";

describe("guessMapping", () => {
  it("knows Parlance's own form without guessing", () => {
    const message = { conversationId: "c", sentAt: "2026-03-05T14:30:00Z", role: "customer", text: "hi" };
    expect(guessMapping([message])?.mapping).toBe(CANONICAL_MESSAGE);
    expect(guessMapping([{ id: "c", messages: [message] }])?.mapping).toBe(CANONICAL_CONVERSATION);
  });

  it("finds the columns of a table by name and content", () => {
    const rows = [
      {
        "Conversation ID": "c1",
        "Message ID": "m1",
        "Sent At": "2026-03-05 10:00",
        "Sender Type": "user",
        Body: "my order is late again",
        Locale: "en-US",
        Platform: "whatsapp",
        Plan: "pro",
        Email: "a@b.c",
      },
      {
        "Conversation ID": "c1",
        "Message ID": "m2",
        "Sent At": "2026-03-05 10:01",
        "Sender Type": "operator",
        Body: "let me have a look",
        Locale: "en-US",
        Platform: "whatsapp",
        Plan: "pro",
        Email: "a@b.c",
      },
    ];
    const guess = guessMapping(rows);
    expect(guess?.mapping).toMatchObject({
      shape: "message-per-row",
      fields: {
        conversationId: "Conversation ID",
        messageId: "Message ID",
        time: "Sent At",
        role: "Sender Type",
        text: "Body",
        language: "Locale",
        channel: "Platform",
      },
      attributes: [{ column: "Plan", name: "Plan", type: "text" }],
    });
    expect(guess?.confidence).toBe(1);
    expect(guess?.reasons["attributes"]).toContain("Email");
  });

  it("takes system as the bot where nobody else answers, and only there", () => {
    const turns = (other: string) => [
      {
        dialogue_id: "1",
        turns: [
          { speaker: "USER", utterance: "book a table please" },
          { speaker: other, utterance: "for how many people" },
        ],
      },
    ];
    expect(guessMapping(turns("SYSTEM"))?.mapping.roles).toEqual({ system: "bot" });
    expect(guessMapping(turns("ASSISTANT"))?.mapping.roles).toEqual({});
  });

  it("lets speakers alternate where turns do not name them", () => {
    const guess = guessMapping(
      [{ log: [{ text: "i need a taxi please" }, { text: "where do you want to go" }] }],
      true,
    );
    expect(guess?.mapping).toMatchObject({
      turns: "log",
      rolesInTurn: ["customer", "bot"],
      fields: { conversationId: "$key", text: "text" },
    });
  });

  it("reads turns that are plain texts, or a list written as text", () => {
    expect(
      guessMapping([{ id: "1", messages: ["i need a taxi please", "where do you want to go"] }])?.mapping
        .fields.text,
    ).toBe(".");
    const written = JSON.stringify([{ role: "user", text: "i need a taxi please" }]);
    expect(guessMapping([{ conversation_id: "1", context: written }])?.mapping.turns).toBe("context");
  });

  it("sees a transcript in one column and a review in another", () => {
    const transcript = { ticket_id: "1", transcript: "Customer: hello\nAgent: good day" };
    expect(guessMapping([transcript])?.mapping.shape).toBe("conversation-per-row");
    expect(guessMapping([{ review: "very slow delivery, not happy", stars: 2 }])?.mapping).toMatchObject({
      shape: "message-per-row",
      fields: { text: "review" },
      attributes: [{ column: "stars", type: "number" }],
    });
  });

  it("settles the order of day and month only when the dates prove it", () => {
    const row = (date: string) => ({ conversation_id: "1", date, text: "hello there my friend" });
    expect(guessMapping([row("13/02/2026"), row("14/02/2026")])?.mapping.dayFirst).toBe(true);
    expect(guessMapping([row("02/13/2026")])?.mapping.dayFirst).toBe(false);
    expect(guessMapping([row("02/03/2026")])?.mapping.dayFirst).toBeUndefined();
  });

  it("is not put off by rows that repeat or by times that are none", () => {
    const row = (id: string, sent_at: string, text: string) => ({ chat_id: "1", uuid: id, sent_at, text });
    const rows = [
      row("a", "2026-03-05 10:00", "my order is late again"),
      row("a", "2026-03-05 10:00", "my order is late again"),
      row("b", "2026-02-30 10:00", "it never came to me"),
      row("c", "soon", "where is it now please"),
    ];
    expect(guessMapping(rows)?.mapping.fields).toMatchObject({ messageId: "uuid", time: "sent_at" });
    const mended = rows.map(({ uuid, ...rest }) => ({ ...rest, message_id: uuid === "c" ? "b" : uuid }));
    expect(guessMapping(mended)?.mapping.fields.messageId).toBe("message_id");
    expect(
      guessMapping(mended.map(({ message_id: turn_id, ...rest }) => ({ ...rest, turn_id })))?.mapping.fields,
    ).not.toHaveProperty("messageId");
  });

  it.each([[[]], [[{ a: 1, b: true }]], [[null, 3, "x"]], [[{ when: "2026-03-05" }]]])(
    "gives up on %j",
    (rows) => {
      expect(guessMapping(rows)).toBeUndefined();
    },
  );
});
