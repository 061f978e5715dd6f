// Dates of birth: a date, written in any usual way, that words before it call a birth date.
import { allMatches } from "../all-matches.ts";
import { isAnnouncedBy } from "../context-words.ts";
import type { Candidate, Recogniser } from "../recogniser.ts";

const MONTH =
  "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)(?![a-zäéû])";
const DATE = new RegExp(
  [
    "(?<![\\w])\\d{4}[-./年]\\s?\\d{1,2}[-./月]\\s?\\d{1,2}日?(?!\\d)",
    "(?<![\\w])\\d{1,2}\\s?[-./]\\s?\\d{1,2}\\s?[-./]\\s?(?:\\d{4}|\\d{2})(?!\\d)",
    `(?<![\\w])\\d{1,2}(?:st|nd|rd|th|\\.|er|º)?[ -](?:of |de )?${MONTH}\\.?,?(?:[ -](?:of |de )?(?:\\d{4}|\\d{2})\\b)?`,
    `\\b${MONTH}\\.?[ -]\\d{1,2}(?:st|nd|rd|th)?(?:,? {1,2}\\d{4}\\b)?`,
    "(?<![\\w])(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\\d\\d(?!\\w)",
    "(?<![\\w])(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\w)",
  ].join("|"),
  "gi",
);
const BIRTH_WORDS =
  /(?:\b(?:b(?:o{1,3}r{1,2}|ro)n|d\.?o\.?b\.?|date of birth|birth ?date|birthday|birth|geboren|geburtsdatum|geb\.?|né|née|date de naissance|naissance|nacid[oa]|nací|fecha de nacimiento|nacimiento|nat[oa] il|data di nascita|nascita|geboortedatum|nasc\w*|urodz\w*|född)(?![\p{L}])|生日|出生|誕生日|生年月日)/gu;
const TRIGGER = /birth|b(?:o+r+|ro)n|d\.?o\.?b|geb|naiss|naci|nací|nasc|nato|nata|\bné|urodz|född|生/i;

export const birthDate: Recogniser = {
  name: "birth-date",
  applies: (profile) => profile.digits >= 1,
  find(text, context) {
    const found: Candidate[] = [];
    const isAsked =
      text.length <= 80 && TRIGGER.test(context.previous) && context.previous.search(BIRTH_WORDS) >= 0;
    if (!isAsked && !TRIGGER.test(text)) return found;
    for (const match of allMatches(text, DATE)) {
      if (!isAsked && !isAnnouncedBy(text, match.index, BIRTH_WORDS)) continue;
      found.push({ start: match.index, end: match.index + match[0].length, type: "BIRTH_DATE", score: 0.85 });
    }
    return found;
  },
};
