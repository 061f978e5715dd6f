import { describe, expect, it } from "vitest";
import { looksLikeHeader, sniffDialect } from "./sniff-dialect.ts";

describe("sniffDialect", () => {
  it.each([
    ["id,text\n1,hello; there\n2,a; b; c\n", ",", true],
    ["id\ttext\n1\thello, there\n", "\t", true],
    ["id;text\n1;1,5\n2;2,5\n", ";", true],
    ["id|text\n1|x\n", "|", true],
    ["1,2026-03-05,hello\n2,2026-03-06,there\n", ",", false],
  ])("finds the separator of %j", (text, delimiter, hasHeader) => {
    expect(sniffDialect(text, true)).toMatchObject({ delimiter, hasHeader, regularity: 1 });
  });

  it("sees no table in prose", () => {
    expect(sniffDialect("Dear all\nno table here\n", true)).toBeUndefined();
    expect(sniffDialect("", true)).toBeUndefined();
  });
});

it("does not take data for names", () => {
  expect(looksLikeHeader(["id", "sent at", "text"])).toBe(true);
  expect(looksLikeHeader(["id", "id"])).toBe(false);
  expect(looksLikeHeader(["c-1", "Where is my order? I want it."])).toBe(false);
  expect(looksLikeHeader(["", "", ""])).toBe(false);
});
