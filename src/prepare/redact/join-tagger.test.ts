import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitrate } from "./arbitrate.ts";
import { joinTagger } from "./join-tagger.ts";
import type { Candidate } from "./recogniser.ts";

function span(text: string, value: string): { readonly start: number; readonly end: number } {
  const start = text.indexOf(value);
  return { start, end: start + value.length };
}

function joined(
  text: string,
  rules: readonly Candidate[],
  entities: Parameters<typeof joinTagger>[2],
): string[] {
  return arbitrate(joinTagger(text, rules, entities), () => false).map(
    ({ start, end, type }) => `${type} ${text.slice(start, end)}`,
  );
}

describe("joining rules and tagger", () => {
  it("adds the names that no rule knows and lets a found one reach further", () => {
    const text = "Hi Ann Lee, then Leticia called";
    const rules = [{ ...span(text, "Ann"), type: "PERSON", score: 0.6 } as const];
    const entities = [
      { ...span(text, "Ann Lee"), type: "PERSON", score: 0.9 } as const,
      { ...span(text, "Leticia"), type: "PERSON", score: 0.9 } as const,
    ];
    expect(joined(text, rules, entities)).toEqual(["PERSON Ann Lee", "PERSON Leticia"]);
  });

  it("keeps a rule's type and cuts the tagger's stretch there", () => {
    const text = "12 Oak Street, 415 555 2671, Springfield";
    const rules = [{ ...span(text, "415 555 2671"), type: "PHONE", score: 0.75 } as const];
    const entities = [{ start: 0, end: text.length, type: "ADDRESS", score: 0.99 } as const];
    expect(joined(text, rules, entities)).toEqual([
      "ADDRESS 12 Oak Street",
      "PHONE 415 555 2671",
      "ADDRESS Springfield",
    ]);
  });

  it("takes a name inside of an address for a part of it", () => {
    const text = "Via Mario Rossi 3, Roma";
    const rules = [{ ...span(text, "Mario Rossi"), type: "PERSON", score: 0.6 } as const];
    const entities = [{ start: 0, end: text.length, type: "ADDRESS", score: 0.99 } as const];
    expect(joined(text, rules, entities)).toEqual([`ADDRESS ${text}`]);
  });

  it("keeps a name inside of an address that another rule cuts", () => {
    const text = "Zoltan Quist 12 Ykk";
    const rules = [
      { start: 7, end: 12, type: "PERSON", score: 0.6 } as const,
      { start: 11, end: 13, type: "PERSON", score: 0.6 } as const,
    ];
    const entities = [{ start: 9, end: 14, type: "ADDRESS", score: 0.9 } as const];
    expect(joinTagger(text, rules, entities)).toEqual(expect.arrayContaining(rules));
  });

  it.each([
    ["an unsure one", "ask Leticia", "Leticia", "PERSON", 0.55],
    ["an unsure one without a capital", "ask leticia", "leticia", "PERSON", 0.9],
    ["a name of one letter", "é then", "é", "PERSON", 0.99],
    ["an everyday word", "please wait", "please", "PERSON", 0.99],
    ["an everyday word at the begin of a sentence", "Will you?", "Will", "PERSON", 0.99],
    ["a telephone number too short", "call 4711", "4711", "PHONE", 0.99],
    ["a code", "LM-1875983", "LM-1875983", "PHONE", 0.99],
    ["a part of a code", "LM-1875983", "1875983", "PHONE", 0.99],
    ["a phrase with a capital", "Das können Sie", "Das können Sie", "PERSON", 0.99],
    [
      "an address that has neither number nor street",
      "geef dit door aan",
      "geef dit door aan",
      "ADDRESS",
      0.99,
    ],
    ["an order's number", "order 415 555 2671", "415 555 2671", "PHONE", 0.99],
    ["a town, which is context", "in Berlin", "Berlin", "LOCATION", 0.99],
  ] as const)("leaves %s", (_, text, value, type, score) => {
    expect(joined(text, [], [{ ...span(text, value), type, score }])).toEqual([]);
  });

  it("covers all that the rules alone cover", () => {
    const spans = fc
      .tuple(fc.nat(18), fc.integer({ min: 1, max: 6 }))
      .map(([start, size]) => ({ start, end: start + size }));
    const rules = fc.array(
      fc.record({
        at: spans,
        type: fc.constantFrom("PERSON", "ADDRESS", "PHONE", "EMAIL"),
        score: fc.constantFrom(0.6, 0.9),
      }),
      { maxLength: 4 },
    );
    const entities = fc.array(
      fc.record({ at: spans, type: fc.constantFrom("PERSON", "ADDRESS", "PHONE", "LOCATION") }),
      { maxLength: 4 },
    );
    const text = "Zoltan Quist 12 Ykk 4155552671 Brno";
    fc.assert(
      fc.property(rules, entities, (ruled, tagged) => {
        const candidates = ruled.map(({ at, type, score }) => ({ ...at, type, score }) as Candidate);
        const found = tagged.map(({ at, type }) => ({ ...at, type, score: 0.9 }) as const);
        const result = arbitrate(joinTagger(text, candidates, found), () => false);
        for (const { start, end } of candidates)
          for (let index = start; index < end; index += 1)
            expect(result.some((span) => span.start <= index && index < span.end)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
