import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLabelLine } from "./read-line.ts";

describe("a line to label", () => {
  it("needs only a text", () => {
    expect(readLabelLine({ id: 1, text: "hi" })).toEqual({
      record: { id: 1, text: "hi" },
      text: "hi",
      isCustomer: true,
      conversation: undefined,
      time: undefined,
    });
  });

  it("takes its place in a conversation, with role and time", () => {
    const line = { id: "a", conversation: 7, role: "agent", text: "hi", time: "2026-03-05T10:00:00Z" };
    expect(readLabelLine(line)).toMatchObject({
      isCustomer: false,
      conversation: "7",
      time: new Date("2026-03-05T10:00:00Z"),
    });
  });

  it.each([
    [{ id: 1 }, "has no text in the field `text`"],
    [{ text: 5 }, "has no text in the field `text`"],
    [{ text: "x", role: "robot" }, "has a role other than customer, bot, agent, system"],
    [{ text: "x", time: "soon" }, "has a time that cannot be read (use ISO 8601)"],
    [{ text: "x", time: {} }, "has a time that is neither text nor number"],
  ])("says what is wrong with %j", (source, problem) => {
    expect(readLabelLine(source)).toBe(problem);
  });

  it("never throws, and never repeats the text in what it says", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (source) => {
        const read = readLabelLine(source);
        if (typeof read === "string") expect(read.length).toBeLessThan(60);
      }),
    );
  });
});
