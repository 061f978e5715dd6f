import { describe, expect, it } from "vitest";
import { markFound } from "../../../../test/support/mark-found.ts";
import { birthDate } from "./birth-date.ts";

const unmarked = (text: string): string => text.replace(/[«»]/g, "");

describe("dates of birth", () => {
  it.each([
    "dob «12/03/1985»",
    "DOB: «1985-03-12»",
    "I was born on «March 3rd, 1985» in Rome",
    "date of birth is «3 March 1985».",
    "my birthday is «12.3.85»",
    "geboren am «12.03.1985»",
    "née le «3 mars 1985»",
    "fecha de nacimiento: «3 de marzo de 1985»",
    "生日是«1985年3月12日»",
    "birthday «March 3»",
    "born «3 July 1954»",
    "Ann Lee, boorn «1993-10-09»",
    "Ann, born «25 December 1962».",
    "born «03121985»",
  ])("finds %s", (text) => {
    expect(markFound(birthDate, unmarked(text))).toBe(text);
  });

  it.each([
    "delivery on 12/03/2026",
    "order from March 3rd, 2026",
    "a birthday cake for 12 people",
    "born free, order 12/03/1985",
    "12.50 for a birthday card",
  ])("leaves %s", (text) => {
    expect(markFound(birthDate, text)).toBe(text);
  });

  it("takes a date as the answer to a question for it", () => {
    expect(markFound(birthDate, "12/03/1985", { previous: "And your date of birth?" })).toBe("«12/03/1985»");
    expect(markFound(birthDate, "12/03/1985", { previous: "When did you order?" })).toBe("12/03/1985");
  });
});
