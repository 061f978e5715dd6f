// The text as recognisers see it: every redaction, old or new, is one character U+FFFC. Because a tag that was in the
// input and a value that was just found look the same, finding nothing here means finding nothing in the output either:
// that is why redacting twice changes nothing.
import type { TextSpan } from "../../core/domain.ts";
import { REDACTED_CHAR } from "./recogniser.ts";

export type TextView = {
  readonly text: string;
  /** Offset in the view to offset in the input. */
  toInput(offset: number): number;
};

/** `replaced` must be sorted and must not overlap. */
export function viewText(input: string, replaced: readonly TextSpan[]): TextView {
  if (replaced.length === 0) return { text: input, toInput: (offset) => offset };
  const pieces: string[] = [];
  const viewStarts: number[] = [0];
  const inputStarts: number[] = [0];
  let from = 0;
  let viewLength = 0;
  for (const span of replaced) {
    pieces.push(input.slice(from, span.start), REDACTED_CHAR);
    viewLength += span.start - from + 1;
    viewStarts.push(viewLength);
    inputStarts.push(span.end);
    from = span.end;
  }
  pieces.push(input.slice(from));
  return {
    text: pieces.join(""),
    toInput(offset) {
      const piece = lastAtMost(viewStarts, offset);
      return (inputStarts[piece] ?? 0) + offset - (viewStarts[piece] ?? 0);
    },
  };
}

/** Index of the last value that is not greater than `limit` in ascending `values`, whose first is 0. */
function lastAtMost(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
