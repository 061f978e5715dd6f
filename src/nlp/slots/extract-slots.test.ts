import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractSlots } from "./extract-slots.ts";
import type { Money, SlotType } from "./slot.ts";

const AT = new Date("2026-03-05T19:30:00Z");
const OPTIONS = { at: AT, timeZone: "America/New_York" };

type Case = { readonly locale: string; readonly text: string; readonly expected: string };

function readCases(name: string): Case[] {
  return readFileSync(new URL(`./fixtures/${name}.tsv`, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .map((line) => {
      const [locale = "", text = "", expected = ""] = line.split("\t");
      return { locale, text, expected };
    });
}

function valuesOf(type: SlotType, { text, locale }: Pick<Case, "text" | "locale">): string {
  const values = extractSlots(text, { ...OPTIONS, locale })
    .filter((slot) => slot.type === type)
    .map(({ value }) => {
      if (typeof value === "string") return value;
      const { amount, currency } = value as Money;
      return `${amount} ${currency}`;
    });
  return values.join("; ") || "-";
}

const find = (text: string, options = {}) => extractSlots(text, { ...OPTIONS, ...options });

describe("dates and amounts", () => {
  const dates = readCases("dates").map((one) => ({ ...one, found: valuesOf("DATE", one) }));
  const amounts = readCases("amounts").map((one) => ({ ...one, found: valuesOf("AMOUNT", one) }));

  it("gives at least 97 of 100 hand-made cases the right value", () => {
    const wrong = [...dates, ...amounts].filter(({ expected, found }) => expected !== found);
    const count = dates.length + amounts.length;
    expect(count).toBeGreaterThanOrEqual(500);
    expect(1 - wrong.length / count).toBeGreaterThanOrEqual(0.97);
  });
});

describe("extractSlots", () => {
  it("names the other reading of a date in digits", () => {
    expect(find("on 03/04/2026")).toMatchObject([
      { type: "DATE", value: "2026-03-04", alternatives: ["2026-04-03"] },
    ]);
  });

  it("names the other half of the day when neither am nor pm is said", () => {
    expect(find("tomorrow at 3")).toMatchObject([{ alternatives: ["2026-03-06T03:00-05:00"] }]);
  });

  it("finds only dates that name their year when it isn't known when the text was said", () => {
    expect(extractSlots("I came tomorrow").map(({ text }) => text)).toEqual([]);
    expect(extractSlots("I came on 3 March 2026")).toMatchObject([{ value: "2026-03-03" }]);
  });

  it.each([
    ["it takes 2 weeks", "P2W"],
    ["within 3-5 business days", "P3D/P5D"],
    ["an hour and a half", "PT1H30M"],
    ["half an hour", "PT30M"],
    ["for 2h 30m", "PT2H30M"],
    ["90 minutes", "PT90M"],
    ["two and a half years", "P2Y6M"],
    ["a fortnight", "P2W"],
  ])("gives the length of %j", (text, value) => {
    expect(find(text)).toMatchObject([{ type: "DURATION", value }]);
  });

  it("takes a date for a date, not for a duration", () => {
    expect(find("in 2 weeks").map(({ type }) => type)).toEqual(["DATE"]);
  });

  it("leaves redaction tags alone", () => {
    expect(find("[PERSON:a2b3c4] paid $5 on [DATE]").map(({ text }) => text)).toEqual(["$5"]);
  });

  it("gives spans of the text, in order and without overlaps, whatever the text", () => {
    const pieces = fc.constantFrom(
      "$",
      "20",
      " ",
      "may",
      "3/4",
      "tomorrow",
      "at",
      "5pm",
      "€",
      "k",
      "-",
      "ı",
      "😀",
      "2 weeks",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(pieces).map((all) => all.join(" ")),
        ),
        (text) => {
          let last = 0;
          for (const { start, end, text: own, score } of find(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(start, end)).toBe(own);
            expect(score).toBeGreaterThan(0);
            last = end;
          }
        },
      ),
    );
  });
});
