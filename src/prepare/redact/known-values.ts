// Values found once, or given with the conversation, looked for again in every message of it: names word by word, numbers
// by their digits however they are grouped, everything else as a whole token. One pass over a text whatever their number.

import type { RedactionType } from "../../core/redaction-tag.ts";
import type { KnownValue } from "../preparer.ts";
import { allMatches } from "./all-matches.ts";
import { isCommonWord } from "./common-words.ts";
import type { Candidate } from "./recogniser.ts";

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const NUMBER = /\+?\d(?:[ \u00A0().\-/]{0,3}\d){4,30}/g;
const TOKEN = /[^\s"'“”‘’<>()[\]{},;!?，。！？；（）]+/g;
const UNSPACED_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const IN_WORD = /[\p{L}\p{N}]/u;
const SHORTEST_NUMBER = 5;
const SHORTEST_TOKEN = 4;
/** Up to so many are looked up in the text rather than the text's words in them: faster in the usual conversation. */
const FEW = 12;
const SHORTEST_NAME = 2;
/** Names in scripts without spaces are searched one by one; beyond this many a conversation is no conversation. */
const MOST_UNSPACED = 64;
const MOST_PHRASES = 64;
const TITLE = /^(?:mr|mrs|ms|mx|miss|dr|prof|sir|madam|herr|frau|the|van|von|de|der|da|di|la|le|del|bin|al)$/;

export class KnownValues {
  readonly #values = new Map<string, KnownValue>();
  /** Word of a name, in lower case, to the longest name it belongs to; undefined when it belongs to two. */
  readonly #names = new Map<string, string | undefined>();
  readonly #numbers = new Map<string, KnownValue>();
  readonly #tokens = new Map<string, KnownValue>();
  readonly #unspaced: string[] = [];
  /** Values of several words ("3 July 1954"), in lower case. */
  readonly #phrases = new Map<string, KnownValue>();

  /** Grows whenever something new is known. */
  get size(): number {
    return this.#values.size;
  }

  get values(): readonly KnownValue[] {
    return [...this.#values.values()];
  }

  add(value: KnownValue): void {
    const text = value.value.trim();
    const id = `${value.type}:${text.toLowerCase()}`;
    if (text === "" || text.length > 200 || this.#values.has(id)) return;
    if (value.type === "PERSON" && this.#isNameKnown(text)) return;
    this.#values.set(id, { type: value.type, value: text });
    if (value.type === "PERSON") {
      this.#addName(text);
      return;
    }
    const digits = text.replace(/\D/g, "");
    const isNumber = digits.length >= SHORTEST_NUMBER && /^[+\d\s().\-/\u00A0]+$/.test(text);
    if (isNumber) {
      this.#numbers.set(digits, value);
      // "+1 555 123 4567" is said "555 123 4567" by whoever lives there.
      if (value.type === "PHONE" && digits.length > 10) this.#numbers.set(digits.slice(-10), value);
      if (value.type === "PHONE" && text.startsWith("+")) this.#numbers.set(`0${digits.slice(2)}`, value);
    } else if (/\s/.test(text)) {
      if (this.#phrases.size < MOST_PHRASES) this.#phrases.set(text.toLowerCase(), value);
    } else if (text.length >= SHORTEST_TOKEN) {
      this.#tokens.set(tokenForm(text), value);
      if (value.type === "HANDLE") this.#tokens.set(`@${tokenForm(text)}`, value);
    }
  }

  find(text: string): Candidate[] {
    const found: Candidate[] = [];
    const lower = text.toLowerCase();
    if (mayHold(lower, this.#names)) this.#findNames(text, found);
    if (this.#numbers.size > 0) this.#findNumbers(text, found);
    if (mayHold(lower, this.#tokens)) this.#findTokens(text, found);
    if (mayHold(lower, this.#phrases)) this.#findPhrases(text, lower, found);
    for (const name of this.#unspaced) {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
        found.push({ start: at, end: at + name.length, type: "PERSON", score: 0.8 });
    }
    return found;
  }

  /** The full name, in lower case, that a name found alone stands for: "Ann" is "ann lee" if the conversation knows her. */
  fullName(name: string): string {
    const lower = name.toLowerCase();
    return this.#names.get(lower) ?? lower;
  }

  #isNameKnown(name: string): boolean {
    const words = [...name.toLowerCase().matchAll(WORD)];
    return words.length === 1 && this.#names.has(words[0]?.[0] ?? "");
  }

  #addName(name: string): void {
    if (UNSPACED_SCRIPT.test(name)) {
      if (this.#unspaced.length < MOST_UNSPACED && name.length >= SHORTEST_NAME) this.#unspaced.push(name);
      return;
    }
    const full = name.toLowerCase();
    for (const [word] of full.matchAll(WORD)) {
      if (word.length < SHORTEST_NAME || TITLE.test(word)) continue;
      const other = this.#names.get(word);
      if (!this.#names.has(word) || other === word || other === full) this.#names.set(word, full);
      else if (full !== word) this.#names.set(word, undefined);
    }
  }

  #findNames(text: string, found: Candidate[]): void {
    let last: { end: number; firm: boolean; start: number } | undefined;
    for (const match of allMatches(text, WORD)) {
      const word = match[0].replace(/['’]s$/, "");
      const lower = word.toLowerCase();
      if (!this.#names.has(lower)) continue;
      const end = match.index + word.length;
      const isFirm = word !== lower || !isCommonWord(lower);
      if (
        last !== undefined &&
        (last.firm || isFirm) &&
        /^[ \u00A0.-]{1,2}$/.test(text.slice(last.end, match.index))
      ) {
        if (last.firm) found.pop();
        last = { start: last.start, end, firm: true };
        found.push({ start: last.start, end, type: "PERSON", score: 0.8 });
        continue;
      }
      last = { start: match.index, end, firm: isFirm };
      if (isFirm) found.push({ start: match.index, end, type: "PERSON", score: 0.8 });
    }
  }

  #findNumbers(text: string, found: Candidate[]): void {
    for (const match of allMatches(text, NUMBER)) {
      const known = this.#numbers.get(match[0].replace(/\D/g, ""));
      if (known !== undefined) found.push(knownCandidate(match.index, match[0], known));
    }
  }

  #findPhrases(text: string, lower: string, found: Candidate[]): void {
    // A few letters change their length with their case; offsets would be wrong then.
    if (lower.length !== text.length) return;
    for (const [phrase, known] of this.#phrases) {
      for (let at = lower.indexOf(phrase); at >= 0; at = lower.indexOf(phrase, at + phrase.length)) {
        const end = at + phrase.length;
        if (!IN_WORD.test(lower.charAt(at - 1)) && !IN_WORD.test(lower.charAt(end)))
          found.push(knownCandidate(at, text.slice(at, end), known));
      }
    }
  }

  #findTokens(text: string, found: Candidate[]): void {
    for (const match of allMatches(text, TOKEN)) {
      const token = match[0].replace(/[.:]+$/, "");
      const known = token.length < SHORTEST_TOKEN ? undefined : this.#tokens.get(tokenForm(token));
      if (known !== undefined) found.push(knownCandidate(match.index, token, known));
    }
  }
}

/** False only if none of the keys stands anywhere in the text (in lower case). */
function mayHold(lower: string, keys: ReadonlyMap<string, unknown>): boolean {
  if (keys.size === 0 || keys.size > FEW) return keys.size > 0;
  for (const key of keys.keys()) if (lower.includes(key)) return true;
  return false;
}

function knownCandidate(start: number, text: string, known: KnownValue): Candidate {
  return {
    start,
    end: start + text.length,
    type: known.type satisfies RedactionType,
    score: 0.85,
    canonical: known.value,
  };
}

function tokenForm(text: string): string {
  return text.toLowerCase().replace(/[.:]+$/, "");
}
