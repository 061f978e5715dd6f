import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitWords } from "./bert-normalizer.ts";
import { createTokenizer } from "./word-piece-tokenizer.ts";

const file: unknown = JSON.parse(
  readFileSync(new URL("../../../models/encoder/tokenizer.json", import.meta.url), "utf8"),
);
const reference = JSON.parse(
  readFileSync(new URL("./fixtures/tokenizer-ids.json", import.meta.url), "utf8"),
) as { text: string; ids: number[] }[];
const tokenizer = createTokenizer(file, 512);

describe("createTokenizer", () => {
  it("gives the reference's ids on texts of all scripts", () => {
    expect(reference.length).toBe(400);
    for (const { text, ids } of reference)
      expect([...tokenizer.encode(text)], JSON.stringify(text)).toEqual(ids);
  });

  it("cuts long texts and still ends them", () => {
    const ids = createTokenizer(file, 8).encode("one two three four five six seven eight nine");
    expect(ids.length).toBe(8);
    expect([ids[0], ids[7]]).toEqual([101, 102]);
  });

  it("takes any string, lone surrogates too, and stays within the limit", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.string({ maxLength: 50 }),
        (noise, text) => {
          for (const given of [noise, `${text}\ud800${noise}`]) {
            const ids = tokenizer.encode(given);
            expect(ids[0]).toBe(101);
            expect(ids.at(-1)).toBe(102);
            expect(ids.length).toBeLessThanOrEqual(512);
            expect(ids.every((id) => id >= 0 && id < 30_522)).toBe(true);
          }
        },
      ),
    );
  });

  it("refuses the file of another kind of tokenizer", () => {
    expect(() => createTokenizer({ added_tokens: [], model: { type: "BPE" } }, 512)).toThrow();
  });
});

describe("splitWords", () => {
  it.each([
    ["Where's my Café?", ["where", "'", "s", "my", "cafe", "?"]],
    ["我要退款", ["我", "要", "退", "款"]],
    ["a\u200bb\u0000 c\u00a0d", ["ab", "c", "d"]],
    ["ΣΊΣΥΦΟΣ İ", ["σισυφοσ", "i"]],
    ["", []],
  ])("splits %j", (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });
});
