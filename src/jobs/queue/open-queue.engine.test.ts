import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestRecords, recordsBackends, type TestRecords } from "../../../test/support/records.ts";
import { getJob } from "../../records/job-progress.ts";
import type { JobState } from "../../records/schema.ts";
import { ensureWorkspace } from "../../records/workspaces.ts";
import type { JobQueue } from "./job-queue.ts";
import { openQueue } from "./open-queue.ts";

describe.each(await recordsBackends())("the queue on %s", (kind) => {
  let test: TestRecords;
  let queue: JobQueue;
  const faults: unknown[] = [];
  const open = () => openQueue(test.records, { onError: (error) => faults.push(error) });
  beforeAll(async () => {
    test = await openTestRecords(kind);
    await ensureWorkspace(test.records.db, { id: "w", name: "Main" });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    faults.length = 0;
    queue = await open();
  });
  afterEach(() => queue.stop());

  const stateOf = async (id: string) => (await getJob(test.records.db, "w", id))?.state;
  const reaches = (id: string, state: JobState) =>
    expect.poll(() => stateOf(id), { timeout: 30_000, interval: 50 }).toBe(state);

  it("runs a job with its data and shows how far it is", async () => {
    const seen: unknown[] = [];
    await queue.work("greet", async ({ data, progress }) => {
      seen.push(data);
      progress(3, 4, "almost");
    });
    const id = await queue.enqueue("greet", { workspace: "w", importId: "i1" });
    await reaches(id, "done");
    expect(seen).toEqual([{ workspace: "w", importId: "i1" }]);
    expect(await getJob(test.records.db, "w", id)).toMatchObject({
      kind: "greet",
      done: 3,
      total: 4,
      note: "almost",
    });
    expect(await getJob(test.records.db, "other", id)).toBeUndefined();
  });

  it("runs a failed job again", async () => {
    let runs = 0;
    await queue.work("shaky", async () => {
      runs += 1;
      if (runs === 1) throw new Error("the first time");
    });
    const id = await queue.enqueue("shaky", { workspace: "w" });
    await reaches(id, "done");
    expect(runs).toBe(2);
    expect(faults).toHaveLength(1);
  });

  it("queues one job a singleton key and gives the id of the one that holds it", async () => {
    const first = await queue.enqueue("rare", { workspace: "w" }, { singletonKey: "w" });
    expect(await queue.enqueue("rare", { workspace: "w" }, { singletonKey: "w" })).toBe(first);
    expect(await queue.enqueue("rare", { workspace: "w" }, { singletonKey: "other" })).not.toBe(first);
  });

  it("cancels a waiting job, which then never runs", async () => {
    const id = await queue.enqueue("never", { workspace: "w" });
    await queue.cancel(id);
    expect(await stateOf(id)).toBe("cancelled");
    const other = await queue.enqueue("never", { workspace: "w" });
    const ran: string[] = [];
    await queue.work("never", async (job) => {
      ran.push(job.id);
    });
    await reaches(other, "done");
    expect(ran).toEqual([other]);
  });

  it("cancels a running job through its signal, and does not run it again", async () => {
    let runs = 0;
    const begun = Promise.withResolvers<void>();
    await queue.work("long", async ({ signal }) => {
      runs += 1;
      begun.resolve();
      await new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("stopped"))));
    });
    const id = await queue.enqueue("long", { workspace: "w" });
    await begun.promise;
    await queue.cancel(id);
    expect(await stateOf(id)).toBe("cancelled");
    expect(runs).toBe(1);
  });

  it("runs a job again whose process was stopped in the middle", async () => {
    const begun = Promise.withResolvers<void>();
    await queue.work("resumed", async ({ signal }) => {
      begun.resolve();
      await new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("stopped"))));
    });
    const id = await queue.enqueue("resumed", { workspace: "w" });
    await begun.promise;
    await queue.stop();
    queue = await open();
    await queue.work("resumed", async () => undefined);
    await reaches(id, "done");
  });

  it("does nothing twice when it is stopped twice", async () => {
    await queue.stop();
    await queue.stop();
  });
});
