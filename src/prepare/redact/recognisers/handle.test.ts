import { describe, expect, it } from "vitest";
import { markFound } from "../../../../test/support/mark-found.ts";
import { handle } from "./handle.ts";

const unmarked = (text: string): string => text.replace(/[«»]/g, "");

describe("handles", () => {
  it.each(["thanks «@ann_lee»!", "«@Bob.Ray» hi", "cc «@josé»", "(«@x1y»"])("finds %s", (text) => {
    expect(markFound(handle, unmarked(text))).toBe(text);
  });

  it.each(["a@b.com", "3 @ 5", "@5 each", "@ home", "@a", "x@@y"])("leaves %s", (text) => {
    expect(markFound(handle, text)).toBe(text);
  });
});
