import { describe, expect, it } from "vitest";
import { extractSlots } from "./extract-slots.ts";
import { readDigits, readNumber, readWords } from "./number-words.ts";

const quantities = (text: string) =>
  extractSlots(text, { at: new Date("2026-03-05T12:00:00Z") })
    .filter(({ type }) => type === "QUANTITY")
    .map(({ value }) => value);

describe("quantities", () => {
  it.each([
    ["3 tickets", 3, "tickets"],
    ["a 5 kg bag", 5, "kg"],
    ["128GB phone", 128, "gb"],
    ["a dozen eggs", 12, "eggs"],
    ["for four people", 4, "people"],
    ["twenty five chairs", 25, "chairs"],
    ["only 2.5 litres left", 2.5, "litres"],
  ])("gives the number and the unit of %j", (text, amount, unit) => {
    expect(quantities(text)).toEqual([{ amount, unit }]);
  });

  it.each(["20 dollars", "3 weeks", "two times", "4 is fine", "at 5 as usual"])(
    "finds none in %j",
    (text) => {
      expect(quantities(text)).toEqual([]);
    },
  );
});

describe("numbers", () => {
  it.each([
    ["1,200", true, 1200],
    ["1.200", true, 1200],
    ["1.200", false, 1.2],
    ["1.200,50", true, 1200.5],
    ["1,200.50", true, 1200.5],
    ["1'250", true, 1250],
    ["0.999", true, 0.999],
    ["12,5", true, 12.5],
  ])("reads %j", (text, grouped, number) => {
    expect(readDigits(text, grouped)).toBe(number);
  });

  it.each([
    ["five hundred and twenty", 520],
    ["two thousand three hundred and four", 2304],
    ["a hundred", 100],
    ["ninety-nine", 99],
    ["one million two hundred thousand", 1_200_000],
  ])("reads %j", (text, number) => {
    expect(readWords(text)).toBe(number);
  });

  it("knows what is no number", () => {
    expect(readNumber("several", true)).toBeUndefined();
    expect(readNumber("2.5k", true)).toBe(2500);
  });
});
