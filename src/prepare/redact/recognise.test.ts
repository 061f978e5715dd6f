import { describe, expect, it } from "vitest";
import { createRecognise } from "./recognise.ts";
import type { Recogniser, RecogniserContext } from "./recogniser.ts";

/** Finds the whole text where `isPersonal` says so, and counts how often it was asked. */
function counting(isPersonal: (context: RecogniserContext) => boolean) {
  const asked = { times: 0 };
  const recogniser: Recogniser = {
    name: "counting",
    applies: () => true,
    find(text, context) {
      asked.times += 1;
      return isPersonal(context) ? [{ start: 0, end: text.length, type: "PERSON", score: 1 }] : [];
    },
  };
  return { recognise: createRecognise([recogniser]), asked };
}

describe("createRecognise", () => {
  it("reads a text that comes again only once", () => {
    const { recognise, asked } = counting(() => true);
    expect(recognise("Thanks!", "a", "US")).toEqual(recognise("Thanks!", "b", undefined));
    expect(asked.times).toBe(1);
  });

  it("reads it again where a recogniser looked at the message before and that differs", () => {
    const { recognise, asked } = counting((context) => context.previous === "Your name?");
    expect(recognise("ann", "Your name?", undefined)).toHaveLength(1);
    expect(recognise("ann", "Your order?", undefined)).toHaveLength(0);
    expect(recognise("ann", "Your order?", "DE")).toHaveLength(0);
    expect(recognise("ann", "Your name?", undefined)).toHaveLength(1);
    expect(asked.times).toBe(3);
  });

  it("reads it again where a recogniser looked at the region and that differs", () => {
    const { recognise } = counting((context) => context.region === undefined);
    expect(recognise("030 123456", "", "DE")).toHaveLength(0);
    expect(recognise("030 123456", "", undefined)).toHaveLength(1);
    expect(recognise("030 123456", "other", "DE")).toHaveLength(0);
  });
});
