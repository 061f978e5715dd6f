// The form of an utterance for analysis: what differs only in dress comes out the same. The order of the steps is what
// makes it idempotent: nothing that a later step makes is something that an earlier one would change.
import { redactionTagPattern } from "../../core/redaction-tag.ts";
import { expandContractions } from "./contractions.ts";
import { decodeEntities, dropUndecoded, stripMarkup } from "./markup.ts";

/** White space other than single spaces: most texts hold none, and are not written anew. */
const WIDE_SPACE = /\s{2,}|[^\S ]/g;
const NON_ASCII = /[\u0080-\uFFFF]/;
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;
const CONTROL = /\p{Cc}/gu;
const SINGLE_QUOTES = /[‘’‚‛ʼ′`´]/g;
const DOUBLE_QUOTES = /[“”„‟«»″]/g;
const DASHES = /[‐‑‒–—―−]/g;
const ELONGATION = /(\p{L})\1{2,}/gu;
const REPEATED_SIGN = /([!?,;:~*_-])\1+/g;
const ELLIPSIS = /\.{2,}/g;

/**
 * Lower case, Unicode NFKC, plain quotes, no markup, contractions written out ("can't" to "cannot"), elongations cut to
 * two letters ("soooo" to "soo"), repeated signs to one, single spaces, redaction tags in lower case without pseudonyms ("[PERSON:k3x7q2]" to
 * "[person]"): still no words, so that nothing takes them for what somebody said.
 * Doing it twice changes nothing.
 */
export function normaliseText(text: string): string {
  let form = text;
  if (NON_ASCII.test(form)) form = plainUnicode(form);
  if (form.includes("&")) form = plainUnicode(decodeEntities(form));
  if (form.includes("[")) {
    form = form.replace(
      redactionTagPattern(),
      (tag, type: string, _: unknown, offset: number, whole: string) => {
        const before = isWordSign(whole.charAt(offset - 1)) ? " " : "";
        const after = isWordSign(whole.charAt(offset + tag.length)) ? " " : "";
        return `${before}[${type.toLowerCase()}]${after}`;
      },
    );
  }
  if (form.includes("&")) form = dropUndecoded(form);
  form = lowerCase(form.replace(CONTROL, " "));
  if (hasRepeat(form)) {
    form = form.replace(ELONGATION, shortenElongation).replace(REPEATED_SIGN, "$1").replace(ELLIPSIS, "...");
  }
  form = expandContractions(form);
  if (form.includes("<")) form = stripMarkup(form);
  return form.replace(WIDE_SPACE, " ").trim();
}

function plainUnicode(text: string): string {
  return text
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(DASHES, "-")
    .normalize("NFKC");
}

function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return NON_ASCII.test(lower) ? lower.normalize("NFKC") : lower;
}

/** Whether any sign stands twice or any letter three times in a row: cheaper than asking the patterns. */
function hasRepeat(text: string): boolean {
  for (let index = 1, last = -1, run = 1; index <= text.length; index += 1) {
    const code = text.charCodeAt(index - 1);
    run = code === last ? run + 1 : 1;
    if (run === 3 || (run === 2 && (code < 97 || code > 122)) || code > 0xd7ff) return true;
    last = code;
  }
  return false;
}

/** Keeps `www.` whole: it is an address, not a shout. */
function shortenElongation(run: string, letter: string, offset: number, whole: string): string {
  return run === "www" && whole.charAt(offset + 3) === "." ? run : letter + letter;
}

function isWordSign(sign: string): boolean {
  return /[\p{L}\p{N}[\])]/u.test(sign);
}
