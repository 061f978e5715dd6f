import { afterEach, describe, expect, it } from "vitest";
import type { SourceConversation } from "../../core/source-conversation.ts";
import { createPreparePool, type PreparePool } from "./prepare-pool.ts";

const place = { file: "log.jsonl", line: 1 };
const data = {
  preparer: { workspace: "w", source: "s", key: "k".repeat(64) },
  context: { workspace: "w", importId: "i", version: 1 },
};
const SECRET = "my sister Ottilie lives in Zanzibar";

function conversation(externalId: string, sentAt = "2026-03-05T14:00:00.000Z"): SourceConversation {
  const message = { sentAt, participant: { role: "customer" as const }, text: SECRET, place };
  return { externalId, place, messages: [message] };
}

let pool: PreparePool | undefined;
afterEach(() => pool?.close());

describe("createPreparePool", () => {
  it("prepares several batches at once and gives each its own answer", async () => {
    pool = createPreparePool(2, data);
    const sizes = [1, 3, 2];
    const answers = await Promise.all(
      sizes.map((size) =>
        pool?.prepare(Array.from({ length: size }, (_, index) => conversation(`c${size}-${index}`))),
      ),
    );
    expect(answers.map((answer) => answer?.read)).toEqual(sizes);
  });

  it("sends all parts of a conversation to the same worker", () => {
    pool = createPreparePool(3, data);
    expect(pool.workerFor("c-17")).toBe(pool.workerFor("c-17"));
    const chosen = new Set(Array.from({ length: 50 }, (_, index) => pool?.workerFor(`c-${index}`)));
    expect([...chosen].sort()).toEqual([0, 1, 2]);
  });

  it("refuses a batch that it cannot prepare without quoting a text, and goes on", async () => {
    pool = createPreparePool(1, data);
    const failure: unknown = await pool.prepare([conversation("bad", `no time: ${SECRET}`)]).catch((e) => e);
    expect(failure).toMatchObject({ code: "INTERNAL" });
    expect(allOf(failure)).not.toContain("Ottilie");
    expect(await pool.prepare([conversation("good")])).toMatchObject({ read: 1 });
  });

  it("refuses what waits when it is closed, and what comes later", async () => {
    pool = createPreparePool(1, data);
    const waiting = expect(pool.prepare([conversation("c")])).rejects.toMatchObject({ code: "INTERNAL" });
    await pool.close();
    await waiting;
    await expect(pool.prepare([conversation("late")])).rejects.toMatchObject({ code: "INTERNAL" });
  });
});

/** Everything an error says, its causes and stacks included. */
function allOf(error: unknown): string {
  return error instanceof Error
    ? `${error.name} ${error.message} ${error.stack} ${JSON.stringify(error)} ${allOf(error.cause)}`
    : String(error);
}
