// Sources, uploads and what they brought. A body goes to the importer as it streams and never to disk.
import { randomUUID } from "node:crypto";
import { readSourceFigures } from "../../columnar/read/source-figures.ts";
import { AppError } from "../../core/errors.ts";
import { addAudit } from "../../records/audit.ts";
import { countRejectsByReason, listRejects } from "../../records/import-rejects.ts";
import { getImport, listImports } from "../../records/imports.ts";
import type { Row } from "../../records/schema.ts";
import { listSources } from "../../records/sources.ts";
import type { Handlers } from "../handler.ts";
import { bodyOf, limitBytes, takeHead } from "../raw-body.ts";
import type { ApiServices, Importer } from "../services.ts";

type Names =
  | "getSources"
  | "getFormats"
  | "getImports"
  | "getImport"
  | "getImportRejects"
  | "previewImport"
  | "startImport"
  | "cancelImport";

/** What a preview looks at; more of the body is refused. */
const HEAD_BYTES = 4 * 1_048_576;

export function importRoutes(services: ApiServices): Handlers<Names> {
  const { workspace, importer, columnar } = services;
  const { db } = services.records;
  const read = async (id: string) => describeImport(await getImport(db, workspace, id), importer);
  return {
    async getSources(_, scope) {
      const [figures, known, imports] = await Promise.all([
        scope.readContext().then((context) => readSourceFigures(columnar, context)),
        listSources(db, workspace),
        listImports(db, workspace, 1000),
      ]);
      const byName = new Map(figures.map((source) => [source.name, source]));
      const names = new Set([...byName.keys(), ...known.map((source) => source.name)]);
      const sources = [...names].sort().map((name) => {
        const last = imports.find((entry) => entry.source === name);
        const format = known.find((source) => source.name === name)?.format ?? null;
        const none = { name, channels: [], conversations: 0, messages: 0, firstAt: null, lastAt: null };
        return {
          ...(byName.get(name) ?? none),
          format,
          lastImport: last === undefined ? null : lastOf(last),
        };
      });
      return { sources };
    },
    getFormats: async () => ({ formats: importer.formats() }),
    async getImports({ query }) {
      const rows = await listImports(db, workspace, query.limit);
      return { imports: rows.map((row) => describeImport(row, importer)) };
    },
    getImport: ({ params }) => read(params.id),
    async getImportRejects({ params, query }) {
      await getImport(db, workspace, params.id);
      const [rows, reasons] = await Promise.all([
        listRejects(db, workspace, params.id, { after: query.after, limit: query.limit }),
        countRejectsByReason(db, workspace, params.id),
      ]);
      return {
        rejects: rows.map((row) => ({
          place: { file: row.file, line: row.line === null ? null : Number(row.line), path: row.path },
          reason: row.reason,
          field: row.field,
          expected: row.expected,
          advice: row.advice,
          checksum: row.checksum,
        })),
        total: reasons.reduce((sum, { count }) => sum + count, 0),
        reasons,
        next: rows.length < query.limit ? null : Number(rows.at(-1)?.id ?? 0),
      };
    },
    async previewImport({ query }, { request }) {
      const head = await takeHead(bodyOf(request), HEAD_BYTES);
      return importer.preview({ ...query, mapping: parseJson(query.mapping), head });
    },
    async startImport({ query }, { request, signal, caller }) {
      const wait = importer.retryAfterSeconds();
      if (wait !== undefined) throw new AppError("TOO_MANY_REQUESTS", { retryAfterSeconds: wait });
      const importId = query.id ?? randomUUID();
      const { actor } = caller;
      await addAudit(db, workspace, { actor, action: "import.start", subject: importId });
      await importer.start({
        ...query,
        importId,
        mapping: parseJson(query.mapping),
        body: limitBytes(bodyOf(request), Number.POSITIVE_INFINITY),
        signal,
      });
      return read(importId);
    },
    async cancelImport({ params }, { caller }) {
      await getImport(db, workspace, params.id);
      await importer.cancel(params.id);
      const { actor } = caller;
      await addAudit(db, workspace, { actor, action: "import.cancel", subject: params.id });
      return read(params.id);
    },
  };
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("MAPPING_INVALID", { problem: "it is no JSON" }, { cause });
  }
}

function lastOf(row: Row<"imports">) {
  return { id: row.id, state: row.state, finishedAt: row.finished_at?.toISOString() ?? null };
}

function describeImport(row: Row<"imports">, importer: Importer) {
  const live = row.state === "running" ? importer.progress(row.id) : undefined;
  const sizes = row.files.map((file) => file.sizeBytes);
  const total = sizes.reduce<number | undefined>(
    (sum, size) => (sum === undefined || size === undefined ? undefined : sum + size),
    sizes.length === 0 ? undefined : 0,
  );
  return {
    id: row.id,
    name: row.files.map((file) => file.name).join(", "),
    source: row.source,
    format: row.format,
    state: row.state,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    counts: {
      read: Number(row.read),
      stored: Number(row.stored),
      duplicate: Number(row.duplicate),
      updated: Number(row.updated),
      setAside: Number(row.set_aside),
      skipped: Number(row.skipped),
    },
    bytesRead: live?.bytesRead ?? Number(row.bytes),
    bytesTotal: live?.bytesTotal ?? total ?? null,
    warnings: row.warnings,
    error: row.error,
  };
}
