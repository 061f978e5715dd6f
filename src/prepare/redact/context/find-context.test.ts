import { describe, expect, it } from "vitest";
import { findContext } from "./find-context.ts";

function found(text: string, ...entities: Parameters<typeof findContext>[1]): string[] {
  return findContext(text, entities).map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);
}

describe("context", () => {
  it.each([
    ["born on 12/05/1984 at noon", ["DATE 12/05/1984"]],
    ["since 2024-05-03T10:30:00Z", ["DATE 2024-05-03T10:30:00Z"]],
    ["on May 5th, 2020 at 10:30 pm.", ["DATE May 5th, 2020 at 10:30 pm"]],
    ["am 3. März 2021", ["DATE 3. März 2021"]],
    ["on Tuesday, in March 2019", ["DATE Tuesday", "DATE March 2019"]],
    ["since 1998", ["DATE 1998"]],
    ["you may 5 times", []],
    ["today or next week", []],
    ["version 1.2.3, 3/4 of it", []],
  ])("dates in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["I am 34 years old", ["AGE 34"]],
    ["a 7-year-old phone", ["AGE 7"]],
    ["aged 45, age: 46", ["AGE 45", "AGE 46"]],
    ["for 34 years", []],
  ])("ages in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["Mr. Smith and Frau \uFFFC", ["TITLE Mr.", "TITLE Frau"]],
    ["Dear sir or madam", []],
    ["mr robot", []],
  ])("titles in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["see www.example.com/help, please.", ["WEBSITE www.example.com/help"]],
    ["on shop.example.co.uk", ["WEBSITE shop.example.co.uk"]],
    ["e.g. this.that", []],
  ])("websites in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ["a Polish friend", ["GROUP Polish"]],
    ["in English please", []],
    ["nail polish", []],
  ])("peoples in %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it("takes places and companies from the tagger, cut at what is redacted", () => {
    const text = "Acme \uFFFC Berlin";
    expect(found(text, { start: 0, end: text.length, type: "ORGANISATION", score: 0.9 })).toEqual([
      "ORGANISATION Acme",
      "ORGANISATION Berlin",
    ]);
    expect(found("Ann", { start: 0, end: 3, type: "PERSON", score: 1 })).toEqual([]);
  });
});
