// A whole API on real engines with a small, known workspace: 40 conversations on eight days of March 2026, two topics.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { createApi } from "../../src/api/create-api.ts";
import { createMetrics } from "../../src/api/metrics.ts";
import type { ApiServices, Importer, IngestBody, Upload } from "../../src/api/services.ts";
import { migrate } from "../../src/columnar/migrate.ts";
import { openColumnar } from "../../src/columnar/open-columnar.ts";
import { CHANNELS } from "../../src/core/domain.ts";
import { deterministicUuid } from "../../src/core/ids.ts";
import { createCurator } from "../../src/jobs/topics/curate/curator.ts";
import { sql } from "../../src/query/sql.ts";
import { finishImport, startImport } from "../../src/records/imports.ts";
import { migrateRecords } from "../../src/records/migrate-records.ts";
import { openRecords } from "../../src/records/open-records.ts";
import { saveTopicRun } from "../../src/records/topics.ts";
import { ensureWorkspace } from "../../src/records/workspaces.ts";

export const WORKSPACE = "main";
export const NOW = Date.parse("2026-03-09T10:00:00Z");
export const CONVERSATIONS = 40;

export type ApiStores = {
  readonly services: ApiServices;
  readonly logLines: string[];
  open(change?: Partial<ApiServices>): Promise<FastifyInstance>;
  close(): Promise<void>;
};

export function conversationKey(index: number): string {
  return deterministicUuid("test conversation", String(index));
}

export async function openApiStores(): Promise<ApiStores> {
  const dataDir = await mkdtemp(join(tmpdir(), "parlance-api-"));
  const metrics = createMetrics();
  const columnar = await openColumnar({ dataDir }, { onTiming: metrics.observeStatement });
  const records = await openRecords({ dataDir });
  await Promise.all([migrate(columnar), migrateRecords(records)]);
  await ensureWorkspace(records.db, { id: WORKSPACE, name: "Main" });
  const logLines: string[] = [];
  const services: ApiServices = {
    columnar,
    records,
    workspace: WORKSPACE,
    metrics,
    queue: { enqueue: async () => "job", cancel: async () => undefined },
    settings: { mode: "local", host: "127.0.0.1", publicUrl: "", version: "1.2.3" },
    importer: createTestImporter(async (upload) => {
      await startImport(records.db, WORKSPACE, {
        id: upload.importId,
        source: "upload",
        files: [{ name: upload.name }],
      });
      const counts = { read: 0, stored: 0, duplicate: 0, updated: 0, set_aside: 0, skipped: 0, bytes: 0 };
      for await (const chunk of upload.body) counts.bytes += chunk.length;
      await finishImport(records.db, WORKSPACE, upload.importId, { state: "done", counts });
    }),
    curator: (lensId) =>
      createCurator({
        ...{ columnar, db: records.db, workspace: WORKSPACE },
        ...(lensId !== undefined && { lensId }),
      }),
    embedQuery: async () => ({ vector: vectorOf(1), encoder: "test" }),
    sampleProgress: () => null,
    logger: pino({ level: "info" }, { write: (line: string) => void logLines.push(line) }),
    clock: () => NOW,
  };
  await seed(services);
  const apps: FastifyInstance[] = [];
  return {
    services,
    logLines,
    async open(change = {}) {
      const app = await createApi({ ...services, ...change });
      apps.push(app);
      return app;
    },
    async close() {
      for (const app of apps) await app.close();
      await columnar.close();
      await records.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Takes bytes and counts them; nothing is parsed, since the pipeline has tests of its own. */
export function createTestImporter(start: (upload: Upload) => Promise<void>): Importer {
  return {
    formats: () => [{ id: "csv", label: "CSV", description: "Tables", extensions: [".csv"], mappable: true }],
    preview: async ({ head }) => ({
      format: "csv",
      formatReason: `${head.length} bytes`,
      candidates: [],
      mapping: null,
      columns: [],
      conversations: [],
      rejects: [],
    }),
    start,
    cancel: async () => false,
    async ingest({ body }: IngestBody) {
      let read = 0;
      for await (const chunk of body)
        read += Buffer.from(chunk).toString().split("\n").filter(Boolean).length;
      return { importId: "i1", read, stored: read, duplicate: 0, updated: 0, setAside: [] };
    },
    progress: () => undefined,
    retryAfterSeconds: () => undefined,
  };
}

function vectorOf(topic: number): Float32Array {
  return Float32Array.from({ length: 4 }, (_, place) => (place === topic ? 1 : 0));
}

async function seed({ columnar, records }: ApiServices): Promise<void> {
  const options = { tag: "seed" };
  const all = Array.from({ length: CONVERSATIONS }, (_, index) => rowsOf(index));
  await columnar.insert(
    "conversations",
    all.map((rows) => rows.conversation),
    options,
  );
  await columnar.insert(
    "messages",
    all.flatMap((rows) => rows.messages),
    options,
  );
  await columnar.insert(
    "utterances",
    all.flatMap((rows) => rows.utterances),
    options,
  );
  const base64 = (topic: number) => Buffer.from(vectorOf(topic).buffer).toString("base64");
  const hashes = await columnar.query<{ text_hash: string; topic_id: number }>(
    sql`SELECT DISTINCT text_hash, topic_id FROM utterances`,
    options,
  );
  const vectors = hashes.map(({ text_hash, topic_id }) => ({
    encoder: "test",
    text_hash,
    vector_base64: base64(topic_id),
    version: 1,
  }));
  await columnar.insert("vectors", vectors, options);
  const topic = (name: string) => ({
    name,
    phrases: [name.toLowerCase()],
    quotes: [],
    centroid: vectorOf(1),
    size: 20,
    weight: 20,
    cohesion: 0.8,
  });
  const run = {
    id: "run1",
    encoder: "test",
    seed: 1,
    params: {},
    texts: 40,
    assigned: 30,
    unassignedReasons: {},
    reason: "as asked",
    startedAt: new Date(NOW),
  };
  await saveTopicRun(records.db, WORKSPACE, run, [topic("Refund"), topic("Delivery")]);
}

/** Conversation i: day 1 + i % 8 of March, channel i % 3, topics 1, 2 or none by i % 4, three messages. */
function rowsOf(index: number) {
  const day = `2026-03-0${1 + (index % 8)}`;
  const conversation_id = conversationKey(index);
  const channel = CHANNELS[index % 3] ?? "web";
  const source = index % 2 === 0 ? "alpha" : "beta";
  const topic = index % 4 === 3 ? 0 : 1 + (index % 2);
  const shared = { workspace: WORKSPACE, day, conversation_id, channel, source, version: 1 };
  const said = [
    "Hello",
    topic === 1 ? `I want my refund ${index}` : `Where is parcel ${index}`,
    "I will look into it",
  ];
  const roles = ["bot", "customer", "agent"] as const;
  const sentiment = topic === 1 ? -0.6 : 0.4;
  const messages = said.map((text, position) => ({
    ...shared,
    message_id: deterministicUuid("test message", String(index), String(position)),
    position,
    sent_at: `${day} 12:0${position}:00.000`,
    role: roles[position],
    participant: `p${position}`,
    text: position === 1 ? `${text} [EMAIL]` : text,
    redaction_starts: position === 1 ? [text.length + 1] : [],
    redaction_ends: position === 1 ? [text.length + 8] : [],
    redaction_types: position === 1 ? ["EMAIL"] : [],
    row_hash: "h",
    import_id: "i1",
  }));
  return {
    messages,
    utterances: messages.map(
      ({
        text,
        redaction_starts: _s,
        redaction_ends: _e,
        redaction_types: _t,
        participant: _p,
        row_hash: _h,
        import_id: _i,
        ...message
      }) => ({
        ...message,
        span_start: 0,
        span_end: text.length,
        normalised: text.toLowerCase(),
        language: "en",
        sentiment: message.role === "customer" ? sentiment : 0,
        has_sentiment: true,
        topic_id: message.role === "customer" ? topic : 0,
        topic_confidence: 0.5 + index / 100,
        label_version: "v1",
      }),
    ),
    conversation: {
      ...shared,
      external_id: `c${index}`,
      language: "en",
      customer: `u${index % 10}`,
      started_at: `${day} 12:00:00.000`,
      ended_at: `${day} 12:02:00.000`,
      outcome: index % 5 === 0 ? "unknown" : index % 2 === 0 ? "resolved" : "escalated",
      outcome_origin: "source",
      attributes_text: { plan: index % 2 === 0 ? "pro" : "free" },
      attributes_number: { seats: index },
      attributes_boolean: { trial: index % 3 === 0 },
      attributes_time: { renewal: `${day} 00:00:00.000` },
      message_count: 3,
      customer_message_count: 1,
      bot_message_count: 1,
      agent_message_count: 1,
      handed_over: true,
      first_customer_text: said[1],
      topic_ids: topic === 0 ? [] : [topic],
      primary_topic_id: topic,
      sentiment_start: sentiment,
      sentiment_end: sentiment,
      sentiment_lowest: sentiment,
      sentiment_mean: sentiment,
      has_sentiment: true,
      label_version: "v1",
      row_hash: "h",
      import_id: "i1",
    },
  };
}
