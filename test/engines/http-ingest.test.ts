import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ident, sql } from "../../src/query/sql.ts";
import { createApiCaller } from "../support/call-api.ts";
import { openRealApi, type RealApi } from "../support/real-api.ts";

const dataDir = mkdtempSync(join(tmpdir(), "parlance-ingest-"));
let api: RealApi;
let caller: ReturnType<typeof createApiCaller>;
beforeAll(async () => {
  api = await openRealApi(dataDir);
  caller = createApiCaller(api.app);
});
afterAll(async () => {
  await api.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const JSON_TYPE = { "content-type": "application/json" };
const LINES = { "content-type": "application/x-ndjson" };
const turn = (id: number, fields: object = {}) => ({
  id: `m-${id}`,
  sentAt: `2026-03-05T14:${String(id).padStart(2, "0")}:00Z`,
  role: id % 2 === 0 ? "customer" : "agent",
  text: `saying number ${id}`,
  ...fields,
});
const conversation = (id: string, turns: number) => ({
  id,
  messages: Array.from({ length: turns }, (_, index) => turn(index)),
});
const post = (name: "postConversations" | "postMessages", body: unknown, headers = JSON_TYPE) =>
  caller.call(name, { body: typeof body === "string" ? body : JSON.stringify(body) } as never, headers);

type StoredMessage = { text: string; role: string; position: number };
async function messagesOf(externalId: string): Promise<StoredMessage[]> {
  return api.runtime.columnar.query<StoredMessage>(
    sql`SELECT text, role, position FROM messages FINAL WHERE conversation_id IN (
      SELECT conversation_id FROM conversations FINAL WHERE external_id = ${externalId}) ORDER BY sent_at, position`,
    { tag: "test" },
  );
}
async function countsOf(externalId: string) {
  return api.runtime.columnar.query<{ message_count: number; ended_at: string }>(
    sql`SELECT message_count, ended_at FROM conversations FINAL WHERE external_id = ${externalId}`,
    { tag: "test" },
  );
}

describe("POST /v1/conversations", () => {
  it("takes one conversation as JSON", async () => {
    const result = await post("postConversations", conversation("one", 2));
    expect(result).toMatchObject({ read: 2, stored: 2, duplicate: 0, updated: 0, setAside: [] });
    expect(await messagesOf("one")).toMatchObject([
      { text: "saying number 0", role: "customer", position: 0 },
      { text: "saying number 1", role: "agent", position: 1 },
    ]);
  });

  it("takes a list of conversations", async () => {
    const list = [conversation("list-1", 1), conversation("list-2", 2)];
    expect(await post("postConversations", list)).toMatchObject({ read: 3, stored: 3, setAside: [] });
  });

  it("names the bad lines of a batch by line and field, and stores the others", async () => {
    const bad = { ...conversation("bad", 1), messages: [turn(0, { sentAt: "some day" })] };
    const lines = [conversation("good-1", 2), bad, conversation("good-2", 1)].map((record) =>
      JSON.stringify(record),
    );
    const result = await post("postConversations", [...lines, "{broken"].join("\n"), LINES);
    expect(result).toMatchObject({ read: 5, stored: 3 });
    expect(result.setAside).toMatchObject([
      { line: 2, field: expect.stringContaining("sentAt"), reason: "bad-time" },
      { line: 4, reason: "bad-json" },
    ]);
    expect(JSON.stringify(result)).not.toContain("some day");
    const { imports } = await caller.call("getImports", { query: { limit: 10 } });
    const rejects = await caller.call("getImportRejects", {
      params: { id: imports[0]?.id ?? "" },
      query: { limit: 10, after: 0 },
    });
    expect(rejects.rejects.map(({ place }) => place.line)).toEqual([2, 4]);
  });

  it("adds to a conversation that has grown what is new of it", async () => {
    await post("postConversations", conversation("grown", 2));
    expect(await post("postConversations", conversation("grown", 5))).toMatchObject({
      read: 5,
      stored: 3,
      duplicate: 2,
    });
    expect(await messagesOf("grown")).toHaveLength(5);
    expect(await countsOf("grown")).toMatchObject([{ message_count: 5 }]);
  });

  it("gives the first answer again for a repeated Idempotency-Key", async () => {
    const headers = { ...JSON_TYPE, "idempotency-key": "delivery-1" };
    const first = await post("postConversations", conversation("keyed", 2), headers);
    expect(await post("postConversations", conversation("keyed", 2), headers)).toEqual(first);
    expect(await post("postConversations", conversation("keyed", 2))).toMatchObject({
      stored: 0,
      duplicate: 2,
    });
  });

  it("answers 429 with Retry-After while too many bodies are being read, and takes them in later", async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    async function* slow(id: string) {
      await gate;
      yield Buffer.from(JSON.stringify(conversation(id, 1)));
    }
    const signal = new AbortController().signal;
    const busy = Array.from({ length: 8 }, (_, index) =>
      api.importer.ingest({
        kind: "conversations",
        isLines: false,
        source: "busy",
        body: slow(`b-${index}`),
        signal,
      }),
    );
    const body = JSON.stringify(conversation("late", 1));
    const headers = { ...JSON_TYPE, "idempotency-key": "late" };
    const refused = await caller.refuse("postConversations", { body }, headers);
    expect(refused).toMatchObject({ status: 429, code: "TOO_MANY_REQUESTS" });
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    release();
    expect((await Promise.all(busy)).map(({ stored }) => stored)).toEqual(Array(8).fill(1));
    expect(await post("postConversations", body, headers)).toMatchObject({ stored: 1 });
  });
});

describe("POST /v1/messages", () => {
  it("appends to a conversation that is there", async () => {
    await post("postConversations", conversation("open", 2));
    const later = [turn(2), turn(3)].map((message) => JSON.stringify({ conversationId: "open", ...message }));
    expect(await post("postMessages", later.join("\n"), LINES)).toMatchObject({ read: 2, stored: 2 });
    const single = { conversationId: "open", ...turn(4) };
    expect(await post("postMessages", single)).toMatchObject({ read: 1, stored: 1 });
    expect(await post("postMessages", single)).toMatchObject({ read: 1, stored: 0, duplicate: 1 });
    const stored = await messagesOf("open");
    expect(stored.map(({ text }) => text)).toEqual([0, 1, 2, 3, 4].map((id) => `saying number ${id}`));
    expect(stored.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
    expect(await countsOf("open")).toMatchObject([{ message_count: 5, ended_at: "2026-03-05 14:04:00.000" }]);
  });

  it("keeps what the conversation said of itself when a message says nothing of it", async () => {
    const whole = {
      ...conversation("kept", 1),
      channel: "email",
      outcome: "resolved",
      attributes: { plan: "gold" },
    };
    await post("postConversations", whole);
    await post("postMessages", { conversationId: "kept", ...turn(1) });
    const rows = await api.runtime.columnar.query(
      sql`SELECT channel, outcome, attributes_text['plan'] AS plan FROM conversations FINAL WHERE external_id = 'kept'`,
      { tag: "test" },
    );
    expect(rows).toEqual([{ channel: "email", outcome: "resolved", plan: "gold" }]);
    for (const table of ["messages", "utterances"])
      expect(
        await api.runtime.columnar.query(
          sql`SELECT DISTINCT channel FROM ${ident(table)} FINAL WHERE conversation_id IN (
            SELECT conversation_id FROM conversations WHERE external_id = 'kept')`,
          { tag: "test" },
        ),
      ).toEqual([{ channel: "email" }]);
  });
});
