import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REDACTION_TYPES, redactionTagPattern } from "../../core/redaction-tag.ts";
import type { KnownValue } from "../preparer.ts";
import { createRedactor, type RedactedText } from "./redactor.ts";

const mask = createRedactor({ key: "k", region: "US", policy: { default: "mask", perType: {} } });
const pseudonyms = createRedactor({ key: "k", region: "US", policy: { default: "pseudonym", perType: {} } });
const mixed = createRedactor({
  key: "k",
  policy: { default: "mask", perType: { EMAIL: "keep", PERSON: "pseudonym" } },
});

const pieces = fc.constantFrom(
  "my name is ",
  "John Smith",
  "mark",
  " Ann",
  "Hi ",
  ", ",
  ". ",
  "\n",
  " ",
  "I'm ",
  "this is ",
  "regards,\n",
  "Dr. ",
  "van der ",
  "call ",
  "555-123-4567",
  "+1 415 555 2671",
  "4111 1111 1111 1111",
  "order ",
  "5551234567",
  "123-45-6789",
  "12345678Z",
  "a@b.com",
  "@ann",
  "http://x.io/?token=abc",
  "www.a.b",
  "10.2.3.4",
  "fe80::1",
  "00:1b:44:11:3a:b7",
  "password is ",
  "hunter2",
  "pin 1234",
  "born ",
  "12/03/1985",
  "12 Main Street",
  ", Springfield, IL 62704",
  "my address is ",
  "[EMAIL]",
  "[PERSON:abcdef23]",
  "[",
  "]",
  "\uFFFC",
  "我叫王小明",
  "GB82 WEST 1234 5698 7654 32",
  "AKIAIOSFODNN7EXAMPLE",
  "-----BEGIN PRIVATE KEY-----",
  "x",
  "1",
  "-",
  "what is your name?",
  "phone number?",
  "😀",
  "\uD83D",
  "é",
  "'s",
  "mark will",
  "ann lee",
);
const texts = fc.oneof(
  { weight: 3, arbitrary: fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme" }) },
);
const known: fc.Arbitrary<readonly KnownValue[]> = fc.array(
  fc.record({
    type: fc.constantFrom(...REDACTION_TYPES),
    value: fc.oneof(pieces, fc.string({ maxLength: 12 })),
  }),
  { maxLength: 3 },
);

/** Builds the redacted text again from the input and the spans; the tags must stand where `redactions` says. */
function expectExact(input: string, { text, redactions, spans }: RedactedText): void {
  const tags = [...text.matchAll(redactionTagPattern())].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
  expect(redactions.map(({ start, end }) => [start, end])).toEqual(tags);
  const old = new Set([...input.matchAll(redactionTagPattern())].map((match) => match.index));
  let shift = 0;
  let next = 0;
  for (const { start, end, type } of redactions) {
    const inInput = start - shift;
    if (old.has(inInput) && spans[next]?.start !== inInput) continue;
    const span = spans[next];
    expect(span).toMatchObject({ start: inInput, type });
    shift += end - start - ((span?.end ?? 0) - (span?.start ?? 0));
    next += 1;
  }
  expect(next).toBe(spans.length);
  expect(text.length).toBe(input.length + shift);
}

describe("redacting any text", () => {
  it("changes nothing when done twice", () => {
    fc.assert(
      fc.property(
        fc.array(texts, { maxLength: 4 }),
        known,
        fc.constantFrom(mask, pseudonyms, mixed),
        (input, given, redactor) => {
          const once = redactor.redactConversation(input, given).messages.map(({ text }) => text);
          const twice = redactor.redactConversation(once, given).messages;
          expect(twice.map(({ text }) => text)).toEqual(once);
          expect(twice.flatMap(({ spans }) => spans)).toEqual([]);
        },
      ),
      { numRuns: 700 },
    );
  });

  it("gives exact offsets in the input and in the result", () => {
    fc.assert(
      fc.property(
        fc.array(texts, { maxLength: 3 }),
        fc.constantFrom(mask, pseudonyms, mixed),
        (input, redactor) => {
          const { messages } = redactor.redactConversation(input);
          for (const [index, message] of messages.entries()) expectExact(input[index] ?? "", message);
        },
      ),
      { numRuns: 500 },
    );
  });
});
