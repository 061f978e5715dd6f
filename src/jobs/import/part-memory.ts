// Remembers what the earlier parts of a conversation revealed, for its later parts. Raw values: memory only. Bounded, since
// any conversation of a log sorted by conversation may look like a first part and never come back.
import type { EarlierPart } from "../../prepare/preparer.ts";

/** Conversations and values that are remembered, added up: some 40 MB when each value is a name or a number. */
export const REMEMBERED = 200_000;

export type PartMemory = {
  recall(externalId: string): EarlierPart | undefined;
  /** Forgets those untouched longest while more is held than the limit; never the one given. */
  remember(externalId: string, part: EarlierPart): void;
  /** Conversations and values held. */
  size(): number;
};

export function createPartMemory(limit = REMEMBERED): PartMemory {
  const parts = new Map<string, EarlierPart>();
  let held = 0;

  function forget(externalId: string): void {
    held -= weightOf(parts.get(externalId));
    parts.delete(externalId);
  }
  return {
    recall: (externalId) => parts.get(externalId),
    remember(externalId, part) {
      forget(externalId);
      parts.set(externalId, part);
      held += weightOf(part);
      for (const oldest of parts.keys()) {
        if (held <= limit || oldest === externalId) break;
        forget(oldest);
      }
    },
    size: () => held,
  };
}

function weightOf(part: EarlierPart | undefined): number {
  return part === undefined ? 0 : 1 + (part.known?.length ?? 0);
}
