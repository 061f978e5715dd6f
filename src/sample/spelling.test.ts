import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Segment } from "./grammar.ts";
import { createRandom } from "./random.ts";
import { closeSentence, createStyle, misspell, type Style } from "./spelling.ts";

const careful: Style = {
  lower: false,
  shout: false,
  stops: true,
  apostrophes: true,
  slips: 0,
  stretched: false,
  emoji: false,
  shortcuts: false,
  fillers: false,
  polite: true,
  terse: false,
};
const write = (text: string, style: Style) =>
  closeSentence(misspell([{ text }], style, createRandom(1)), style)
    .map((segment) => segment.text)
    .join("");

describe("misspell and closeSentence", () => {
  it.each([
    ["my lamp is broken", careful, "My lamp is broken."],
    ["can you help", careful, "Can you help?"],
    ["is it late ? why", careful, "Is it late? Why?"],
    ["quick question,", careful, "Quick question,"],
    ["I can't pay  now ", careful, "I can't pay now."],
    ["I can't pay", { ...careful, lower: true, stops: false, apostrophes: false }, "i cant pay"],
    ["no way", { ...careful, shout: true }, "NO WAY."],
  ])("writes %j as %#", (text, style, expected) => {
    expect(write(text, style)).toBe(expected);
  });

  it("never touches a marked segment, whatever the habits", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }),
        fc.nat(),
        fc.constantFrom("sms", "web", "email", "voice" as const),
        (value, seed, channel) => {
          const marked: Segment = { text: value, mark: { kind: "personal", type: "EMAIL" } };
          const style = createStyle(createRandom(seed), channel);
          const written = closeSentence(
            misspell([{ text: "please write to " }, marked, { text: " today" }], style, createRandom(seed)),
            style,
          );
          expect(written).toContainEqual(marked);
        },
      ),
    );
  });

  it("keeps e-mails and calls free of chat habits", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      for (const channel of ["email", "voice"] as const) {
        const style = createStyle(createRandom(seed), channel);
        expect([style.lower, style.shout, style.emoji, style.stops]).toEqual([false, false, false, true]);
      }
    }
  });
});
