// Bank accounts: IBAN by its country's length and mod 97; other account numbers only where the words before say so.
import { allMatches } from "../all-matches.ts";
import { passesIbanCheck } from "../checksums.ts";
import { isAnnouncedBy } from "../context-words.ts";
import type { Candidate, Recogniser } from "../recogniser.ts";
import { isInUuid } from "../uuid.ts";

/** Length of an IBAN by country (ISO 13616 registry). */
const IBAN_LENGTH: Readonly<Record<string, number>> = Object.fromEntries(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24
  FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21
  LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22
  RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const IBAN_START = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?=[ -]?[A-Za-z0-9])/g;
const ACCOUNT_NUMBER = /(?<![\w.])\d(?:[ -]?\d){5,16}(?![\w])/g;
const ACCOUNT_WORDS =
  /\b(?:bank account|checking account|savings account|routing|sort[ -]?code|iban|bank details|kontonummer|bankleitzahl|blz|compte bancaire|cuenta bancaria|conto corrente|rekeningnummer)\b/g;

export const bankAccount: Recogniser = {
  name: "bank-account",
  applies: (profile) => profile.digits >= 6,
  find(text) {
    const found: Candidate[] = [];
    for (const match of allMatches(text, IBAN_START)) {
      const candidate = ibanAt(text, match.index, match[0].slice(0, 2).toUpperCase());
      if (candidate !== undefined) found.push(candidate);
    }
    for (const match of allMatches(text, ACCOUNT_NUMBER)) {
      if (!isAnnouncedBy(text, match.index, ACCOUNT_WORDS)) continue;
      if (isInUuid(text, match.index, match.index + match[0].length)) continue;
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        type: "IBAN",
        score: 0.75,
        canonical: match[0].replace(/\D/g, ""),
      });
    }
    return found;
  },
};

function ibanAt(text: string, start: number, country: string): Candidate | undefined {
  const length = IBAN_LENGTH[country];
  if (length === undefined) return undefined;
  let iban = "";
  let end = start;
  while (iban.length < length) {
    const sign = text.charAt(end);
    if (/[A-Za-z0-9]/.test(sign)) iban += sign.toUpperCase();
    else if (!/[ \u00A0-]/.test(sign) || /[ \u00A0-]/.test(text.charAt(end - 1))) return undefined;
    end += 1;
  }
  const groups = text.slice(start, end).split(/[ \u00A0-]/);
  // People write an IBAN in one piece or in fours; anything else that passes is a sentence with a house number in it.
  if (!groups.slice(0, -1).every((group) => group.length === 4)) return undefined;
  if (/[A-Za-z0-9]/.test(text.charAt(end)) || !passesIbanCheck(iban) || isInUuid(text, start, end))
    return undefined;
  return { start, end, type: "IBAN", score: 0.99, canonical: iban };
}
