// E-mail addresses, also as people say and hide them: "john dot smith at gmail dot com", "john (at) gmail.com".
import { allMatches } from "../all-matches.ts";
import type { Candidate, Recogniser } from "../recogniser.ts";

const LOCAL_CHAR = /[A-Za-z0-9._%+'\-\u00C0-\u058F]/;
const LOCAL_LIMIT = 64;
const DOMAIN =
  /[A-Za-z0-9\u00C0-\u058F](?:[A-Za-z0-9\-\u00C0-\u058F]{0,62})(?:\.[A-Za-z0-9\-\u00C0-\u058F]{1,63}){0,8}/y;
const TOP_LEVEL = "com|org|net|edu|gov|info|biz|io|co|me|de|fr|es|it|nl|uk|eu|us|ca|au|in|br|pl|se|ch|at|be";
const PROVIDER =
  /\s@\s?(?:gmail|hotmail|yahoo|outlook|icloud|live|aol|gmx|web|protonmail|proton|mail)\.[a-z]{2,3}\b/gi;
const SPOKEN_DOMAIN = new RegExp(
  `(?: at |\\s?[([{]at[)\\]}]\\s?)[a-z0-9-]{2,40}(?: dot |\\s?[([{]dot[)\\]}]\\s?|\\.)(?:co(?: dot |\\.)uk|${TOP_LEVEL})\\b`,
  "gi",
);
const SPOKEN_LOCAL =
  /(?:[a-z0-9._+-]{1,40}(?: dot | underscore | dash | hyphen |\s?\(dot\)\s?)){0,4}[a-z0-9._+-]{1,40}$/i;

/** A plain " at " counts only with a spoken dot. */
const SPOKEN_HINT = / dot |dot[)\]}]|at[)\]}]/i;

export const emailAddress: Recogniser = {
  name: "email-address",
  applies: () => true,
  find(text) {
    const found: Candidate[] = [];
    for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
      const candidate = aroundSign(text, at);
      if (candidate !== undefined) found.push(candidate);
    }
    if (found.length === 0 && text.includes(" @")) {
      for (const match of allMatches(text, PROVIDER)) addWithLocal(text, match, found);
    }
    if (SPOKEN_HINT.test(text)) {
      for (const match of allMatches(text, SPOKEN_DOMAIN)) addWithLocal(text, match, found);
    }
    return found;
  },
};

function aroundSign(text: string, at: number): Candidate | undefined {
  let start = at;
  while (start > 0 && at - start < LOCAL_LIMIT && LOCAL_CHAR.test(text.charAt(start - 1))) start -= 1;
  while (start < at && /[.'\-%]/.test(text.charAt(start))) start += 1;
  if (start === at) return undefined;
  DOMAIN.lastIndex = at + 1;
  const domain = DOMAIN.exec(text)?.[0].replace(/[-.]+$/, "");
  if (domain === undefined) return undefined;
  const end = at + 1 + domain.length;
  if (/\.[a-z\u00C0-\u058F][a-z0-9\-\u00C0-\u058F]+$/i.test(domain))
    return { start, end, type: "EMAIL", score: 0.98 };
  const hasLetters = /[a-z]{2}/i.test(text.slice(start, at)) && /^[a-z]{2}/i.test(domain);
  return hasLetters ? { start, end, type: "EMAIL", score: 0.6 } : undefined;
}

function addWithLocal(text: string, domain: RegExpExecArray, found: Candidate[]): void {
  const from = Math.max(0, domain.index - 200);
  const local = SPOKEN_LOCAL.exec(text.slice(from, domain.index));
  if (local === null) return;
  // "look at booking.com": a plain " at " with a written dot is a place, not an address.
  if (/^ at /i.test(domain[0]) && !/ dot |\(dot\)|\[dot\]/i.test(domain[0])) return;
  found.push({ start: from + local.index, end: domain.index + domain[0].length, type: "EMAIL", score: 0.8 });
}
