import { describe, expect, it } from "vitest";
import { CHANNELS, OUTCOMES } from "../core/domain.ts";
import { REDACTION_TYPES } from "../core/redaction-tag.ts";
import type { SourceConversation } from "../core/source-conversation.ts";
import { assembleKey, generateSample, generateSampleItems, type SampleItem, sampleKey } from "./generate.ts";
import type { KeyEntry } from "./key.ts";
import { TOPICS } from "./topics/all-topics.ts";

const items: readonly SampleItem[] = [...generateSampleItems({ conversations: 6000 })];
const key = assembleKey(
  { conversations: 6000 },
  new Map(items.map((item) => [item.key.conversation, item.key])),
);
const startOf = (conversation: SourceConversation) => conversation.messages[0]?.sentAt ?? "";
const textAt = (item: SampleItem, span: { message: number; start: number; end: number }) =>
  item.conversation.messages[span.message]?.text.slice(span.start, span.end) ?? "";
const inTime = (item: SampleItem, event: { from: string; to: string }) =>
  startOf(item.conversation) >= event.from && startOf(item.conversation) < event.to;
const attribute = (item: SampleItem, name: string) => item.conversation.attributes?.[name]?.value;

describe("generateSample", () => {
  it("gives the same for the same seed and something else for another", () => {
    const text = (seed: number) => JSON.stringify([...generateSample({ conversations: 200, seed })]);
    expect(text(5)).toBe(text(5));
    expect(text(5)).not.toBe(text(6));
  });

  it("makes any stretch without the ones before it", () => {
    const stretch = [...generateSampleItems({ conversations: 6000, from: 700, to: 720 })];
    expect(stretch).toEqual(items.slice(700, 720));
  });

  it("gives each conversation once, with its own id", () => {
    expect(new Set(items.map((item) => item.conversation.externalId)).size).toBe(6000);
    expect([...generateSample({ conversations: 1 })]).toHaveLength(1);
    expect(new Set([...generateSample({ conversations: 12 })].map((one) => one.externalId)).size).toBe(12);
  });

  it("spreads its first tenth over all weeks as evenly as the whole", () => {
    const weekly = (part: readonly SampleItem[]) => {
      const counts = new Array<number>(12).fill(0);
      for (const { conversation } of part) {
        const week = Math.floor(
          (Date.parse(startOf(conversation)) - Date.parse(key.from)) / (7 * 86_400_000),
        );
        counts[week] = (counts[week] ?? 0) + 1;
      }
      return counts;
    };
    const whole = weekly(items);
    weekly(items.slice(0, 600)).forEach((count, week) => {
      expect(Math.abs(count * 10 - (whole[week] as number))).toBeLessThan(60);
    });
  });

  it("orders messages by time, within the sample's time, and never sends an empty one", () => {
    for (const { conversation } of items) {
      const times = conversation.messages.map((message) => message.sentAt);
      expect(times).toEqual(times.toSorted());
      expect(times[0] !== undefined && times[0] >= key.from && (times.at(-1) as string) < key.to).toBe(true);
      for (const message of conversation.messages) expect(message.text.trim()).toBe(message.text);
      expect(conversation.messages.every((message) => message.text !== "")).toBe(true);
    }
  });

  it("refuses options that make no sense", () => {
    expect(() => [...generateSample({ conversations: 0 })]).toThrow(RangeError);
    expect(() => [...generateSample({ seed: -1 })]).toThrow(RangeError);
  });
});

describe("what the sample holds", () => {
  it("has every channel, outcome, planted topic, language and kind of personal data", () => {
    expect(new Set(items.map((item) => item.conversation.channel))).toEqual(new Set(CHANNELS));
    expect(new Set(items.map((item) => item.conversation.outcome))).toEqual(new Set(OUTCOMES));
    expect(new Set(items.map((item) => item.key.language))).toEqual(
      new Set(["en", "de", "fr", "es", "pt", "nl"]),
    );
    expect(new Set(items.flatMap((item) => item.key.personal.map((span) => span.type)))).toEqual(
      new Set(REDACTION_TYPES),
    );
    expect(key.topics.filter((topic) => topic.conversations === 0)).toEqual([]);
    expect(key.topics).toHaveLength(TOPICS.length);
  });

  it("writes a few per cent in other languages and lets customers come back", () => {
    const foreign = items.filter((item) => item.key.language !== "en").length / items.length;
    expect(foreign).toBeGreaterThan(0.02);
    expect(foreign).toBeLessThan(0.07);
    const customers = new Set(items.map((item) => item.conversation.customer?.id)).size;
    expect(customers).toBeLessThan(items.length * 0.8);
    expect(customers).toBeGreaterThan(items.length * 0.3);
  });

  it("words requests in many ways: at least 70 of 100 first requests are unique", () => {
    const first = items.flatMap((item) => {
      const request = item.key.utterances.find((span) => span.act === "request");
      return request === undefined ? [] : [textAt(item, request)];
    });
    expect(new Set(first).size / first.length).toBeGreaterThan(0.7);
  });

  it("keeps what belongs to a customer the same in all conversations", () => {
    for (const name of ["plan", "country", "platform", "device", "customer_since"]) {
      const known = new Map<string, unknown>();
      for (const item of items) {
        const value = attribute(item, name);
        const id = item.conversation.customer?.id ?? "";
        if (value !== undefined) expect(known.get(id) ?? value, `${name} of ${id}`).toBe(value);
        if (value !== undefined) known.set(id, value);
      }
    }
  });

  it("follows up earlier conversations of the same customer on the same topic", () => {
    const followUps = items.filter((item) => item.key.followsUp !== undefined);
    expect(followUps.length).toBeGreaterThan(60);
    const byId = new Map(items.map((item) => [item.key.conversation, item]));
    for (const item of followUps) {
      const parent = byId.get(item.key.followsUp ?? "");
      expect(startOf(parent?.conversation as SourceConversation) < startOf(item.conversation)).toBe(true);
      if (parent?.key.followsUp === undefined) {
        expect(item.conversation.customer?.id).toBe(parent?.conversation.customer?.id);
      }
    }
  });

  it("leads to worse ends after a long wait, a bot that does not understand, or a follow-up", () => {
    const resolved = (part: readonly SampleItem[]) =>
      part.filter((item) => item.key.outcome === "resolved").length / part.length;
    const fallback = items.filter((item) => item.key.path.includes("bot:fallback"));
    const followUps = items.filter((item) => item.key.followsUp !== undefined);
    expect(resolved(items) - resolved(fallback)).toBeGreaterThan(0.05);
    expect(resolved(items) - resolved(followUps)).toBeGreaterThan(0.05);
  });
});

describe("the answer key", () => {
  it("marks each stretch of personal data and each decoy exactly", () => {
    for (const item of items) {
      for (const span of [...item.key.personal, ...item.key.decoys]) {
        const text = textAt(item, span);
        expect(text.length).toBe(span.end - span.start);
        expect(text.trim()).toBe(text);
        if (span.type === "EMAIL") expect(text).toMatch(/^[^@\s]+@[^@\s]+\.[a-z]+$/);
        if (span.type === "order") expect(text).toMatch(/^(LM-\d{7}|#?\d{8})$/);
        if (span.type === "IP") expect(text).toMatch(/^[\da-f.:]+$/);
      }
    }
  });

  it("covers every customer message with utterances that name their topic", () => {
    for (const { conversation, key: entry } of items) {
      const covered = new Set(entry.utterances.map((span) => span.message));
      conversation.messages.forEach((message, position) => {
        expect(covered.has(position)).toBe(message.participant.role === "customer");
      });
      for (const span of entry.utterances)
        expect(span.topic !== null).toBe(span.act === "request" || span.act === "detail");
      expect(entry.path).toHaveLength(conversation.messages.length);
    }
  });

  it("plants the incidents: their hours hold many times the usual number of their topic", () => {
    for (const incident of key.incidents) {
      const hours = (Date.parse(incident.to) - Date.parse(incident.from)) / 3_600_000;
      const during = items.filter(
        (item) => item.key.primaryTopic === incident.topic && inTime(item, incident),
      ).length;
      const usual = items.filter(
        (item) => item.key.primaryTopic === incident.topic && item.key.event === undefined,
      ).length;
      expect(during / hours).toBeGreaterThan((20 * usual) / (84 * 24));
    }
  });

  it("plants the campaign: its week, its code", () => {
    const during = items.filter((item) => item.key.event === "campaign");
    expect(during.length).toBe(key.campaign.conversations);
    expect(during.length).toBeGreaterThan(30);
    expect(during.every((item) => inTime(item, key.campaign))).toBe(true);
    expect(
      during.some((item) => item.conversation.messages.some((message) => /GLOW20/i.test(message.text))),
    ).toBe(true);
    expect(
      new Set(
        items.filter((item) => attribute(item, "campaign") !== undefined).map((item) => item.key.event),
      ),
    ).toEqual(new Set(["campaign"]));
  });

  it("plants the regression: on Android from 4.2 on, after the release only", () => {
    const hit = items.filter((item) => item.key.event === "regression");
    expect(hit.length).toBeGreaterThan(60);
    for (const item of hit) {
      expect(attribute(item, "platform")).toBe("android");
      expect(String(attribute(item, "app_version"))).toMatch(/^4\.2/);
      expect(inTime(item, key.regression)).toBe(true);
    }
    const crashes = (entry: KeyEntry) => entry.primaryTopic === "app-crash";
    const early = items.filter(
      (item) => crashes(item.key) && startOf(item.conversation) < key.regression.from,
    );
    expect(early.every((item) => !String(attribute(item, "app_version") ?? "").startsWith("4.2"))).toBe(true);
  });

  it("is the same whether collected while generating or made alone", () => {
    const alone = sampleKey({ conversations: 150, seed: 2 });
    const collected = new Map(
      [...generateSampleItems({ conversations: 150, seed: 2 })].map((item) => [
        item.key.conversation,
        item.key,
      ]),
    );
    expect(alone).toEqual(assembleKey({ conversations: 150, seed: 2 }, collected));
    expect(alone.perConversation.size).toBe(150);
  });
});
