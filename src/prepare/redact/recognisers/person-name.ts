// Names that the words around them announce: "my name is", greetings, signatures, titles, "… speaking". A name that
// nothing announces is not found by rules; a trained recogniser finds it behind the same port.
import { allMatches } from "../all-matches.ts";
import { isAmbiguousName, isCommonWord } from "../common-words.ts";
import {
  ACCOUNT_LEAD,
  ANSWER_LEAD,
  BEFORE_BIRTH,
  BEFORE_REDACTED,
  CLOSING_ITSELF,
  CLOSING_LEAD,
  GREETING_LEAD,
  HINTS,
  LIKELY_LEAD,
  LINE_START,
  SURE_HINT,
  SURE_LEAD,
  TITLE_LEAD,
} from "../name-leads.ts";
import { type ParsedName, parseName } from "../parse-name.ts";
import type { Candidate, Recogniser } from "../recogniser.ts";

const TRAILING =
  /(?<![\p{L}\p{N}_])\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30}){0,2},? (?:here|speaking|calling|am Apparat|à l'appareil|al habla)\b/gu;
const AFTER_THIS_IS = /^(?:[.,!?;)\n]|$| (?:from|here|speaking|calling|with|at|and i|your|again)\b)/i;
const AFTER_IT_IS = /^ (?:here|speaking|calling|again|from the)\b/i;
const AFTER_I_AM =
  /^(?:[.,!?;)\n(]|$| (?:from|here|with|and|at|your|the|calling|speaking|writing|i|,|-|–|how)\b)/i;
const AFTER_GREETING =
  /^(?:[.,!?:;)\n–—-]|$| ?[-–—]|\s?[\p{So}\p{Emoji_Presentation}]| (?:how|i|this|thank|thanks|for|and|my|can|please|we|your|it|the|what|is|are|do|did|have)\b)/iu;
const NAME_QUESTION =
  /\b(?:(?:your|the|their) (?:(?:full|first|last|sur|family|given) ?)?names?|who am i (?:speaking|talking|chatting)|(?:wie|ihr|dein) name|votre nom|su nombre|tu nombre|seu nome|suo nome|uw naam)\b/i;
const WHOLE_NAME = /^\s{0,3}(?:(?:yes|sure|ok|okay|it['’]?s|it is|hi|hello)[,.! ]{1,3}){0,2}/i;

/** Patterns that match a full name by what follows it. */
const BEFORE = [
  [BEFORE_BIRTH, /\d|\uFFFC/, 0.75],
  [BEFORE_REDACTED, /, \uFFFC/, 0.6],
] as const;
const SIGNATURES = [
  [CLOSING_LEAD, HINTS.closing],
  [LINE_START, HINTS.line],
] as const;

const NON_ASCII = /[\u0080-\uFFFF]/;
const CAPITALISED = /[A-Z][A-Za-z'-]*/y;

/** Scripts without capitals: the lead and the name in one, group 1 is the name. */
const UNCASED = [
  /(?:我叫|我的名字是|我是|本人)([\p{Script=Han}]{2,4})(?![\p{Script=Han}])/gu,
  /(?:私の名前は|名前は|わたしは|私は)([\p{Script=Han}\p{Script=Katakana}ー・ ]{2,12}?)(?:です|と申します|といいます)/gu,
  /(?<![\p{L}])([\p{Script=Han}\p{Script=Katakana}ー]{2,8})(?:と申します|様)/gu,
  /(?:제 이름은|저는)\s?([\p{Script=Hangul}]{2,4}?)(?:입니다|이에요|예요|라고)/gu,
  /(?:меня зовут|мое имя|моё имя)\s{1,2}(\p{Lu}[\p{L}-]{1,30}(?: \p{Lu}[\p{L}-]{1,30}){0,2})/giu,
  /(?:اسمي|إسمي)\s{1,2}([\p{Script=Arabic}]{2,20}(?: [\p{Script=Arabic}]{2,20})?)/gu,
  /(?:मेरा नाम)\s{1,2}([\p{Script=Devanagari}]{2,20}(?: (?!है)[\p{Script=Devanagari}]{2,20})?)(?=\s{1,2}है|[।.]|$)/gu,
  /(?:שמי|קוראים לי)\s{1,2}([\p{Script=Hebrew}]{2,20}(?: [\p{Script=Hebrew}]{2,20})?)/gu,
];

export const personName: Recogniser = {
  name: "person-name",
  applies: (profile) => profile.longestToken > 0 || profile.hasNonAscii,
  find(text, context) {
    const found: Candidate[] = [];
    const add = (start: number, name: ParsedName | undefined, score: number): void => {
      if (name !== undefined) found.push({ start, end: name.end, type: "PERSON", score });
    };
    const isAscii = !NON_ASCII.test(text);
    if (SURE_HINT.test(text)) {
      for (const start of ends(text, SURE_LEAD)) add(start, nameAfterTitle(text, start, true), 0.9);
    }
    if (!isAscii || hasNameLikeWord(text)) addCapitalised(text, add);
    if (!isAscii) addUncased(text, found);
    if (text.length <= 60) {
      const start = WHOLE_NAME.exec(text)?.[0].length ?? 0;
      const name = parseName(text, start, true);
      const isWhole = name !== undefined && /^[\s.,!]*$/.test(text.slice(name.end));
      if (isWhole && NAME_QUESTION.test(context.previous)) add(start, name, 0.8);
    }
    return found;
  },
};

/** Whether an ASCII text holds a capitalised word that could be a name: most messages hold none, and are done. */
function hasNameLikeWord(text: string): boolean {
  let isInWord = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 65 && code <= 90 && !isInWord) {
      CAPITALISED.lastIndex = index;
      const lower = (CAPITALISED.exec(text)?.[0] ?? "").toLowerCase();
      if (lower.length > 1 && (!isCommonWord(lower) || isAmbiguousName(lower))) return true;
    }
    isInWord = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  }
  return false;
}

type Add = (start: number, name: ParsedName | undefined, score: number) => void;

function addCapitalised(text: string, add: Add): void {
  // Where everything is in capitals a capital says nothing.
  const isShouted = isMostlyCapitals(text);
  for (const start of ends(text, TITLE_LEAD)) {
    const name = parseName(text, start, false);
    if (name !== undefined) add(start, name, 0.85);
  }
  for (const match of allMatches(text, LIKELY_LEAD)) {
    const start = match.index + match[0].length;
    const name = nameAfterTitle(text, start, false);
    if (name === undefined) continue;
    const after = text.slice(name.end, name.end + 12);
    const lead = match[0].toLowerCase();
    const isSelf = /^(?:i\b|it|im|this)/.test(lead);
    const following = lead.startsWith("this")
      ? AFTER_THIS_IS
      : lead.startsWith("it")
        ? AFTER_IT_IS
        : AFTER_I_AM;
    const fits =
      (!isSelf || following.test(after)) &&
      !(isShouted && isInCapitals(text, start, name) && !/^ (?:here|speaking|calling|from)\b/i.test(after));
    if (fits) add(start, name, isSelf ? 0.7 : 0.65);
  }
  for (const start of ends(text, GREETING_LEAD)) {
    const name = nameAfterTitle(text, start, false);
    if (name === undefined) continue;
    const following = isShouted && isInCapitals(text, start, name) ? /^(?:[.,!?:;)\n]|$)/ : AFTER_GREETING;
    if (following.test(text.slice(name.end, name.end + 10))) add(start, name, 0.75);
  }
  for (const start of ends(text, ANSWER_LEAD)) {
    const name = nameAfterTitle(text, start, false);
    if (name === undefined || (isShouted && isInCapitals(text, start, name))) continue;
    if (name.words.length <= 2 && /^(?:[.,!?]|$)/.test(text.charAt(name.end))) {
      add(start, name, 0.65);
    }
  }
  for (const [pattern, hint] of SIGNATURES) {
    if (!hint.test(text)) continue;
    for (const start of ends(text, pattern)) {
      const name = nameAfterTitle(text, start, false);
      if (
        name !== undefined &&
        /^[ .!]{0,3}(?:\r?\n|$)/.test(text.slice(name.end, name.end + 5)) &&
        !CLOSING_ITSELF.test(text.slice(start, name.end))
      )
        add(start, name, 0.8);
    }
  }
  for (const start of HINTS.account.test(text) ? ends(text, ACCOUNT_LEAD) : []) {
    const name = nameAfterTitle(text, start, false);
    if (name !== undefined && name.words.length > 1) add(start, name, 0.65);
  }
  for (const [pattern, hint, score] of BEFORE) {
    if (!hint.test(text)) continue;
    for (const { index } of allMatches(text, pattern)) {
      const name = parseName(text, index, false);
      if (name !== undefined && name.words.length > 1) add(index, name, score);
    }
  }
  if (!HINTS.trailing.test(text)) return;
  for (const match of allMatches(text, TRAILING)) {
    const name = parseName(text, match.index, false);
    if (name !== undefined && !isCommonWord((name.words[0] ?? "").toLowerCase()))
      add(match.index, name, 0.75);
  }
}

function isInCapitals(text: string, start: number, name: ParsedName): boolean {
  return !/\p{Ll}/u.test(text.slice(start, name.end));
}

/** Fewer than one small letter to four capitals. */
function isMostlyCapitals(text: string): boolean {
  let capitals = 0;
  let small = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 65 && code <= 90) capitals += 1;
    else if ((code >= 97 && code <= 122) || code >= 0xdf) small += 1;
  }
  return capitals > small * 4;
}

function addUncased(text: string, found: Candidate[]): void {
  for (const pattern of UNCASED) {
    for (const match of allMatches(text, pattern)) {
      const name = match[1] ?? "";
      const start = match.index + match[0].indexOf(name);
      found.push({ start, end: start + name.length, type: "PERSON", score: 0.7 });
    }
  }
}

/** A title between the lead and the name ("this is Dr. Jones") is passed over; it is no part of the name. */
function nameAfterTitle(text: string, start: number, allowLower: boolean): ParsedName | undefined {
  const title = /^(?:mr|mrs|ms|miss|dr|prof|herrn?|frau|señora?|monsieur|madame)\b\.?[ \u00A0]{1,2}/i.exec(
    text.slice(start, start + 16),
  );
  return title === null ? parseName(text, start, allowLower) : undefined;
}

/** Where each match of a global pattern ends. */
function ends(text: string, pattern: RegExp): number[] {
  const positions: number[] = [];
  pattern.lastIndex = 0;
  while (pattern.exec(text) !== null) positions.push(pattern.lastIndex);
  return positions;
}
