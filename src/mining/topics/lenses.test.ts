import { describe, expect, it } from "vitest";
import { DEFAULT_LENS, findLens, LENSES, type Lens } from "../../core/lens.ts";
import { type LensUtterance, lensAccepts } from "./lenses.ts";

const lens = (id: string): Lens => findLens(id) ?? DEFAULT_LENS;
const says = (text: string, more: Partial<LensUtterance> = {}): LensUtterance => ({
  role: "customer",
  text,
  ...more,
});

describe("lenses without labels", () => {
  it.each([
    ["reasons", "I want to change my delivery address", true],
    ["reasons", "thanks a lot", false],
    ["problems", "my lamp stopped working yesterday", true],
    ["problems", "where is my parcel", false],
    ["wishes", "it would be great if the app had a dark mode", true],
    ["wishes", "my lamp is broken", false],
  ])("%s: “%s” is %s", (id, text, expected) => {
    expect(lensAccepts(lens(id), says(text))).toBe(expected);
  });

  it("takes what agents and bots say, but not their greetings", () => {
    const agent = { role: "agent" as const };
    expect(lensAccepts(lens("staff"), says("I have refunded the order for you", agent))).toBe(true);
    expect(lensAccepts(lens("staff"), says("Hello, how nice of you to write", agent))).toBe(false);
    expect(lensAccepts(lens("staff"), says("I have refunded the order for you"))).toBe(false);
  });
});

describe("lenses with labels", () => {
  it("believes the labels rather than the words", () => {
    expect(lensAccepts(lens("reasons"), says("thanks a lot", { bearsIntent: true }))).toBe(true);
    expect(lensAccepts(lens("wishes"), says("I wish", { act: "inform" }))).toBe(false);
    expect(lensAccepts(lens("wishes"), says("a quieter fan", { act: "wish" }))).toBe(true);
    expect(lensAccepts(lens("problems"), says("where is my parcel", { sentiment: -1.4 }))).toBe(true);
  });

  it("counts a question as unanswered only where that is known", () => {
    const question = says("where is my parcel now?");
    expect(lensAccepts(lens("unanswered"), question)).toBe(false);
    expect(lensAccepts(lens("unanswered"), { ...question, isAnswered: false })).toBe(true);
    expect(lensAccepts(lens("unanswered"), { ...question, isAnswered: true })).toBe(false);
  });

  it("lets a person make one", () => {
    const happy: Lens = {
      id: "praise",
      name: "Praise",
      summary: "What people like",
      roles: ["customer"],
      any: [{ sentimentAtLeast: 1 }],
    };
    expect(lensAccepts(happy, says("love it", { sentiment: 1.8 }))).toBe(true);
    expect(lensAccepts(happy, says("love it"))).toBe(false);
  });

  it("has ids that differ", () => {
    expect(new Set(LENSES.map(({ id }) => id)).size).toBe(LENSES.length);
  });
});
