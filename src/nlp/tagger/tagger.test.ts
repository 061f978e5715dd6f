import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTagger } from "./tagger.ts";
import { readTaggerModel } from "./tagger-model.ts";
import { TokenColumns, tokenise } from "./tokenise.ts";

const tagger = createTagger();

function found(text: string): string[] {
  return tagger.find(text).map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);
}

describe("the tagger", () => {
  it.each([
    ["then Leticia told me to wait", ["PERSON Leticia"]],
    ["i was talking to raghav sharma and got cut off", ["PERSON raghav sharma"]],
    ["Please send it to 12 Oak Street, Springfield", ["ADDRESS 12 Oak Street, Springfield"]],
    ["i am flying from bangalore to chennai", ["LOCATION bangalore", "LOCATION chennai"]],
  ])("finds what no word announces in %j", (text, entities) => {
    expect(found(text)).toEqual(entities);
  });

  it.each([
    "",
    "thank you",
    "i want to cancel my order",
    "where is my refund?",
    "I forgot my PIN",
    "Yes please",
    "Order 4711 is late",
  ])("finds nothing in %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("says a text's entities in order, without overlaps, inside of it, and the same each time", () => {
    const words = fc.constantFrom(
      "Ann",
      "Lee",
      "12",
      "Oak",
      "Street",
      "berlin",
      "the",
      ",",
      "\n",
      "'s",
      "é",
      "😀",
      "\uFFFC",
      "x",
    );
    const texts = fc.oneof(
      fc.array(words, { maxLength: 30 }).map((parts) => parts.join(" ")),
      fc.string(),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const entities = tagger.find(text);
        expect(tagger.find(text)).toEqual(entities);
        let end = 0;
        for (const entity of entities) {
          expect(entity.start).toBeGreaterThanOrEqual(end);
          expect(entity.end).toBeGreaterThan(entity.start);
          expect(entity.score).toBeLessThanOrEqual(1);
          end = entity.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 150 },
    );
  });

  it("reads a text longer than a part, and one with more words than it remembers", () => {
    const text = Array.from(
      { length: 6000 },
      (_, index) => `word${String.fromCharCode(97 + (index % 26))}${index}`,
    ).join(" ");
    expect(() => tagger.find(text)).not.toThrow();
    expect(found(`${"and so on. ".repeat(600)}\nthen Leticia told me to wait`)).toEqual(["PERSON Leticia"]);
  });

  it("says MODEL_MISSING when its file is absent or something else", () => {
    expect(() => readTaggerModel("/no/tagger.bin")).toThrow(
      expect.objectContaining({ code: "MODEL_MISSING" }),
    );
    expect(() => readTaggerModel(import.meta.filename)).toThrow(
      expect.objectContaining({ code: "MODEL_MISSING" }),
    );
  });
});

describe("tokenise", () => {
  it.each([
    ["Ann's car", ["Ann", "'s", "car"]],
    ["don't, O’Brien!", ["don't", ",", "O’Brien", "!"]],
    ["12B a.b", ["12", "B", "a", ".", "b"]],
    ["a \r\n  b", ["a", "\r\n  ", "b"]],
    ["😀x", ["😀", "x"]],
    ["'s", ["'", "s"]],
  ])("cuts %j", (text, expected) => {
    const tokens = new TokenColumns();
    tokenise(text, tokens);
    expect(
      Array.from({ length: tokens.count }, (_, index) => text.slice(tokens.start[index], tokens.end[index])),
    ).toEqual(expected);
  });
});
