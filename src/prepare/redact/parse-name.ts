// Where a person's name ends once it is known where it may begin. Bounded: at most six words of at most forty characters.
import { isAmbiguousName, isCommonWord } from "./common-words.ts";

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+){0,4}/uy;
const LONGEST_WORD = 40;
const MOST_WORDS = 5;
const PARTICLES = new Set(
  "de del della di da do dos das la le les van von der den ter ten zu zum bin ibn al el abu y e san st mac mc".split(
    " ",
  ),
);

export type ParsedName = { readonly end: number; readonly words: readonly string[] };

/**
 * The name that begins at `start`, or undefined. Words need a capital unless `allowLower`, with which a name wholly in
 * lower case is taken too, up to three words, and ends at the first everyday word.
 */
export function parseName(text: string, start: number, allowLower: boolean): ParsedName | undefined {
  const words: string[] = [];
  let end = start;
  let position = start;
  let isLower = false;
  while (words.length < MOST_WORDS) {
    WORD.lastIndex = position;
    const word = WORD.exec(text)?.[0].replace(
      /(?<!^(?:it|he|she|that|there|what|who|let|here|how))['’]s$/i,
      "",
    );
    if (word === undefined || word.length > LONGEST_WORD) break;
    if (isCode(word, text.slice(position + word.length, position + word.length + 2))) break;
    const lower = word.toLowerCase();
    const isInitial = word.length === 1 && word !== lower && word !== "I";
    const next = position + word.length;
    if (PARTICLES.has(lower) && words.length > 0 && !isInitial) {
      const follows = parseAfterParticle(text, next, isLower);
      if (follows === undefined) break;
      words.push(word, follows.word);
      end = follows.end;
    } else {
      const hasCapital = /^[\p{Lu}\p{Lt}]/u.test(word);
      if (words.length === 0) isLower = !hasCapital;
      if (isLower ? !allowLower || hasCapital || words.length === 3 : !hasCapital) break;
      if (
        !isInitial &&
        (word.length < 2 || isNoName(word, lower, hasCapital || words.length === 0 || endsPhrase(text, next)))
      )
        break;
      words.push(word);
      end = next + (isInitial && text.charAt(next) === "." ? 1 : 0);
    }
    const gap = /^(?:[ \u00A0]{1,2}|(?<=\.) ?)(?=[\p{L}])/u.exec(text.slice(end, end + 3));
    if (gap === null || (end === next && text.slice(next, next + 2).match(/^['’]s/) !== null)) break;
    position = end + gap[0].length;
  }
  // Initials alone ("Hi J") are too little to go by.
  return words.some((word) => word.length > 1) ? { end, words } : undefined;
}

/** "GC-7K2M", "GC-XKPT-QRMN" and "LMS3305" are codes. `after` is what the text goes on with. */
function isCode(word: string, after: string): boolean {
  if (/^(?:[\d_]|[-/@][\p{L}\d])/u.test(after)) return true;
  return word.includes("-") && word === word.toUpperCase() && /(?:^|-)[^AEIOUYÀ-Ý-]{2,}(?:-|$)/.test(word);
}

/** "ann lee." is a name; "ann will you" is a name and a question. */
function endsPhrase(text: string, position: number): boolean {
  return /^(?:$|[.,!?;)\n])/.test(text.slice(position, position + 1));
}

const CONTRACTION = /^(?:i|you|we|they|he|she|it|that|there|what|who|let|here|how)['’](?:m|d|ll|ve|re|s)$/;

function isNoName(word: string, lower: string, hasCapital: boolean): boolean {
  if (CONTRACTION.test(lower)) return true;
  if (!isCommonWord(lower)) return false;
  const isShouted = word.length > 1 && word === word.toUpperCase();
  return !hasCapital || isShouted || !isAmbiguousName(lower);
}

function parseAfterParticle(
  text: string,
  position: number,
  isLower: boolean,
): { readonly word: string; readonly end: number } | undefined {
  const match = /^ (?:(?:la|las|los|der|den|het|de|el) )?([\p{L}\p{M}'’-]{2,40})/u.exec(
    text.slice(position, position + 50),
  );
  const word = match?.[1];
  if (match === null || word === undefined) return undefined;
  if (isLower ? isCommonWord(word) : !/^[\p{Lu}d]['’]?\p{L}/u.test(word) || !/\p{Lu}/u.test(word))
    return undefined;
  return { word, end: position + match[0].length };
}
