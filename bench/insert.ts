// How fast prepared conversations go into the embedded store, beside what the engine itself takes when it is handed the same
// message rows and nothing else.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Columnar } from "../src/columnar/columnar.ts";
import { migrate } from "../src/columnar/migrate.ts";
import { openColumnar } from "../src/columnar/open-columnar.ts";
import { encodeBatch } from "../src/columnar/write/encode-batch.ts";
import type { EncodedBatch } from "../src/columnar/write/encoded-batch.ts";
import { ENCODED_COLUMNS } from "../src/columnar/write/tab-separated.ts";
import { writeBatch } from "../src/columnar/write/write-batch.ts";
import { conversationId, messageId } from "../src/core/ids.ts";
import type { PreparedConversation } from "../src/prepare/prepared.ts";
import { sql } from "../src/query/sql.ts";
import type { Bench, BenchRow } from "./bench.ts";

const BATCHES = 15;
const CONVERSATIONS_A_BATCH = 2_000;
const MESSAGES_A_CONVERSATION = 10;
const MESSAGES = BATCHES * CONVERSATIONS_A_BATCH * MESSAGES_A_CONVERSATION;

const TEXTS = [
  "hello, i would like to know where my order is. it should have been here on monday.",
  "thank you for waiting! your parcel left our warehouse yesterday and should arrive tomorrow.",
  "that is too late for me, can i get my money back?",
  "yes.",
];

function makeConversation(index: number): PreparedConversation {
  const id = conversationId("bench", "bench", String(index));
  const start = Date.UTC(2026, 0, 1) + (index % 90) * 86_400_000 + (index % 86_400) * 1_000;
  return {
    conversationId: id,
    source: "bench",
    externalId: String(index),
    channel: index % 3 === 0 ? "mobile" : "web",
    language: "en",
    customer: `customer ${index % 5_000}`,
    outcome: "resolved",
    outcomeOrigin: "source",
    attributes: { plan: { kind: "text", value: index % 2 === 0 ? "gold" : "free" } },
    rowHash: id,
    messages: Array.from({ length: MESSAGES_A_CONVERSATION }, (_, position) => {
      const text = `${TEXTS[(index + position) % TEXTS.length]} (${index})`;
      const half = Math.floor(text.length / 2);
      return {
        messageId: messageId(id, { externalId: String(position) }),
        position,
        sentAt: new Date(start + position * 20_000).toISOString(),
        role: position % 2 === 0 ? "customer" : "agent",
        participant: `p${position % 2}`,
        text,
        redactions: [],
        utterances: [
          { start: 0, end: half, normalised: text.slice(0, half) },
          { start: half, end: text.length, normalised: text.slice(half) },
        ],
        botNode: "",
        replyTo: "",
        durationMs: 0,
        rowHash: `${id}${position}`,
      } as const;
    }),
  };
}

async function clear(columnar: Columnar): Promise<void> {
  for (const table of [sql`conversations`, sql`messages`, sql`utterances`]) {
    await columnar.exec(sql`TRUNCATE TABLE ${table}`, { tag: "bench" });
  }
}

async function rate(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round((MESSAGES / (performance.now() - started)) * 1000);
}

async function measure(columnar: Columnar, write: (line: string) => void): Promise<BenchRow[]> {
  write(`making ${MESSAGES} messages`);
  const batches: EncodedBatch[] = [];
  let encodeMs = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const conversations = Array.from({ length: CONVERSATIONS_A_BATCH }, (_, index) =>
      makeConversation(batch * CONVERSATIONS_A_BATCH + index),
    );
    const started = performance.now();
    batches.push(encodeBatch(conversations, { workspace: "bench", importId: "bench", version: 1 }));
    encodeMs += performance.now() - started;
  }
  write("inserting message rows alone");
  const raw = await rate(async () => {
    for (const { messages } of batches) {
      const rows = { tabSeparated: messages.bytes, columns: ENCODED_COLUMNS.messages };
      await columnar.insert("messages", rows, { tag: "bench" });
    }
  });
  await clear(columnar);
  const writeAll = async () => {
    for (const batch of batches) await writeBatch(columnar, batch);
  };
  write("writing whole batches");
  const cpuBefore = process.threadCpuUsage();
  const fresh = await rate(writeAll);
  const { user, system } = process.threadCpuUsage(cpuBefore);
  write("writing them again");
  const again = await rate(writeAll);
  const unit = "messages/s";
  const peer = { name: "chDB, message rows alone", value: raw };
  return [
    { what: "encoding (one thread)", value: Math.round((MESSAGES / encodeMs) * 1000), unit },
    { what: "chDB, message rows alone", value: raw, unit },
    {
      what: "writing new conversations, utterances included",
      value: fresh,
      unit,
      limit: { text: "≥ 20000", met: fresh >= 20_000 },
      peer,
    },
    {
      what: "writing them again, which changes nothing",
      value: again,
      unit,
      limit: { text: "≥ 15000", met: again >= 15_000 },
      peer,
    },
    {
      what: "main thread's CPU for 1,000 new messages",
      value: (user + system) / MESSAGES,
      unit: "ms",
    },
  ];
}

export const bench: Bench = {
  name: "insert",
  summary: "the embedded store's rate for prepared conversations, beside the engine's own",
  async run({ write }) {
    const dataDir = await mkdtemp(join(tmpdir(), "parlance-bench-"));
    const columnar = await openColumnar({ dataDir });
    try {
      await migrate(columnar);
      return await measure(columnar, write);
    } finally {
      await columnar.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};
