import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SourceConversation, SourceMessage } from "../core/source-conversation.ts";
import { identityPseudonym } from "./identity-pseudonym.ts";
import { createPreparer } from "./prepare-conversation.ts";
import type { PrepareResult } from "./preparer.ts";

const place = { file: "in.jsonl" };
const message = (text: string, more: Partial<SourceMessage> = {}): SourceMessage => ({
  sentAt: "2026-03-05T14:30:00Z",
  participant: { role: "customer", id: "ann@example.com", name: "Ann Lee" },
  text,
  place,
  ...more,
});
const conversation = (
  messages: readonly SourceMessage[],
  more: Partial<SourceConversation> = {},
): SourceConversation => ({ externalId: "c1", messages, place, ...more });

const options = { workspace: "w", source: "s", key: "secret" };
const preparer = createPreparer(options);
const texts = ({ conversation: { messages } }: PrepareResult): string[] => messages.map(({ text }) => text);

describe("preparing a conversation", () => {
  it("sorts by time, keeps the order of equal times, and numbers positions", () => {
    const result = preparer.prepare(
      conversation([
        message("third", { sentAt: "2026-03-05T16:00:00+01:00" }),
        message("first", { sentAt: "2026-03-05T14:00:00Z" }),
        message("second", { sentAt: "2026-03-05T09:00:00-05:00" }),
      ]),
    );
    expect(texts(result)).toEqual(["first", "second", "third"]);
    expect(result.conversation.messages.map(({ position }) => position)).toEqual([0, 1, 2]);
    expect(result.conversation.messages.map(({ sentAt }) => sentAt.slice(11))).toEqual([
      "14:00:00.000Z",
      "14:00:00.000Z",
      "15:00:00.000Z",
    ]);
  });

  it("refuses a time that is none", () => {
    expect(() => preparer.prepare(conversation([message("a", { sentAt: "yesterday" })]))).toThrow(RangeError);
  });

  it("redacts names, ids and numbers of the people in every message", () => {
    const result = preparer.prepare(
      conversation([
        message("hello, this order is for ann"),
        message("Ms Lee, is 415 555 2671 right?", {
          participant: { role: "agent", id: "agent-1", name: "Bob" },
        }),
        message("yes bob, +1 (415) 555-2671 is mine, ann@example.com"),
      ]),
    );
    expect(texts(result).join("\n")).not.toMatch(/ann|lee|bob|2671|example/i);
    expect(result.known.map(({ value }) => value)).toContain("Ann Lee");
    expect(JSON.stringify(result.conversation)).not.toMatch(/\b(?:ann|lee|bob)\b|2671|example/i);
  });

  it("gives a first name and a full name of one person one pseudonym", () => {
    const result = preparer.prepare(conversation([message("Ann here, Ann Lee")]));
    const tags = texts(result)[0]?.match(/\[PERSON:[a-z2-7]{8}\]/g);
    expect(tags).toHaveLength(2);
    expect(new Set(tags).size).toBe(1);
  });

  it("leaves a name that is an everyday word alone in lower case", () => {
    const participant = { role: "agent", name: "Will Rose" } as const;
    const result = preparer.prepare(
      conversation([message("will you send a rose? Will, please", { participant })]),
    );
    expect(texts(result)[0]).toMatch(/^will you send a rose\? \[PERSON:\w{8}\], please$/);
  });

  it("carries what it knows over to a later part of the conversation", () => {
    const first = preparer.prepare(conversation([message("my name is Zoltan and my pin is 4417")]));
    const participant = { role: "bot" } as const;
    const later = conversation([message("thanks Zoltan, 4417 is right", { participant })]);
    const second = preparer.prepare(later, { known: first.known, firstPosition: 1 });
    expect(texts(second)[0]).toMatch(/^thanks \[PERSON:\w{8}\], \[SECRET\] is right$/);
    expect(second.conversation.messages[0]?.position).toBe(1);
  });

  it("gives the same keys and hashes each time, and other ones with another key", () => {
    const input = conversation([message("hi"), message("hi"), message("hi", { externalId: "m3" })]);
    const once = preparer.prepare(input);
    expect(createPreparer(options).prepare(input)).toEqual(once);
    const ids = once.conversation.messages.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(3);
    const other = createPreparer({ ...options, key: "other" }).prepare(input).conversation;
    expect(other.messages[0]?.messageId).not.toBe(ids[0]);
    expect(other.messages[2]?.messageId).toBe(ids[2]);
    expect(other.customer).not.toBe(once.conversation.customer);
  });

  it("keeps the later of two messages with one id and counts the other", () => {
    const result = preparer.prepare(
      conversation([
        message("draft", { externalId: "m1" }),
        message("final", { externalId: "m1" }),
        message("x"),
      ]),
    );
    expect(texts(result)).toEqual(["final", "x"]);
    expect(result.duplicates).toBe(1);
  });

  it("changes a message's row hash exactly when something stored of it changes", () => {
    const hashOf = (more: Partial<SourceMessage>): string | undefined =>
      preparer.prepare(conversation([message("hello", more)])).conversation.messages[0]?.rowHash;
    expect(hashOf({ place: { file: "other" } })).toBe(hashOf({}));
    for (const change of [
      { text: "hello!" },
      { botNode: "n" },
      { durationMs: 5 },
      { replyTo: "m" },
      { externalId: "e" },
    ])
      expect(hashOf(change)).not.toBe(hashOf({}));
  });

  it("keeps the bot's node and points a reply at the key of the message it answers", () => {
    const { messages } = preparer.prepare(
      conversation([
        message("q", { externalId: "m1" }),
        message("a", { replyTo: "m1", botNode: "menu", durationMs: 3 }),
      ]),
    ).conversation;
    expect(messages[1]).toMatchObject({ replyTo: messages[0]?.messageId, botNode: "menu", durationMs: 3 });
  });

  it("stores people as pseudonyms and a conversation's id as one when it looks personal", () => {
    const { conversation: stored } = preparer.prepare(
      conversation([message("hi")], { externalId: "+1 415 555 2671" }),
    );
    expect(stored.externalId).toMatch(/^[0-9a-f]{16}$/);
    expect(stored.customer).toBe(identityPseudonym("secret", "Ann@Example.com "));
    expect(stored.messages[0]?.participant).toBe(stored.customer);
    expect(preparer.prepare(conversation([message("hi")])).conversation.externalId).toBe("c1");
  });

  it("applies a policy to each attribute and looks for personal ones in the messages", () => {
    const { conversation: stored } = preparer.prepare(
      conversation([message("write to kim@x.org or Kim", { participant: { role: "bot" } })], {
        attributes: {
          email: { kind: "text", value: "kim@x.org" },
          firstName: { kind: "text", value: "Kim" },
          date_of_birth: { kind: "text", value: "1985-03-12" },
          plan: { kind: "text", value: "pro" },
          note: { kind: "text", value: "asked Kim, call +1 415 555 2671" },
          seats: { kind: "number", value: 5 },
        },
        outcome: "resolved",
      }),
    );
    expect(stored.attributes).toEqual({
      email: { kind: "text", value: identityPseudonym("secret", "kim@x.org") },
      firstName: { kind: "text", value: identityPseudonym("secret", "Kim") },
      plan: { kind: "text", value: "pro" },
      note: { kind: "text", value: expect.stringMatching(/^asked \[PERSON:\w{8}\], call \[PHONE\]$/) },
      seats: { kind: "number", value: 5 },
    });
    expect(stored.messages[0]?.text).toMatch(/^write to \[EMAIL\] or \[PERSON:\w{8}\]$/);
    expect([stored.outcome, stored.outcomeOrigin]).toEqual(["resolved", "source"]);
  });

  it("follows an explicit attribute policy", () => {
    const own = createPreparer({ ...options, attributePolicy: { email: "mask", plan: "drop" } });
    const attributes = {
      email: { kind: "text", value: "a@b.c" },
      plan: { kind: "text", value: "pro" },
    } as const;
    expect(own.prepare(conversation([], { attributes })).conversation.attributes).toEqual({
      email: { kind: "text", value: "[REDACTED]" },
    });
  });

  it("cuts an overlong message after redaction, never through a value, and says where", () => {
    const short = createPreparer({ ...options, maxMessageChars: 20 });
    const result = short.prepare(
      conversation([message("mail me: kim@example.org, thanks a lot"), message("ok")]),
    );
    expect(texts(result)).toEqual(["mail me: …", "ok"]);
    expect(result.truncated).toEqual([place]);
    const tagged = short.prepare(conversation([message("[EMAIL] kim@x.org and much more to say")]));
    expect(texts(tagged)).toEqual(["[EMAIL] [EMAIL] an…"]);
  });

  it("gives exact spans for any text, and everything once", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 5 }), (input) => {
        const { conversation: stored, duplicates } = preparer.prepare(
          conversation(input.map((text) => message(text))),
        );
        expect(stored.messages.length + duplicates).toBe(input.length);
        for (const { text, utterances, redactions } of stored.messages) {
          for (const { start, end } of utterances)
            expect(text.slice(start, end).trim()).toHaveLength(end - start);
          for (const { start, end } of redactions)
            expect(text.slice(start, end)).toMatch(/^\[[A-Z_]+(?::[a-z2-7]+)?\]$/);
        }
      }),
    );
  });
});
