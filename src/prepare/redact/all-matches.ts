const NONE: readonly RegExpExecArray[] = [];

/** `text.matchAll(pattern)` that costs next to nothing where there is no match: `matchAll` copies its pattern first, every time. */
export function allMatches(text: string, pattern: RegExp): Iterable<RegExpExecArray> {
  pattern.lastIndex = 0;
  if (!pattern.test(text)) return NONE;
  pattern.lastIndex = 0;
  return text.matchAll(pattern);
}
