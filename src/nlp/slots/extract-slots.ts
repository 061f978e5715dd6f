// All slots of a text. Where two kinds claim the same words the longer wins, then the kind that comes first.
import { redactionTagPattern } from "../../core/redaction-tag.ts";
import { findAmounts } from "./amounts.ts";
import { findDates } from "./dates.ts";
import { findDurations } from "./durations.ts";
import { findIds } from "./ids.ts";
import { findProducts } from "./products.ts";
import { findQuantities } from "./quantities.ts";
import type { Slot, SlotFinder, SlotOptions } from "./slot.ts";

const FINDERS: readonly SlotFinder[] = [
  findProducts,
  findIds,
  findAmounts,
  findDates,
  findDurations,
  findQuantities,
];
/** No more than this is looked at, in UTF-16 code units. */
const LONGEST_TEXT = 4000;

/**
 * Dates, amounts, durations, quantities, ids and products of a text, in its order and without overlaps; offsets are UTF-16
 * code units. Redaction tags are never part of a slot.
 */
export function extractSlots(text: string, options: SlotOptions = {}): Slot[] {
  const readable = withoutTags(text.slice(0, LONGEST_TEXT));
  const found = FINDERS.flatMap((find, place) => find(readable, options).map((slot) => ({ slot, place })));
  found.sort(
    (a, b) =>
      b.slot.end - b.slot.start - (a.slot.end - a.slot.start) ||
      a.place - b.place ||
      a.slot.start - b.slot.start,
  );
  const kept: Slot[] = [];
  for (const { slot } of found) {
    if (kept.every(({ start, end }) => slot.end <= start || slot.start >= end)) kept.push(slot);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function withoutTags(text: string): string {
  return text.includes("[")
    ? text.replace(redactionTagPattern(), (tag) => "\u0000".repeat(tag.length))
    : text;
}
