import { describe, expect, it } from "vitest";
import { makeBlobs } from "../../../test/support/blobs.ts";
import { discoverTopics } from "../topics/discover-topics.ts";
import { discoverTopicsInWorker } from "./discover-in-worker.ts";

describe("discoverTopicsInWorker", () => {
  it("gives what discoverTopics gives, with progress on the way", async () => {
    const shares: number[] = [];
    const blobs = makeBlobs([30, 20, 20]);
    const expected = discoverTopics({ ...blobs, seed: 1 });
    const result = await discoverTopicsInWorker({
      ...blobs,
      seed: 1,
      onProgress: ({ share }) => shares.push(share),
    });
    expect(result).toEqual(expected);
    expect(shares.length).toBeGreaterThan(2);
    expect(blobs.vectors).toHaveLength(0);
  });

  it("ends at once when cancelled", async () => {
    const stop = new AbortController();
    const run = discoverTopicsInWorker({
      ...makeBlobs([1500, 1500]),
      seed: 1,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(run).rejects.toMatchObject({ code: "CANCELLED" });
    const before = discoverTopicsInWorker({ ...makeBlobs([5]), seed: 1, signal: AbortSignal.abort() });
    await expect(before).rejects.toMatchObject({ code: "CANCELLED" });
  });

  it("says which sizes don't fit", async () => {
    await expect(discoverTopicsInWorker({ ...makeBlobs([5]), texts: ["one"], seed: 1 })).rejects.toThrow(
      /are not 1 vectors/,
    );
  });
});
