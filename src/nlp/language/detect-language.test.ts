import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectLanguage } from "./detect-language.ts";

const readTexts = (name: string) =>
  readFileSync(new URL(`./fixtures/${name}.tsv`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t") as [string, string]);
const shortTexts = readTexts("short-texts");

describe("detectLanguage", () => {
  it("tells at least 97 of 100 short customer texts in 17 languages and gets at most 1 wrong", () => {
    const told = shortTexts.map(([language, text]) => ({ language, found: detectLanguage(text).language }));
    const right = told.filter(({ language, found }) => language === found).length;
    const wrong = told.filter(({ language, found }) => found !== "und" && language !== found).length;
    expect(right / told.length).toBeGreaterThanOrEqual(0.97);
    expect(wrong / told.length).toBeLessThanOrEqual(0.01);
  });

  it("tells at least 95 of 100 phrases that chats are full of, in 28 languages", () => {
    const phrases = readTexts("chat-texts");
    const right = phrases.filter(([language, text]) => detectLanguage(text).language === language).length;
    expect(new Set(phrases.map(([language]) => language)).size).toBeGreaterThanOrEqual(28);
    expect(right / phrases.length).toBeGreaterThanOrEqual(0.95);
  });

  it.each([
    ["I paid for the order yesterday. Aber ich habe immer noch nichts bekommen.", "de", "en"],
    ["where is my order? 我的订单在哪里", "en", "zh"],
  ])("says which second language is in %j", (text, language, mixedWith) => {
    expect(detectLanguage(text)).toMatchObject({ language, mixedWith });
  });

  it("does not take names of places for a second language", () => {
    expect(
      detectLanguage("I flew from Frankfurt am Main to Rio de Janeiro, and my bag is lost").mixedWith,
    ).toBeUndefined();
  });

  it("tells a language by its script alone", () => {
    const texts = ["いいえ", "네네", "不用", "όχι", "לא", "ไม่"];
    expect(texts.map((text) => detectLanguage(text).language)).toEqual(["ja", "ko", "zh", "el", "he", "th"]);
  });

  it.each([
    "",
    "ok",
    "Maria Rossi",
    "12345",
    "👍👍",
    "https://example.com/une/page/francaise",
    "a@b.de",
    "[PERSON:k3x7q2]",
  ])("does not guess from %j", (text) => {
    expect(detectLanguage(text)).toEqual({ language: "und", score: 0 });
  });

  it("leaves redaction tags out of account", () => {
    expect(detectLanguage("[PERSON] [EMAIL] ich habe mein Paket nicht bekommen [ADDRESS]").language).toBe(
      "de",
    );
  });

  it("scores from 0 to 1 and takes any string", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const { language, score } = detectLanguage(text);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(language).toMatch(/^([a-z]{2}|und)$/);
      }),
    );
  });
});
