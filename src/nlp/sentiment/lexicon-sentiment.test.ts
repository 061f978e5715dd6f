import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONTRASTS, DEGREES, NEGATIONS, SYMBOLS, WORDS } from "./english-lexicon.ts";
import { lexiconSentiment } from "./lexicon-sentiment.ts";

const score = (text: string): number => lexiconSentiment.score(text) ?? Number.NaN;

describe("lexiconSentiment", () => {
  it.each([
    "where is my order",
    "I would like to change my address",
    "ok",
    "see you later",
    "",
    "https://great.example/awesome",
    "12345",
  ])("finds nothing in %j", (text) => {
    expect(lexiconSentiment.score(text)).toBeNull();
  });

  it.each([
    "Thanks, that was quick and very helpful!",
    "not bad",
    "I can't wait to try it",
    "The fee was annoying but your agent was wonderful",
    "👍",
    "All good :)",
    "never had any problems with you",
  ])("takes %j as positive", (text) => {
    expect(score(text)).toBeGreaterThan(0.2);
  });

  it.each([
    "my card was charged twice",
    "This is not good",
    "The app keeps crashing since the update",
    "Everything was fine, but then the service got terrible",
    "thanks for nothing",
    "😡",
    "I don't love it",
    "it doesn’t work",
    "still waiting for an answer :(",
  ])("takes %j as negative", (text) => {
    expect(score(text)).toBeLessThan(-0.2);
  });

  it.each([
    ["very helpful", "helpful"],
    ["helpful!!!", "helpful"],
    ["this is GREAT stuff", "this is great stuff"],
    ["helpful", "slightly helpful"],
    ["helpful, friendly and great", "helpful"],
    ["sooooo good", "good"],
  ])("scores %j higher than %j", (stronger, weaker) => {
    expect(score(stronger)).toBeGreaterThan(score(weaker));
  });

  it("does not take a text all in capitals for shouting at single words", () => {
    expect(score("THE AGENT WAS HELPFUL")).toBe(score("the agent was helpful"));
  });

  it("stops a negation at punctuation", () => {
    expect(score("no, great")).toBeGreaterThan(0);
  });

  it("stays from −2 to 2 on any string, and takes no long time over a long one", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.constantFrom("awful ", "great! ", "not ", "😡"),
        (noise, word) => {
          for (const text of [noise, word.repeat(50) + noise]) {
            const value = lexiconSentiment.score(text) ?? 0;
            expect(Math.abs(value)).toBeLessThanOrEqual(2);
          }
        },
      ),
    );
    expect(score("worst ".repeat(20_000))).toBeCloseTo(-2, 1);
  });
});

describe("the lexicon", () => {
  it("gives every word one strength only", () => {
    const seen = new Map<string, number>();
    const repeated: string[] = [];
    for (const [strength, list] of [...WORDS, ...SYMBOLS]) {
      for (const word of list.trim().split(/\s+/)) {
        if (seen.has(word) && seen.get(word) !== strength) repeated.push(word);
        seen.set(word, strength);
      }
    }
    expect(repeated).toEqual([]);
    expect(seen.size).toBeGreaterThan(700);
  });

  it("holds its lists in lower case", () => {
    for (const list of [...WORDS.values(), ...DEGREES.values(), NEGATIONS, CONTRASTS]) {
      expect(list).toBe(list.toLowerCase());
    }
  });
});
