import { expect, it } from "vitest";
import { makeBlobs } from "../../../test/support/blobs.ts";
import { layoutMapInWorker } from "./layout-in-worker.ts";

it("lays out vectors in a thread, with progress, and ends when cancelled", async () => {
  const { vectors, dimension } = makeBlobs([30, 20]);
  const shares: number[] = [];
  const places = await layoutMapInWorker({
    vectors: vectors.slice(),
    dimension,
    seed: 1,
    onShare: (share) => shares.push(share),
  });
  expect(places).toHaveLength(100);
  expect(places.every(Number.isFinite)).toBe(true);
  expect(shares.at(-1)).toBe(1);
  const aborted = layoutMapInWorker({ vectors, dimension, seed: 1, signal: AbortSignal.abort() });
  await expect(aborted).rejects.toMatchObject({ code: "CANCELLED" });
});
