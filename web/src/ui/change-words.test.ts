import { describe, expect, it } from "vitest";
import { changeWords, formatFineShare } from "./change-words.ts";

const plain = (text: string) => text.replaceAll("\u202f", " ").replaceAll("\u2212", "-");

describe("a change in words", () => {
  it("is a percentage of the base for counts", () => {
    expect(plain(changeWords(57, 41, "count"))).toBe("+39 %");
    expect(changeWords(5, 0, "count")).toBe("new");
    expect(changeWords(0, 0, "count")).toBe("no change");
  });

  it("is in points for shares", () => {
    expect(plain(changeWords(0.62, 0.664, "share"))).toBe("-4.4 points");
    expect(plain(changeWords(0.62, 0.6, "share"))).toBe("+2.0 points");
    expect(changeWords(0.62, 0.6201, "share")).toBe("±0 points");
    expect(plain(formatFineShare(0.664))).toBe("66.4 %");
  });
});
