// Takes in the body of a request: small, often, answered when it is stored. Prepared on this thread, since starting workers
// costs more than a body does; recorded as one import a day and source, since one a body would bury all others.
import { writeBatch } from "../../columnar/write/write-batch.ts";
import { deterministicUuid } from "../../core/ids.ts";
import type { SourceConversation } from "../../core/source-conversation.ts";
import { readHttpBody } from "../../ingest/http-body.ts";
import type { Reject } from "../../ingest/read-item.ts";
import { addRejects } from "../../records/import-rejects.ts";
import { addToImport } from "../../records/imports.ts";
import { ensureSource } from "../../records/sources.ts";
import { createTally } from "./import-tally.ts";
import { createBatchPreparer } from "./prepare-batch.ts";
import { countColumns, findPreparerOptions, type ImportServices, rejectRow } from "./record-import.ts";

export type Delivery = {
  readonly kind: "conversations" | "messages";
  readonly source?: string | undefined;
  readonly body: AsyncIterable<Uint8Array>;
  readonly now: Date;
};

const DEFAULT_SOURCE = "api";

/** Stores what is good of a body and names what is not. */
export async function ingestBody(services: ImportServices, delivery: Delivery) {
  const { columnar, records, workspace } = services;
  const source = delivery.source ?? DEFAULT_SOURCE;
  const day = delivery.now.toISOString().slice(0, 10);
  const importId = deterministicUuid("delivery", workspace.id, source, day);
  const chunks: Uint8Array[] = [];
  for await (const chunk of delivery.body) chunks.push(chunk);
  const body = Buffer.concat(chunks);

  const tally = createTally();
  const conversations: SourceConversation[] = [];
  const rejects: Reject[] = [];
  for await (const item of readHttpBody(delivery.kind, body, { now: delivery.now })) {
    if (item.kind === "conversation") {
      conversations.push(item.conversation);
      tally.addMessages(item.conversation.messages.length);
    } else if (item.kind === "reject") {
      rejects.push(item.reject);
      tally.addReject();
    } else if (item.kind === "skipped") tally.addSkipped(item.count);
  }
  const context = { workspace: workspace.id, importId, version: delivery.now.getTime() };
  const options = await findPreparerOptions(services, source);
  const prepared = createBatchPreparer(options, context)(conversations);
  const written = await writeBatch(columnar, prepared.batch, { tag: "ingest" });
  tally.addWritten({ ...written, duplicate: written.duplicate + prepared.duplicates });

  const counts = tally.counts();
  const name = `${delivery.kind} posted on ${day}`;
  await ensureSource(records.db, workspace.id, { name: source, format: "http" });
  await addToImport(
    records.db,
    workspace.id,
    { id: importId, source, format: "http", name },
    countColumns(counts, body.length),
  );
  await addRejects(records.db, workspace.id, importId, rejects.map(rejectRow));
  return {
    importId,
    read: counts.read,
    stored: counts.stored,
    duplicate: counts.duplicate,
    updated: counts.updated,
    setAside: rejects.map(({ place, field, reason, expected, advice }) => ({
      line: place.line ?? null,
      path: place.path ?? null,
      field: field ?? null,
      reason,
      expected,
      advice,
    })),
  };
}
