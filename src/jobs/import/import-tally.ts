// Counts every record of an import, so that nothing is dropped in silence: read = stored + updated + duplicate + set aside.
import type { WriteCounts } from "../../columnar/write/encoded-batch.ts";

/** In messages, but for `conversations` (those that are new). A record that could not be read counts as one message. */
export type ImportCounts = {
  readonly read: number;
  /** New messages. */
  readonly stored: number;
  /** Messages that were there and changed. */
  readonly updated: number;
  /** Messages that were there, unchanged, or twice in the input. */
  readonly duplicate: number;
  /** Rejects. */
  readonly setAside: number;
  /** Records that carry no message by design (a typing event, a join notice); not part of `read`. */
  readonly skipped: number;
  readonly conversations: number;
};

export type ImportTally = {
  addMessages(count: number): void;
  addReject(): void;
  addSkipped(count: number): void;
  addWritten(counts: WriteCounts): void;
  counts(): ImportCounts;
  /** Messages read and neither written nor set aside: 0 when an import has ended whole. */
  unaccounted(): number;
};

export function createTally(): ImportTally {
  const total = { read: 0, stored: 0, updated: 0, duplicate: 0, setAside: 0, skipped: 0, conversations: 0 };
  return {
    addMessages(count) {
      total.read += count;
    },
    addReject() {
      total.read += 1;
      total.setAside += 1;
    },
    addSkipped(count) {
      total.skipped += count;
    },
    addWritten(counts) {
      total.stored += counts.stored;
      total.updated += counts.updated;
      total.duplicate += counts.duplicate;
      total.conversations += counts.newConversations;
    },
    counts: () => ({ ...total }),
    unaccounted: () => total.read - total.stored - total.updated - total.duplicate - total.setAside,
  };
}
