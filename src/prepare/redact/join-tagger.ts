// Rules and tagger together. What a rule found stays found, with its type; the tagger adds what no rule knows, and may say how
// far a name or an address reaches. So the joined result is never worse than that of the rules alone.

import type { RedactionType } from "../../core/redaction-tag.ts";
import type { TaggedEntity } from "../../nlp/tagger/tagged-entity.ts";
import { isAmbiguousName, isCommonWord } from "./common-words.ts";
import { isBusinessNumber } from "./context-words.ts";
import type { Candidate } from "./recogniser.ts";

/**
 * Below it the tagger's word alone is not enough. Without a capital it must be surer: on MASSIVE's dev and test parts, all in lower case,
 * 11 % of the right names and half of the wrong ones score less than that.
 */
const LEAST_LOWER_SCORE = 0.99;
const LEAST_SCORE: Readonly<Partial<Record<TaggedEntity["type"], number>>> = {
  PERSON: 0.6,
  ADDRESS: 0.6,
  PHONE: 0.7,
};
/** Never more than what a rule says, so that the rule's type wins. */
const MOST_SCORE = 0.45;

/** The rules' candidates and the tagger's, in any order. Offsets of the same text. */
export function joinTagger(
  text: string,
  rules: readonly Candidate[],
  entities: readonly TaggedEntity[],
): readonly Candidate[] {
  const added: Candidate[] = [];
  let kept = rules;
  for (const { start, end, type, score } of entities) {
    if (!isSureEnough(text.slice(start, end), type, score) || !isPlausible(text, start, end, type)) continue;
    const entity: Candidate = { start, end, type: type as RedactionType, score: Math.min(score, MOST_SCORE) };
    // A name that a rule saw inside of an address is a part of it: "Via Roma 3".
    const isOther = (rule: Candidate): boolean => rule.type !== type && overlaps(rule, entity);
    // Only where nothing else cuts the address: what a name gives up must be covered by it whole.
    const isPart = (rule: Candidate): boolean => rule.type === "PERSON" && contains(entity, rule);
    if (type === "ADDRESS" && kept.every((rule) => isPart(rule) || !isOther(rule)))
      kept = kept.filter((rule) => !isPart(rule));
    const others = kept.filter(isOther);
    added.push(...without(text, entity, others));
  }
  return [...kept, ...added];
}

function isSureEnough(value: string, type: TaggedEntity["type"], score: number): boolean {
  const least = LEAST_SCORE[type];
  return (
    least !== undefined &&
    score >= (type === "PERSON" && !/\p{Lu}|\p{Lo}/u.test(value) ? LEAST_LOWER_SCORE : least)
  );
}

/** What no model may say: a name of one letter, a telephone number of four digits or of a business's books. */
function isPlausible(text: string, start: number, end: number, type: TaggedEntity["type"]): boolean {
  const value = text.slice(start, end);
  if (type === "PERSON") return isNameLike(text, start, value);
  if (type === "ADDRESS") return /\d/.test(value) || STREET.test(value);
  if (type !== "PHONE") return true;
  const digits = value.replace(/\D/g, "").length;
  const isCode = /[\p{L}\d][-_/.]?$/u.test(text.slice(Math.max(0, start - 2), start));
  return PHONE_FORM.test(value) && digits >= 7 && digits <= 18 && !isCode && !isBusinessNumber(text, start);
}

const PHONE_FORM = /^[+(]?\d[\d\s().+/–-]*(?:,?\s?(?:x|ext\.?|extension)\s?\d+)?$/iu;
/** A street without a number is an address only where it says that it is one. */
const STREET =
  /\b(?:street|road|avenue|lane|drive|boulevard|court|square|rue|calle|avenida|via|piazza|rua|ulica)\b|(?:stra(?:ß|ss)e|straat|gatan|gasse|utca)\b/iu;
/** What stands in lower case between the words of a name. */
const PARTICLE =
  /^(?:d[aeiou]s?|del|della|van|von|der|den|ter|ten|zu|bin|ibn|bint|al|el|la|le|lo|los|las|y|e|and|of|af|av|'?t|s)$/u;

/**
 * Two letters, capitals on every word but particles or on none, and at least one word that is no everyday word, or that has a capital
 * where a sentence does not begin.
 */
function isNameLike(text: string, start: number, value: string): boolean {
  if (!/\p{L}.*\p{L}|[\p{Script=Han}\p{Script=Hangul}]/u.test(value)) return false;
  const words = value.split(/[^\p{L}\p{M}'’-]+/u).filter((word) => word !== "");
  const hasCapital = (word: string): boolean => /^[\p{Lu}\p{Lo}]/u.test(word);
  if (words.some(hasCapital) && !words.every((word) => hasCapital(word) || PARTICLE.test(word.toLowerCase())))
    return false;
  if (words.some((word) => !isCommonWord(word.toLowerCase()))) return true;
  const isBegin = /(?:^|[.!?\n]\s*)$/.test(text.slice(Math.max(0, start - 3), start));
  return !isBegin && words.some((word) => /^\p{Lu}\p{Ll}/u.test(word) && isAmbiguousName(word.toLowerCase()));
}

function contains(outer: Candidate, inner: Candidate): boolean {
  return (
    outer.start <= inner.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start
  );
}

function overlaps(a: Candidate, b: Candidate): boolean {
  return a.start < b.end && b.start < a.end;
}

/** What is left of an entity where rules found something else in it. */
function without(text: string, entity: Candidate, others: readonly Candidate[]): Candidate[] {
  if (others.length === 0) return [entity];
  const parts: Candidate[] = [];
  let from = entity.start;
  for (const { start, end } of [...others].sort((a, b) => a.start - b.start)) {
    if (start > from) parts.push({ ...entity, start: from, end: start });
    from = Math.max(from, end);
  }
  if (from < entity.end) parts.push({ ...entity, start: from });
  return parts.map((part) => trim(text, part)).filter((part) => part.end > part.start);
}

const EDGE = /[\s,;:.()<>"'-]/;

function trim(text: string, part: Candidate): Candidate {
  let { start, end } = part;
  while (start < end && EDGE.test(text.charAt(start))) start += 1;
  while (end > start && EDGE.test(text.charAt(end - 1))) end -= 1;
  return { ...part, start, end };
}
