// Text as segmenting reads it: tags without their pseudonyms, so that where a message is cut depends on nothing that the
// workspace's key or policy writes into it.
import { redactionTagPattern } from "../../core/redaction-tag.ts";

export type BareText = {
  readonly text: string;
  /** Offset in `text` to offset in the original: at a pseudonym's place the one before it. */
  toOriginal(offset: number): number;
};

/** `[PERSON:k3x7q2ab]` as `[PERSON]`. Undefined when there is no pseudonym to drop. */
export function dropPseudonyms(original: string): BareText | undefined {
  if (!original.includes("[")) return undefined;
  const pieces: string[] = [];
  const cuts: { readonly at: number; readonly dropped: number }[] = [];
  let from = 0;
  let dropped = 0;
  for (const { 0: tag, 2: pseudonym, index } of original.matchAll(redactionTagPattern())) {
    if (pseudonym === undefined) continue;
    const end = index + tag.length - 1;
    const start = end - pseudonym.length - 1;
    pieces.push(original.slice(from, start));
    cuts.push({ at: start - dropped, dropped: dropped + end - start });
    dropped += end - start;
    from = end;
  }
  if (cuts.length === 0) return undefined;
  pieces.push(original.slice(from));
  let next = 0;
  return {
    text: pieces.join(""),
    toOriginal(offset) {
      // Asked in ascending order, as spans come; a step back starts over.
      if (next > 0 && (cuts[next - 1]?.at ?? 0) >= offset) next = 0;
      for (let cut = cuts[next]; cut !== undefined && cut.at < offset; cut = cuts[next]) next += 1;
      return offset + (cuts[next - 1]?.dropped ?? 0);
    },
  };
}
