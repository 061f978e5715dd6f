// How an overlong message is cut. Cutting before redaction could halve a value so that no rule knows it any more, so
// some text past the cut is read, redacted and then thrown away.
import type { Redaction } from "./prepared.ts";
import type { RedactedText } from "./redact/redactor.ts";

/** Longer than any value a rule looks for. */
const MARGIN = 20_000;
const MARK = "…";

/** How much of a raw text to read when at most `maxChars` are kept. */
export function rawLimit(maxChars: number): number {
  return maxChars + MARGIN;
}

/** The redacted text up to where the input had `maxChars` code units, never in the middle of a redaction, with a mark at the end. */
export function cutRedacted(redacted: RedactedText, maxChars: number): RedactedText {
  const spans = redacted.spans.filter((span) => span.end <= maxChars);
  const crossing = redacted.spans.find((span) => span.start < maxChars && span.end > maxChars);
  const inputEnd = crossing?.start ?? maxChars;
  let end = inputEnd;
  let next = 0;
  // Tags that stood in the input have no span and are as long as they were.
  for (const span of redacted.spans) {
    while (next < redacted.redactions.length && !isMadeFrom(redacted.redactions[next], span, end - inputEnd))
      next += 1;
    const tag = redacted.redactions[next];
    if (span.end > inputEnd || tag === undefined) break;
    end += tag.end - tag.start - (span.end - span.start);
    next += 1;
  }
  const oldTag = redacted.redactions.find((tag) => tag.start < end && tag.end > end);
  let cut = oldTag?.start ?? end;
  if (/[\uD800-\uDBFF]/.test(redacted.text.charAt(cut - 1))) cut -= 1;
  return {
    text: redacted.text.slice(0, cut) + MARK,
    redactions: redacted.redactions.filter((tag) => tag.end <= cut),
    spans,
  };
}

function isMadeFrom(tag: Redaction | undefined, span: Redaction, shift: number): boolean {
  return tag !== undefined && tag.type === span.type && tag.start === span.start + shift;
}
