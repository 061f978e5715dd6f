import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseText } from "./normalise-text.ts";

describe("normaliseText", () => {
  const cases: readonly [string, string, string][] = [
    ["lowers the case and joins white space", "  Where IS\n\tmy  Order ", "where is my order"],
    [
      "writes contractions out",
      "I'm sure it's late, they can't won't didn't",
      "i am sure it is late, they cannot will not did not",
    ],
    [
      "reads curly apostrophes",
      "I’m here, we’ve paid, you’d know, they’ll",
      "i am here, we have paid, you would know, they will",
    ],
    [
      "reads contractions without apostrophe",
      "dont know whats wrong, im lost",
      "do not know what is wrong, i am lost",
    ],
    ["leaves possessives and names alone", "John's phone, o'clock, O'Neil", "john's phone, o'clock, o'neil"],
    ["shortens elongations to two letters", "soooo goooood, hiiii", "soo good, hii"],
    ["leaves digits and www alone", "10000 www.example.com", "10000 www.example.com"],
    ["keeps one of repeated signs", "what??!! nooo!!! ......", "what?! noo! ..."],
    ["folds Unicode forms", "Ｈｅｌｌｏ ﬁne ①", "hello fine 1"],
    ["drops invisible characters", "he\u200Bllo\u00AD wor\uFEFFld", "hello world"],
    [
      "decodes entities and takes tags out",
      "<p>Tom &amp; Ann&#39;s <b>bill</b> &lt;3&nbsp;&euro;5</p><br/>ok",
      "tom & ann's bill <3 €5 ok",
    ],
    ["decodes what was escaped twice once and for all", "&amp;amp;lt; a", "< a"],
    ["keeps angle brackets that are no markup", "a < b and x <y> z", "a < b and x <y> z"],
    [
      "keeps redaction tags apart from words, without their pseudonyms",
      "I am [PERSON:k3x7q2ab], [NATIONAL_ID][EMAIL]! my person",
      "i am [person], [national_id] [email]! my person",
    ],
    ["is empty for white space", " \n ", ""],
  ];
  it.each(cases)("%s", (_, text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  const pieces = fc.constantFrom(
    "&",
    "amp;",
    "&amp;",
    "&lt;",
    "#38;",
    "&#x26;",
    "&#97;",
    "<",
    ">",
    "b",
    "<b>",
    "</p >",
    "i",
    "'",
    "’",
    "m",
    "n't",
    "ca",
    "'s",
    "it",
    "dont",
    "'ve",
    "ooo",
    "www.",
    "!",
    "-",
    ".",
    "[EMAIL]",
    "[person]",
    "[PERSON:k3x7q2ab]",
    "[",
    "]",
    "EMAIL",
    "İ",
    "ß",
    "Σ",
    "ﬁ",
    "＆",
    "＜",
    "\u0301",
    "\u200B",
    " ",
    "\n",
    "\u00A0",
    "A",
    "K",
    "\uD800",
    "´",
    "`",
    "ʼ",
    "¨",
    "ͺ",
    "\u0345",
  );
  it("changes nothing when done twice", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.string({ unit: "grapheme" }),
          fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join("")),
        ),
        (text) => {
          const once = normaliseText(text);
          expect(normaliseText(once)).toBe(once);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("never leaves white space at the ends, twice in a row, or upper case of ASCII", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(normaliseText(text)).toMatch(/^$|^\S(?:[^A-Z]*\S)?$/s);
        expect(normaliseText(text)).not.toMatch(/\s{2}|[A-Z]/);
      }),
    );
  });
});
