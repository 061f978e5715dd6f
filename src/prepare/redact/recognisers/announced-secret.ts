// Secrets by their context: what people announce as a password, a code, a PIN, a key or a token.
import { allMatches } from "../all-matches.ts";
import { isRandomLooking } from "../random-looking.ts";
import type { Candidate, Recogniser } from "../recogniser.ts";

const LEAD =
  "(?:\\s{1,3}(?:is|was|are|=|:|ist|war|lautet|est|es|è|é))?(?:\\s{0,3}(?:now|still|currently))?\\s{0,3}[:=]?\\s{0,3}";
const PASSWORD = new RegExp(
  `\\b(?:pas{1,3}w(?:or?|ro)ds?|passwd|pwd|passphrase|passwort|kennwort|mot de passe|contraseña|wachtwoord|senha|hasło)\\b(${LEAD})("[^"\\n]{1,80}"|'[^'\\n]{1,80}'|\\S{3,80})`,
  "giu",
);
const CODE = new RegExp(
  `\\b(?:pin(?:[ -]?(?:code|number|no))?|passcode|otp|one[ -]time (?:code|password|pin)|verification code|security code|access code|auth(?:entication|orization)? code|confirmation pin|2fa code|tan|cvv2?|cvc2?|cid|geheimzahl)\\b(?:\\s{1,2}(?:i (?:got|received)|you sent(?: me)?|on the (?:back|card)))?${LEAD}(\\d(?:[ -]?\\d){2,7})(?![\\w.-]?\\d)`,
  "gi",
);
const TOKEN_WORD =
  /\b(?:api[ _-]?key|key|token|secret|bearer|authorization|credential|licen[cs]e key|session(?:[ _-]id)?|auth)\b["']?[\s:=]{1,4}(?:is\s{1,3}|basic\s{1,3}|bearer\s{1,3})?["']?([A-Za-z0-9_\-+/=.~]{16,4000})/gi;
const TRIGGER =
  /pass|pasw|pwd|pin|kennwort|mot de|contrase|wachtwoord|senha|has[lł]o|code|otp|tan|cvv|cvc|cid|key|token|secret|bearer|auth|credential|session|geheim/i;

export const announcedSecret: Recogniser = {
  name: "announced-secret",
  applies: () => true,
  find(text) {
    const found: Candidate[] = [];
    const add = (start: number, end: number, score: number): void => {
      found.push({ start, end, type: "SECRET", score, canonical: text.slice(start, end) });
    };
    if (!TRIGGER.test(text)) return found;
    for (const match of allMatches(text, PASSWORD)) addPassword(match, add);
    for (const match of allMatches(text, CODE)) {
      const end = match.index + match[0].length;
      add(end - (match[1]?.length ?? 0), end, 0.85);
    }
    for (const match of allMatches(text, TOKEN_WORD)) {
      const token = (match[1] ?? "").replace(/[.]+$/, "");
      const start = match.index + match[0].length - (match[1]?.length ?? 0);
      if (isRandomLooking(token)) add(start, start + token.length, 0.85);
    }
    return found;
  },
};

type Add = (start: number, end: number, score: number) => void;

/**
 * "password: x" and "password is 'x'" name a password whatever x is; "password is x" only if x is no plain word, because
 * "my password is wrong" is the more common sentence; "password x" only if x mixes letters, digits or signs.
 */
function addPassword(match: RegExpExecArray, add: Add): void {
  const lead = match[1] ?? "";
  const raw = match[2] ?? "";
  const isQuoted = /^(["']).*\1$/.test(raw);
  const value = isQuoted ? raw.slice(1, -1) : raw.replace(/[.,;:!?)\]]+$/, "");
  const start = match.index + match[0].length - raw.length + (isQuoted ? 1 : 0);
  const hasSign = /[:=]/.test(lead);
  const hasVerb = /\p{L}/u.test(lead);
  const isMixed = /\d/.test(value) && /[^\d]/.test(value);
  const isOdd =
    isMixed ||
    /\p{Ll}\p{Lu}/u.test(value) ||
    (/[^\p{L}\d]/u.test(value) && !/^[\p{L}]+['’-][\p{L}]+$/u.test(value) && /[\p{L}\d]/u.test(value));
  const isNumber = /^\d{3,}$/.test(value);
  if (value === "" || /^[\p{P}\p{S}]+$/u.test(value)) return;
  if (isQuoted ? hasSign || hasVerb : hasSign || ((hasVerb || isMixed) && (isOdd || isNumber)))
    add(start, start + value.length, 0.85);
}
