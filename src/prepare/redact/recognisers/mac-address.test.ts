import { describe, expect, it } from "vitest";
import { markFound } from "../../../../test/support/mark-found.ts";
import { macAddress } from "./mac-address.ts";

const unmarked = (text: string): string => text.replace(/[«»]/g, "");

describe("hardware addresses", () => {
  it.each(["«00:1B:44:11:3A:B7»", "id «00-1b-44-11-3a-b7».", "«001b.4411.3ab7»"])("finds %s", (text) => {
    expect(markFound(macAddress, unmarked(text))).toBe(text);
  });

  it.each([
    "00:1b:44:11:3a",
    "10:20:30:40:50",
    "1234.5678.9012",
    "00:1b-44:11-3a:b7",
    "00:1b:44:11:3a:b7:99",
  ])("leaves %s", (text) => {
    expect(markFound(macAddress, text)).toBe(text);
  });
});
