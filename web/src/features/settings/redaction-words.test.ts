import { describe, expect, it } from "vitest";
import { CONTEXT_TYPES, REDACTION_TYPES } from "../../../../src/core/redaction-tag.ts";
import { readNames, TYPE_WORDS } from "./redaction-words.ts";

describe("own names in a box", () => {
  it("stand one a line or with commas, each once, without empty ones", () => {
    expect(readNames(" Lumora\nLumora Plus, Lumi ,\n\nLumora")).toEqual(["Lumora", "Lumora Plus", "Lumi"]);
    expect(readNames("  \n ")).toEqual([]);
  });
});

describe("types of personal data", () => {
  it("have each words of their own", () => {
    const words = [...REDACTION_TYPES, ...CONTEXT_TYPES].map((type) => TYPE_WORDS[type]);
    expect(new Set(words).size).toBe(words.length);
  });
});
