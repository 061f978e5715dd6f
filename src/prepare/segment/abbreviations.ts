// Words whose full stop does not end a sentence.

const ALWAYS =
  "mr mrs ms mx dr prof st sr jr rev hon capt lt col gen sgt messrs mme mlle sra srta hr fr dhr mevr vs approx ca cf e.g i.e eg ie z.b d.h u.a bzw ggf evtl inkl zzgl bspw p.ej ej núm nr no num tel fig ref dept ext vol pp ed est max min incl excl av avda art";
/** Unless a capital follows: then the sentence has ended here. */
const BEFORE_LOWER =
  "etc usw inc ltd co corp gmbh plc a.m p.m am pm jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ave rd blvd apt hrs hr min mins sec secs lbs oz ft";

const always = new Set(ALWAYS.split(" "));
const beforeLower = new Set(BEFORE_LOWER.split(" "));

/** Whether a full stop after `word` (without it, any case) stays inside the sentence that goes on with `next`. */
export function isAbbreviation(word: string, next: string): boolean {
  const lower = word.toLowerCase();
  if (/^\p{Lu}$/u.test(word) && word !== "I") return /^\p{Lu}/u.test(next);
  if (/^(?:no|nr|num|núm|fig|ref|art|vol|pp|ext|tel|min|max|est|ed|st|hr|fr|sr|av)$/.test(lower))
    return (
      /^[\p{Lu}\d+(]/u.test(next) &&
      (/\d/.test(next.charAt(0)) || /^(?:st|sr|fr|hr|ref|av|tel|ext)$/.test(lower))
    );
  return always.has(lower) || (beforeLower.has(lower) && /^[\p{Ll}\d]/u.test(next));
}
