// Payment cards: 12 to 19 digits of an issuer's range that pass Luhn, or 13 to 19 after a word that says card: people mistype.
import { allMatches } from "../all-matches.ts";
import { passesLuhn } from "../checksums.ts";
import { isAnnouncedBy } from "../context-words.ts";
import type { Candidate, Recogniser } from "../recogniser.ts";
import { isInUuid } from "../uuid.ts";

const RUN = /(?<![\d.])\d(?:[ \u00A0.-]?\d){11,18}(?!\d)/g;
/** A letter before the digits makes it a part number, unless the letters are the word "card" or the like run into it. */
const GLUED = /[a-z_]$/i;

/** Issuer ranges and lengths, from the networks' public documents. */
const ISSUERS: readonly { readonly range: RegExp; readonly lengths: readonly number[] }[] = [
  { range: /^4/, lengths: [13, 16, 19] },
  { range: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { range: /^3[47]/, lengths: [15] },
  { range: /^(?:6011|64[4-9]|65)/, lengths: [16, 17, 18, 19] },
  { range: /^(?:30[0-5]|309|36|38|39)/, lengths: [14, 16] },
  { range: /^(?:352[89]|35[3-8]|2131|1800)/, lengths: [15, 16, 17, 18, 19] },
  { range: /^62/, lengths: [16, 17, 18, 19] },
  { range: /^(?:50|5[6-9]|6)/, lengths: [12, 13, 14, 15, 16, 17, 18, 19] },
  { range: /^220[0-4]/, lengths: [16] },
];

export const paymentCard: Recogniser = {
  name: "payment-card",
  applies: (profile) => profile.digits >= 12,
  find(text) {
    const found: Candidate[] = [];
    for (const match of allMatches(text, RUN)) {
      const digits = match[0].replace(/\D/g, "");
      if (GLUED.test(text.charAt(match.index - 1))) continue;
      const isSure = isCardNumber(digits);
      if (!isSure && !isAnnouncedCard(text, match.index, digits)) continue;
      if (isInUuid(text, match.index, match.index + match[0].length)) continue;
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        type: "CARD",
        score: isSure ? 0.95 : 0.6,
        canonical: digits,
      });
    }
    return found;
  },
};

const CARD_WORDS =
  /\b(?:(?:credit|debit|bank|payment)[ -]?cards?|cards?|visa|master ?card|amex|american express|kreditkarte|carte bancaire|tarjeta)\b/g;

function isAnnouncedCard(text: string, start: number, digits: string): boolean {
  return digits.length >= 13 && !/^(\d)\1+$/.test(digits) && isAnnouncedBy(text, start, CARD_WORDS);
}

function isCardNumber(digits: string): boolean {
  return (
    ISSUERS.some(({ range, lengths }) => lengths.includes(digits.length) && range.test(digits)) &&
    !/^(\d)\1+$/.test(digits) &&
    passesLuhn(digits)
  );
}
