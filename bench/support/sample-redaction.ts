// Redaction against the sample's answer key: what of the planted personal data is found, what of it still stands word for
// word in the stored conversation, and which decoys were taken for personal data.
import { REDACTION_TYPES, type RedactionType } from "../../src/core/redaction-tag.ts";
import type { SourceConversation } from "../../src/core/source-conversation.ts";
import { conversationRegion } from "../../src/prepare/conversation-region.ts";
import { createPreparer } from "../../src/prepare/prepare-conversation.ts";
import { createRedactor, type RedactedText } from "../../src/prepare/redact/redactor.ts";
import { generateSampleItems, type SampleItem } from "../../src/sample/generate.ts";

export type Tally = { count: number; hits: number };
/** A planted value that was missed or leaked, or a decoy that was taken, with the text it stands in. */
export type Finding = {
  readonly kind: "missed" | "leaked" | "wrong" | "decoy";
  readonly type: string;
  readonly value: string;
  readonly text: string;
};
export type SampleComparison = {
  /** By type: planted spans, and those of which at least half was redacted. */
  readonly found: ReadonlyMap<RedactionType, Tally>;
  /** By type: distinct planted values of a conversation, and those that still stand in its redacted texts. */
  readonly leaked: ReadonlyMap<RedactionType, Tally>;
  /** By type: what was redacted, and how much of it is neither planted personal data nor a decoy. */
  readonly wrong: ReadonlyMap<RedactionType, Tally>;
  /** By type of decoy: planted ones, and those any part of which was redacted. */
  readonly decoys: ReadonlyMap<string, Tally>;
  readonly messages: number;
};

/** Redacts the first `conversations` of the sample with `seed` and compares. `report` sees everything that went wrong. */
export function compareWithSampleKey(
  seed: number,
  conversations: number,
  report: (finding: Finding) => void = () => {},
): SampleComparison {
  const redactor = createRedactor({ key: "bench" });
  const preparer = createPreparer({ workspace: "bench", source: "bench", key: "bench" });
  const [found, leaked, wrong] = [emptyTallies(), emptyTallies(), emptyTallies()];
  const decoys = new Map<string, Tally>();
  let messages = 0;

  for (const item of generateSampleItems({ seed, conversations })) {
    const texts = item.conversation.messages.map(({ text }) => text);
    messages += texts.length;
    const redacted = redactor.redactConversation(
      texts,
      namesOf(item.conversation),
      conversationRegion(item.conversation.attributes),
    ).messages;
    countSpans(item, texts, redacted);
    countWrong(item, texts, redacted);
    const stored = preparer.prepare(item.conversation).conversation.messages.map(({ text }) => text);
    countLeaks(item, texts, stored);
  }
  return { found, leaked, wrong, decoys, messages };

  function countSpans(
    { key }: SampleItem,
    texts: readonly string[],
    redacted: readonly RedactedText[],
  ): void {
    for (const { message, start, end, type } of key.personal) {
      const text = texts[message] ?? "";
      const covered = coveredBy(redacted[message]?.spans ?? [], start, end);
      const isHit = covered * 2 >= end - start;
      count(found, type, isHit);
      if (!isHit) report({ kind: "missed", type, value: text.slice(start, end), text });
    }
    for (const { message, start, end, type } of key.decoys) {
      const text = texts[message] ?? "";
      const isHit = coveredBy(redacted[message]?.spans ?? [], start, end) > 0;
      count(decoys, type, isHit);
      if (isHit) report({ kind: "decoy", type, value: text.slice(start, end), text });
    }
  }

  function countWrong(
    { key }: SampleItem,
    texts: readonly string[],
    redacted: readonly RedactedText[],
  ): void {
    const planted = [...key.personal, ...key.decoys];
    for (const [message, { spans }] of redacted.entries()) {
      const here = planted.filter((span) => span.message === message);
      for (const { start, end, type } of spans) {
        const isWrong = coveredBy(here, start, end) === 0;
        count(wrong, type, isWrong);
        const text = texts[message] ?? "";
        if (isWrong) report({ kind: "wrong", type, value: text.slice(start, end), text });
      }
    }
  }

  function countLeaks({ key }: SampleItem, texts: readonly string[], stored: readonly string[]): void {
    const values = new Map<string, RedactionType>();
    for (const { message, start, end, type } of key.personal) {
      values.set((texts[message] ?? "").slice(start, end), type);
    }
    for (const [value, type] of values) {
      const leak = stored.find((text) => hasWord(text, value));
      count(leaked, type, leak !== undefined);
      if (leak !== undefined) report({ kind: "leaked", type, value, text: leak });
    }
  }
}

function namesOf({ customer, messages }: SourceConversation): { type: "PERSON"; value: string }[] {
  const names = messages
    .filter(({ participant }) => participant.role === "customer" || participant.role === "agent")
    .map(({ participant }) => participant.name);
  return [...new Set([customer?.name, ...names])].flatMap((value) =>
    value === undefined ? [] : [{ type: "PERSON" as const, value }],
  );
}

function emptyTallies(): Map<RedactionType, Tally> {
  return new Map(REDACTION_TYPES.map((type) => [type, { count: 0, hits: 0 }]));
}

function count<K>(tallies: Map<K, Tally>, type: K, isHit: boolean): void {
  const tally = tallies.get(type) ?? { count: 0, hits: 0 };
  tally.count += 1;
  if (isHit) tally.hits += 1;
  tallies.set(type, tally);
}

function coveredBy(
  spans: readonly { readonly start: number; readonly end: number }[],
  start: number,
  end: number,
): number {
  return spans.reduce(
    (sum, span) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
    0,
  );
}

/** Whether `value` stands in `text` with no letter or digit on either side. */
function hasWord(text: string, value: string): boolean {
  const isPart = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    if (!isPart(text.charAt(at - 1)) && !isPart(text.charAt(at + value.length))) return true;
  }
  return false;
}
