import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentUtterances } from "./segment-utterances.ts";

const cut = (text: string): string[] =>
  segmentUtterances(text).map(({ start, end }) => text.slice(start, end));

describe("segmentUtterances", () => {
  const cases: readonly [string, string, readonly string[]][] = [
    [
      "keeps a message without punctuation whole",
      "hi i need help with my order",
      ["hi i need help with my order"],
    ],
    ["cuts at full stops before lower case", "ok. thanks. where is it", ["ok.", "thanks.", "where is it"]],
    ["keeps runs of signs together", "What?!! No way!!! ok", ["What?!!", "No way!!!", "ok"]],
    [
      "cuts where the space after a sign is missing",
      "hello.How are you?fine",
      ["hello.", "How are you?", "fine"],
    ],
    ["cuts at line breaks", "first line\nsecond line\r\n\r\nthird", ["first line", "second line", "third"]],
    ["keeps list numbers with their item", "1. open it\n2. close it", ["1. open it", "2. close it"]],
    ["keeps decimals, prices and times whole", "It is 3.50 at 10.30 now", ["It is 3.50 at 10.30 now"]],
    ["keeps versions whole", "I run v10.2.3 here. Help", ["I run v10.2.3 here.", "Help"]],
    [
      "keeps links whole",
      "see https://a.io/x?y=1.Z! It works. www.b.com/Q.A",
      ["see https://a.io/x?y=1.Z!", "It works.", "www.b.com/Q.A"],
    ],
    ["keeps e-mail addresses whole", "write to a.b@c.com. Thanks", ["write to a.b@c.com.", "Thanks"]],
    [
      "keeps abbreviations",
      "Mr. Smith, e.g. at 5 p.m. today. Ok",
      ["Mr. Smith, e.g. at 5 p.m. today.", "Ok"],
    ],
    ["keeps initials", "This is J. R. Smith. Hello", ["This is J. R. Smith.", "Hello"]],
    [
      "keeps numbers that follow an abbreviation",
      "order no. 55 is late. no. it is not",
      ["order no. 55 is late.", "no.", "it is not"],
    ],
    ["keeps a pause inside a sentence", "well... i think so... Yes", ["well... i think so...", "Yes"]],
    ["gives an emoji to what stands before it", "Great! 😀 thanks", ["Great! 😀", "thanks"]],
    [
      "cuts after an emoji that closes a sentence",
      "i love this so much 😍😍 where is my order",
      ["i love this so much 😍😍", "where is my order"],
    ],
    ["keeps an emoji used as a word", "i ❤️ you all", ["i ❤️ you all"]],
    ["cuts after an emoticon", "that is so nice :) where is it", ["that is so nice :)", "where is it"]],
    [
      "keeps redaction tags whole",
      "I am [PERSON:k3x7q2ab]. Mail [EMAIL]. Ok",
      ["I am [PERSON:k3x7q2ab].", "Mail [EMAIL].", "Ok"],
    ],
    ["takes closing quotes along", 'He said "no." Then left', ['He said "no."', "Then left"]],
    [
      "cuts Chinese and Japanese without spaces",
      "你好。我的订单呢？谢谢！",
      ["你好。", "我的订单呢？", "谢谢！"],
    ],
    ["cuts at an Arabic question mark", "أين طلبي؟ شكرا", ["أين طلبي؟", "شكرا"]],
    ["joins signs without words to their neighbour", "?? hello ...", ["?? hello ..."]],
    ["keeps a message of signs alone", "???", ["???"]],
    ["cuts before bullets", "I want • one • two", ["I want", "• one", "• two"]],
    ["finds nothing in white space", " \n\t ", []],
  ];
  it.each(cases)("%s", (_, text, expected) => {
    expect(cut(text)).toEqual(expected);
  });

  it("splits speech that never stops at spaces, and text without spaces anywhere but inside a character", () => {
    const speech = "so i went there and ".repeat(200);
    expect(cut(speech).every((span) => span.length <= 600)).toBe(true);
    expect(cut(speech).join(" ")).toBe(speech.trim());
    expect(cut("😀".repeat(1000)).join("")).toBe("😀".repeat(1000));
    expect(cut("😀".repeat(1000)).every((span) => span.isWellFormed())).toBe(true);
  });

  const pieces = fc.constantFrom(
    ".",
    "!",
    "?",
    "…",
    "\n",
    "\r\n",
    " ",
    "  ",
    "a",
    "Bc",
    "12",
    "3.5",
    "Mr.",
    "e.g.",
    "😀",
    "❤️",
    ":)",
    "http://a.b/c",
    "x@y.z",
    "[EMAIL]",
    "。",
    "• ",
    "(",
    '"',
    ";",
    "\u2028",
    "\uD83D",
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join("")),
  );

  it("cuts the same whatever a tag's pseudonym is, or without one", () => {
    const pseudonym = fc.stringMatching(/^[a-z2-7]{8}$/);
    const parts = fc.array(
      fc.oneof(pieces, fc.constantFrom("{A}", "{B}", "{A}", "www.", "=", ":", "o", "well ".repeat(150))),
      {
        maxLength: 30,
      },
    );
    const write = (template: string, a: string, b: string): string =>
      template.replaceAll("{A}", `[PERSON${a}]`).replaceAll("{B}", `[PHONE${b}]`);
    const bare = (text: string): string[] => cut(text).map((part) => part.replace(/:[a-z2-7]{8}\]/g, "]"));
    fc.assert(
      fc.property(parts, pseudonym, pseudonym, (template, a, b) => {
        const masked = cut(write(template.join(""), "", ""));
        expect(bare(write(template.join(""), `:${a}`, `:${b}`))).toEqual(masked);
        expect(bare(write(template.join(""), `:${b}`, `:${a}`))).toEqual(masked);
      }),
      { numRuns: 500 },
    );
  });

  it("covers every character that is not white space, in order, without overlap, trimmed", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const spans = segmentUtterances(text);
        let from = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(from, start).trim()).toBe("");
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          from = end;
        }
        expect(text.slice(from).trim()).toBe("");
      }),
      { numRuns: 2000 },
    );
  });
});
