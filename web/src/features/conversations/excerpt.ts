type Match = { readonly excerpt: string; readonly start: number | null; readonly end: number | null };

/** An excerpt before, in and after its find. A semantic find has no place: all of it stands before. */
export function excerptParts({
  excerpt,
  start,
  end,
}: Match): readonly [before: string, hit: string, after: string] {
  if (start === null || end === null || end <= start) return [excerpt, "", ""];
  return [excerpt.slice(0, start), excerpt.slice(start, end), excerpt.slice(end)];
}
