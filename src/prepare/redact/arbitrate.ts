// Where recognisers disagree: one winner per stretch of text.
import type { Candidate } from "./recogniser.ts";
import { REDACTED_CHAR } from "./recogniser.ts";

/**
 * Sorted candidates without overlaps. Of two that overlap the higher score wins, then the longer, then the earlier; the
 * winner takes the loser's stretch too, so that no half of a value is left standing. A kept one (`isKept`) and a replaced
 * one never grow into each other.
 */
export function arbitrate(
  candidates: readonly Candidate[],
  isKept: (candidate: Candidate) => boolean,
): Candidate[] {
  const sorted = [...candidates].sort((a, b) => a.start - b.start || b.end - a.end || b.score - a.score);
  const winners: Candidate[] = [];
  for (const candidate of sorted) {
    const last = winners.at(-1);
    if (last === undefined || candidate.start >= last.end) {
      winners.push(candidate);
      continue;
    }
    const winner = isStronger(candidate, last) ? candidate : last;
    const grows = isKept(candidate) === isKept(last);
    winners[winners.length - 1] = grows ? grow(winner, last, candidate) : winner;
  }
  return winners;
}

function isStronger(a: Candidate, b: Candidate): boolean {
  return a.score > b.score || (a.score === b.score && a.end - a.start > b.end - b.start);
}

function grow(winner: Candidate, a: Candidate, b: Candidate): Candidate {
  const start = Math.min(a.start, b.start);
  const end = Math.max(a.end, b.end);
  return start === winner.start && end === winner.end ? winner : { ...winner, start, end };
}

/** Cuts a candidate at what is already redacted and trims spaces; nothing empty is left. */
export function cutAtRedactions(candidate: Candidate, text: string): Candidate[] {
  const value = text.slice(candidate.start, candidate.end);
  if (!value.includes(REDACTED_CHAR)) return value.trim() === "" ? [] : [candidate];
  const parts: Candidate[] = [];
  let offset = candidate.start;
  for (const part of value.split(REDACTED_CHAR)) {
    const start = offset + part.length - part.trimStart().length;
    const end = offset + part.trimEnd().length;
    if (/[\p{L}\p{N}]/u.test(part)) {
      const { canonical: _, ...rest } = candidate;
      parts.push({ ...rest, start, end });
    }
    offset += part.length + 1;
  }
  return parts;
}
