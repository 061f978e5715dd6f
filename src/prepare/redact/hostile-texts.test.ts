import { describe, expect, it } from "vitest";
import { normaliseText } from "../normalise/normalise-text.ts";
import { segmentUtterances } from "../segment/segment-utterances.ts";
import { createRedactor } from "./redactor.ts";

/** What makes a pattern with a nested or overlapping repeat take quadratic time or worse, repeated. */
const UNITS = [
  "a",
  "A",
  "1",
  "@",
  " ",
  "\n",
  ".",
  "-",
  "a@",
  "a.",
  "1 ",
  "1-",
  "Aa ",
  "1a",
  "<a",
  "<",
  "&",
  "&amp;",
  "my name is A ",
  "Hi Bob, ",
  "http://",
  "www.a",
  "00:",
  "12 Main St ",
  "12 Aa ",
  "1 rue de la ",
  "calle a ",
  "password is ",
  "token=",
  "eyJa.",
  "-----BEGIN PRIVATE KEY-----",
  "(555) ",
  "+1 ",
  "4111",
  "é",
  "王",
  "我叫",
  "😀",
  "n't",
  "[EMAIL",
  "[EMAIL]",
  "Mr. ",
  "regards,\n",
  "-- ",
  "John de ",
  "123-45-6789 ",
  "a at b dot ",
  "\uD800",
  "?!",
  ":)",
  "my address is 1a ",
  "CA 90210 ",
  "x@y.com ",
];
const LENGTH = 1_000_000;

describe("a text of a million signs made to be slow", () => {
  const redactor = createRedactor({ key: "k", region: "US" });
  // Quadratic time would be hours here; the suite's time limit is the test.
  it.each(["1-", "a@", "Aa ", "&", "-----BEGIN PRIVATE KEY-----", "<a"])("made of %j is redacted", (unit) => {
    const text = unit.repeat(LENGTH / unit.length);
    expect(redactor.redactText(text).text.length).toBeGreaterThan(0);
    expect(segmentUtterances(text).length).toBeGreaterThan(0);
    expect(typeof normaliseText(text)).toBe("string");
  });

  it("is prepared whatever it is made of", () => {
    for (const unit of UNITS) {
      const text = unit.repeat(Math.ceil(60_000 / unit.length));
      expect(redactor.redactText(text).text.length).toBeGreaterThan(0);
      segmentUtterances(text);
      normaliseText(text);
    }
  });
});
