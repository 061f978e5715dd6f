// Splits stored text into what was said and the tags that stand for what was redacted. Pure.
import { redactionTagPattern } from "../../../src/core/redaction-tag.ts";

export type TextPart =
  | { readonly kind: "text"; readonly start: number; readonly text: string }
  /** `words` is how the tag reads: `person k3x9`, `card`. */
  | { readonly kind: "redaction"; readonly start: number; readonly text: string; readonly words: string };

const SHOWN_PSEUDONYM = 4;

export function splitRedactions(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(redactionTagPattern())) {
    if (match.index > end) parts.push({ kind: "text", start: end, text: text.slice(end, match.index) });
    parts.push({
      kind: "redaction",
      start: match.index,
      text: match[0],
      words: tagWords(match[1] ?? "", match[2]),
    });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: "text", start: end, text: text.slice(end) });
  return parts;
}

function tagWords(type: string, pseudonym: string | undefined): string {
  const name = type.toLowerCase().replaceAll("_", " ");
  return pseudonym === undefined ? name : `${name} ${pseudonym.slice(0, SHOWN_PSEUDONYM)}`;
}

export type Segment<U> = { readonly start: number; readonly text: string; readonly utterance: U | null };

/** Cuts a message at the bounds of its utterances; what lies between them (spaces, quotes) is a segment without one. */
export function segmentMessage<U extends { readonly start: number; readonly end: number }>(
  text: string,
  utterances: readonly U[],
): readonly Segment<U>[] {
  const segments: Segment<U>[] = [];
  let end = 0;
  for (const utterance of utterances.toSorted((one, other) => one.start - other.start)) {
    const start = Math.max(utterance.start, end);
    const stop = Math.min(utterance.end, text.length);
    if (stop <= start) continue;
    if (start > end) segments.push({ start: end, text: text.slice(end, start), utterance: null });
    segments.push({ start, text: text.slice(start, stop), utterance });
    end = stop;
  }
  if (end < text.length) segments.push({ start: end, text: text.slice(end), utterance: null });
  return segments;
}
