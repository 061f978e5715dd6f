// A change in words. Counts change by a percentage of their base, shares by percentage points: a percentage of a
// percentage is read as either.
import { formatChange } from "./format.ts";

const MINUS = "\u2212";

export function changeWords(now: number, before: number, kind: "count" | "share"): string {
  if (kind === "share") return pointsWords(now - before);
  if (before === 0) return now === 0 ? "no change" : "new";
  return formatChange(now / before - 1);
}

function pointsWords(difference: number): string {
  const points = Math.abs(difference * 100).toFixed(1);
  if (points === "0.0") return "±0 points";
  return `${difference > 0 ? "+" : MINUS}${points} points`;
}

/** A share with one digit after the point, so that small changes can be seen. */
export function formatFineShare(value: number): string {
  return `${(value * 100).toFixed(1)}\u202f%`;
}
