// A person's age as it is written out.
import { allMatches } from "../all-matches.ts";
import type { Candidate } from "../recogniser.ts";

const NUMBER = "(?:1[01]\\d|[1-9]\\d|[1-9])";
const PATTERNS = [
  new RegExp(
    `(?<![\\w.,$€£-])${NUMBER}(?=[ -](?:years?|yrs?|y)[ -](?:old|of age)\\b|[ -]?y[/.]?o\\b)`,
    "giu",
  ),
  new RegExp(
    `(?<=\\b(?:aged?|age is|age was|age of|turned|turning)[: ]{1,2})${NUMBER}(?![\\w%]|[.,:/-]\\d)`,
    "giu",
  ),
];

/** The number alone: "34" of "34 years old". */
export function findAges(text: string): Candidate[] {
  const found: Candidate[] = [];
  if (!/\d/.test(text)) return found;
  for (const pattern of PATTERNS)
    for (const match of allMatches(text, pattern))
      found.push({ start: match.index, end: match.index + match[0].length, type: "AGE", score: 0.85 });
  return found;
}
