const NONE: readonly RegExpExecArray[] = [];

/** `text.matchAll(pattern)` for a global pattern without its cost: `matchAll` copies the pattern first, every time. */
export function allMatches(text: string, pattern: RegExp): Iterable<RegExpExecArray> {
  pattern.lastIndex = 0;
  const first = pattern.exec(text);
  return first === null ? NONE : matchesFrom(text, pattern, first, pattern.lastIndex);
}

/** The pattern may be used for another text between two matches, hence a place of its own. */
function* matchesFrom(
  text: string,
  pattern: RegExp,
  first: RegExpExecArray,
  end: number,
): Generator<RegExpExecArray, void, undefined> {
  let match: RegExpExecArray | null = first;
  let at = end;
  while (match !== null) {
    if (match[0] === "") at += pattern.unicode && (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    yield match;
    pattern.lastIndex = at;
    match = pattern.exec(text);
    at = pattern.lastIndex;
  }
}
