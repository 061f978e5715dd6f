// Calendar dates and times of day as they are written out: a day with its month, a month with its year, a day of the week, a year
// after "in" or "since", a clock time. "Today" and "next week" are no such thing: they need the time at which they were said.
import { allMatches } from "../all-matches.ts";
import type { Candidate } from "../recogniser.ts";

const MONTH =
  "(?:jan(?:uary?|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|m[aä]rz|apr(?:il)?|may|mai|jun[ei]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?|janvier|f[ée]vrier|mars|avril|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)(?![\\p{L}])\\.?";
const WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,? )?";
const CLOCK =
  "\\d{1,2}:[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?(?: ?[ap](?:m\\b|\\.m\\.))?(?:Z|[+-]\\d\\d:?\\d\\d)?";
const TIME = `(?:(?:,? (?:at )?|T)${CLOCK})?`;
const YEAR = "(?:1[89]|20)\\d\\d";
const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const EDGE = "(?<![\\p{L}\\d./:-])";
const END = "(?![\\p{L}\\d]|[./-]\\d)";

const DATES = new RegExp(
  [
    `${EDGE}${YEAR}[-./](?:0?[1-9]|1[0-2])[-./]${DAY}(?=\\D|$)${TIME}${END}`,
    `${EDGE}${WEEKDAY}${DAY}[-./]${DAY}[-./](?:${YEAR}|\\d\\d)${TIME}${END}`,
    `${EDGE}${WEEKDAY}(?:the )?${DAY}(?:st|nd|rd|th|er|º|\\.)?[ -](?:of |de )?${MONTH}(?:,?[ -](?:de |of )?${YEAR})?${TIME}${END}`,
    `${EDGE}${WEEKDAY}${MONTH}[ -](?:the )?${DAY}(?:st|nd|rd|th)?(?:,? ${YEAR})?${TIME}${END}`,
    `${EDGE}${MONTH},? ${YEAR}${END}`,
    `${EDGE}${DAY}[-]${MONTH}[-](?:${YEAR}|\\d\\d)${TIME}${END}`,
  ].join("|"),
  "giu",
);
const WEEKDAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
/** What is a date by itself, in whatever words it stands. */
const LOOSE = new RegExp(
  [
    `${EDGE}${WEEKDAYS}(?:s|,? (?:the )?${DAY}(?:st|nd|rd|th))?(?![\\p{L}\\d])`,
    `(?<=\\b(?:in|since|until|till|by|from|of|year|during|before|after|circa|early|late|mid|summer|winter|spring|fall|autumn)[ -])${YEAR}(?:s|-${YEAR})?${END}`,
    `(?<=\\b(?:in|since|until|till|by|last|next|this|early|late|mid|every|during|of|before|after)[ -])(?:january|february|april|june|july|august|september|october|november|december)(?![\\p{L}])`,
    `${EDGE}(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?(?: ?[ap](?:m\\b|\\.m\\.))?${END}`,
    `${EDGE}(?:1[0-2]|[1-9]) ?[ap]\\.?m(?:\\.|\\b)(?![\\p{L}\\d])`,
    `${EDGE}(?:0[1-9]|1[0-2])/(?:\\d\\d|${YEAR})${END}`,
  ].join("|"),
  "giu",
);
/** "May 5" is a date; "you may 5 times" is none. */
const VERB_MAY = /(?:\b(?:you|i|we|they|it|he|she|that|this) )$/i;

/** Dates, with the clock time that stands behind them. */
export function findDates(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const match of allMatches(text, LOOSE))
    found.push({ start: match.index, end: match.index + match[0].length, type: "DATE", score: 0.6 });
  if (!/\d/.test(text)) return found;
  for (const match of allMatches(text, DATES)) {
    if (/^may\b/i.test(match[0]) && VERB_MAY.test(text.slice(Math.max(0, match.index - 8), match.index)))
      continue;
    const end = match.index + match[0].replace(/[.,\s]+$/, "").length;
    found.push({ start: match.index, end, type: "DATE", score: 0.9 });
  }
  return found;
}
