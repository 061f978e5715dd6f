import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTally } from "./import-tally.ts";

describe("createTally", () => {
  it("counts a reject as a record that was read and set aside", () => {
    const tally = createTally();
    tally.addReject();
    expect(tally.counts()).toMatchObject({ read: 1, setAside: 1, stored: 0 });
    expect(tally.unaccounted()).toBe(0);
  });

  it("leaves records without a message out of what was read", () => {
    const tally = createTally();
    tally.addSkipped(4);
    expect(tally.counts()).toMatchObject({ read: 0, skipped: 4 });
  });

  it("says how many messages are read and not yet written", () => {
    const tally = createTally();
    tally.addMessages(10);
    tally.addWritten({ stored: 3, updated: 1, duplicate: 2, newConversations: 1, changedConversations: 0 });
    expect(tally.unaccounted()).toBe(4);
  });

  it("gives counts that later records do not change", () => {
    const tally = createTally();
    const before = tally.counts();
    tally.addMessages(1);
    expect(before.read).toBe(0);
  });

  it("comes out even whatever the order of reading and writing", () => {
    const few = fc.nat({ max: 50 });
    const batch = fc.record({
      stored: few,
      updated: few,
      duplicate: few,
      newConversations: few,
      changedConversations: few,
    });
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 20 }), few, (batches, rejects) => {
        const tally = createTally();
        for (const written of batches) {
          tally.addWritten(written);
          tally.addMessages(written.stored + written.updated + written.duplicate);
        }
        for (let count = 0; count < rejects; count += 1) tally.addReject();
        const { read, stored, updated, duplicate, setAside } = tally.counts();
        expect(read).toBe(stored + updated + duplicate + setAside);
        expect(tally.unaccounted()).toBe(0);
      }),
    );
  });
});
