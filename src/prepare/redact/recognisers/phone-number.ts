// Telephone numbers. The form or the words around must speak for it: a bare run of digits is far more often an order, and
// only `+`, a country's own grouping, or a word such as "call" before it makes it a phone number. libphonenumber judges.

import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { allMatches } from "../all-matches.ts";
import { isAnnouncedBy, isBusinessNumber, textBefore } from "../context-words.ts";
import { type Candidate, REDACTED_CHAR, type Recogniser, type RecogniserContext } from "../recogniser.ts";
import { isInUuid } from "../uuid.ts";

const RUN =
  /(?<![\p{L}\p{N}_$€£¥%=&/.:,-])(?:\+\s?|\()?\d[\d()]{0,14}(?:(?:[ \u00A0]?[-.–/][ \u00A0]?|[ \u00A0]|[ \u00A0]?(?=\()|(?<=\))[ \u00A0]?)\(?\d[\d()]{0,11}){0,7}/gu;
const EXTENSION = /[ ,]{0,2}(?:ext\.?|extension|x|#)[ .:]{0,2}\d{1,6}\b/iy;
const BAD_AFTER = /^(?:[\p{L}_%€£$]|[.,:/-]\d)/u;
const LEADING_DATE =
  /^(?:(?:19|20)\d\d[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|[12]\d|3[01])[-./](?:19|20)?\d\d|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)(?!\d)/;
const PHONE_WORDS =
  /(?:\b(?:phone|telephone|tel|call|calls|called|calling|cell|cellphone|mobile|mob|whatsapp|sms|texts?|fax|landline|dial|ring|contact|reach|hotline|handy|telefon\w*|rufnummer|mobil\w*|anrufen|t[ée]l[ée]phone|portable|appel\w*|tel[ée]fono|m[óo]vil|celular|ll[áa]m\w*|cellulare|chiam\w*|telefoon\w*|bel|telem[óo]vel|telefone)\b|☎|📞)/g;
const PHONE_QUESTION =
  /\b(?:phone|telephone|mobile|cell|contact|callback|telefon\w*|t[ée]l[ée]phone|tel[ée]fono|celular|cellulare|telefoon\w*|telefone)\b/i;
/** What makes of a sentence with such a word a question: "my phone is dead" is none. */
const ASKING =
  /\?|\b(?:your|please|enter|provide|ihre?|deine?|bitte|votre|ton|su|tu|sua|seu|tua|uw|jouw|je)\b/i;
/** A number of which no more is said. "The order number is" says more. */
const BARE_NUMBER_LEAD =
  /(?:^|[.,;!?] ?|\b(?:my|the|and|this|new|old|current|best|other|another|whose|on|at|to) )(?:number|nr\.?|nummer|num[ée]ro|número|numero)(?: (?:is|was|ist|lautet|est|es|is nu|é|è))?:? ?$|\b(?:reach|text|me) (?:me )?(?:at|on) $|\bcode to (?:my )?$/;
const OTHER_QUESTION =
  /\b(?:(?:order|ticket|tracking|invoice|booking|serial|reference|customer|account|case)[ -](?:number|no\b|id|code)|which (?:order|ticket|invoice|booking)|\w*nummer|numéro de (?:commande|suivi)|número de pedido)/i;
/** A trunk prefix and nine or ten more digits: how Europe and Australia write a number at home. */
const TRUNK_NUMBER = /^0[1-9]\d{8,9}$/;

export const phoneNumber: Recogniser = {
  name: "phone-number",
  applies: (profile) => profile.digits >= 7,
  find(text, context) {
    const found: Candidate[] = [];
    for (const match of allMatches(text, RUN)) {
      const candidate = longestNumber(text, match.index, match[0], context);
      if (candidate !== undefined) found.push(candidate);
    }
    return found;
  },
};

/** Tries the whole run, then without its last group, and so on: "555-123-4567 12" holds a number and something else. */
function longestNumber(
  text: string,
  start: number,
  run: string,
  context: RecogniserContext,
): Candidate | undefined {
  for (let value = run; value !== ""; value = value.replace(/(?:^|[^\d]+)[\d()]*$/, "")) {
    const end = start + value.length;
    if (BAD_AFTER.test(text.slice(end, end + 2))) continue;
    const judged = judge(text, start, value, context);
    if (judged === undefined || isInUuid(text, start, end)) continue;
    EXTENSION.lastIndex = end;
    const extension = EXTENSION.exec(text)?.[0].length ?? 0;
    return { start, end: end + extension, type: "PHONE", ...judged };
  }
  return undefined;
}

type Verdict = { readonly score: number; readonly canonical: string };

function judge(text: string, start: number, value: string, context: RecogniserContext): Verdict | undefined {
  const digits = value.replace(/\D/g, "");
  if (digits.length < 7 || digits.length > 15 || /^(\d)\1*$/.test(digits)) return undefined;
  if (LEADING_DATE.test(value) || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(value)) return undefined;
  if (/^(?:\+|00[1-9])/.test(value)) {
    const parsed = parsePhoneNumberFromString(value.replace(/^00/, "+"));
    if (parsed?.isValid() === true) return { score: 0.95, canonical: parsed.number };
    if (value.startsWith("+") && parsed?.isPossible() === true)
      return { score: 0.75, canonical: parsed.number };
  }
  const isAnnounced = isAnnouncedBy(text, start, PHONE_WORDS);
  if (!isAnnounced && isBusinessNumber(text, start)) return undefined;
  const { region } = context;
  const hasSeparator = /\d\D+\d/.test(value);
  const hasTrunkPrefix = /^\(?0[1-9]/.test(value) && digits.length >= 10 && digits.length <= 12;
  const isAskedFor = isAnnounced || asksForNumber(context.previous);
  // Looking a number up costs more than all else here; a bare run of digits, as orders have, is not worth it.
  if (!isAskedFor && !hasSeparator && !hasTrunkPrefix && !TRUNK_NUMBER.test(value)) return undefined;
  const canonical = inRegion(value, region) ?? digits;
  if (isAskedFor) return { score: 0.85, canonical };
  if (hasPhoneGrouping(value)) return { score: 0.75, canonical };
  if (hasTrunkPrefix && (canonical !== digits || /\D/.test(value))) return { score: 0.6, canonical };
  if (TRUNK_NUMBER.test(value) && standsForItself(text, start, start + value.length, context.previous))
    return { score: 0.6, canonical };
  return region !== undefined && canonical !== digits && hasSeparator ? { score: 0.6, canonical } : undefined;
}

/** Whether the message before asks for a phone number. What stands before a redaction there was said, not asked. */
function asksForNumber(previous: string): boolean {
  const rest = previous.slice(previous.lastIndexOf(REDACTED_CHAR) + 1);
  return PHONE_QUESTION.test(rest) && ASKING.test(rest);
}

/** Whether a bare number is a line of a signature, or the number of which only "my number is" is said. */
function standsForItself(text: string, start: number, end: number, previous: string): boolean {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", end);
  const line = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd).trim();
  if (line.length === end - start) return lineStart > 0 || (lineEnd >= 0 && !OTHER_QUESTION.test(previous));
  return BARE_NUMBER_LEAD.test(textBefore(text, start)) && !OTHER_QUESTION.test(previous);
}

/**
 * North American 3-3-4 with real area and exchange codes, French pairs, or three and more groups of nine to thirteen digits
 * in all, set apart by hyphens, full stops or brackets, or by spaces when there are at most eleven.
 */
function hasPhoneGrouping(value: string): boolean {
  const groups = value.split(/\D+/).filter((group) => group !== "");
  const length = groups.join("").length;
  const isGrouped =
    groups.length >= 3 &&
    groups.every((group) => group.length <= 5) &&
    groups.filter((group) => group.length === 1).length <= 1 &&
    length >= 9 &&
    length <= (/[-.()]/.test(value) ? 13 : 11) &&
    !/^(?:19|20)\d\d\D/.test(value);
  return (
    isGrouped ||
    /^(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .–-])[2-9]\d\d[ .–-]?\d{4}$/.test(value) ||
    /^0[1-9](?:[ .-]\d\d){4}$/.test(value)
  );
}

/** The number in E.164 if it is valid in the region. */
function inRegion(value: string, region: string | undefined): string | undefined {
  if (region === undefined || !isSupportedCountry(region)) return undefined;
  const parsed = parsePhoneNumberFromString(value, region as CountryCode);
  return parsed?.isValid() === true ? parsed.number : undefined;
}
