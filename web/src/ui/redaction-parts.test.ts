import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentMessage, splitRedactions } from "./redaction-parts.ts";

describe("redactions in a text", () => {
  it("read as small words, pseudonyms by their beginning", () => {
    const parts = splitRedactions("I am [PERSON:k3x4q2], card [CARD], born [BIRTH_DATE].");
    expect(parts.map((part) => (part.kind === "redaction" ? `<${part.words}>` : part.text)).join("")).toBe(
      "I am <person k3x4>, card <card>, born <birth date>.",
    );
  });

  it("are only the tags that redaction writes", () => {
    expect(splitRedactions("[PHONE number] [person]")).toEqual([
      { kind: "text", start: 0, text: "[PHONE number] [person]" },
    ]);
    expect(splitRedactions("")).toEqual([]);
  });

  it("lose nothing of the text, whatever it is", () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom("[EMAIL]", "[PERSON:abc234]", "[", "]"));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        const parts = splitRedactions(text);
        expect(parts.map((part) => part.text).join("")).toBe(text);
        for (const part of parts) expect(text.startsWith(part.text, part.start)).toBe(true);
      }),
    );
  });
});

describe("a message cut at its utterances", () => {
  it("keeps what lies between them", () => {
    const first = { start: 0, end: 6 };
    const second = { start: 7, end: 12 };
    expect(segmentMessage("Hello. Late?!", [second, first])).toEqual([
      { start: 0, text: "Hello.", utterance: first },
      { start: 6, text: " ", utterance: null },
      { start: 7, text: "Late?", utterance: second },
      { start: 12, text: "!", utterance: null },
    ]);
  });

  it("loses nothing, whatever the spans", () => {
    const span = fc.record({ start: fc.nat(30), end: fc.nat(30) });
    fc.assert(
      fc.property(fc.string(), fc.array(span), (text, spans) => {
        expect(
          segmentMessage(text, spans)
            .map((segment) => segment.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});
