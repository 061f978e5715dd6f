// Imports: one row a run of an import, with what became of every record it read.
import { AppError } from "../core/errors.ts";
import type { RecordsDb } from "./records.ts";
import type { ImportFile, ImportState, ImportWarning, Row } from "./schema.ts";

export type ImportCounts = {
  readonly read: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly updated: number;
  readonly set_aside: number;
  readonly skipped: number;
  readonly bytes: number;
};

export async function startImport(
  db: RecordsDb,
  workspace: string,
  started: {
    readonly id: string;
    readonly source: string;
    readonly format?: string;
    readonly files: readonly ImportFile[];
  },
): Promise<void> {
  await db
    .insertInto("imports")
    .values({
      id: started.id,
      workspace,
      source: started.source,
      format: started.format ?? null,
      files: JSON.stringify(started.files),
      state: "running",
    })
    .execute();
}

/** Writes how far a running import is. */
export async function updateImportCounts(
  db: RecordsDb,
  workspace: string,
  id: string,
  counts: Partial<ImportCounts> & { readonly format?: string },
): Promise<void> {
  await db
    .updateTable("imports")
    .set(counts)
    .where("workspace", "=", workspace)
    .where("id", "=", id)
    .execute();
}

/** Ends an import. `error` is for people and must not quote the data. */
export async function finishImport(
  db: RecordsDb,
  workspace: string,
  id: string,
  end: {
    readonly state: Exclude<ImportState, "running">;
    readonly counts: ImportCounts;
    readonly warnings?: readonly ImportWarning[];
    readonly error?: string;
  },
): Promise<void> {
  await db
    .updateTable("imports")
    .set({
      ...end.counts,
      state: end.state,
      warnings: JSON.stringify(end.warnings ?? []),
      error: end.error ?? null,
      finished_at: new Date(),
    })
    .where("workspace", "=", workspace)
    .where("id", "=", id)
    .execute();
}

/** Throws NOT_FOUND. */
export async function getImport(db: RecordsDb, workspace: string, id: string): Promise<Row<"imports">> {
  const row = await db
    .selectFrom("imports")
    .selectAll()
    .where("workspace", "=", workspace)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw new AppError("NOT_FOUND", { kind: "import", id });
  return row;
}

/** The newest first. */
export async function listImports(db: RecordsDb, workspace: string, limit = 100): Promise<Row<"imports">[]> {
  return db
    .selectFrom("imports")
    .selectAll()
    .where("workspace", "=", workspace)
    .orderBy("started_at", "desc")
    .orderBy("id")
    .limit(limit)
    .execute();
}

/**
 * Marks imports that say "running" as failed, and says how many there were: more than none means that a process was killed,
 * and the next import must write with `recheck`. Call it at the start, when no import of this data directory can be running.
 */
export async function failInterruptedImports(db: RecordsDb): Promise<number> {
  const result = await db
    .updateTable("imports")
    .set({
      state: "failed",
      error: "The process ended during the import. Import the same again to complete it.",
      finished_at: new Date(),
    })
    .where("state", "=", "running")
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/**
 * Whether an import of the source did not end well, so that rows of it may lie without their conversation, and no later one of
 * the same source has: its next import then writes with `recheck`. A conversation's key holds its source, so that imports of
 * other sources never meet such rows.
 */
export async function hasUnfinishedImports(
  db: RecordsDb,
  workspace: string,
  source: string,
): Promise<boolean> {
  const row = await db
    .selectFrom("imports")
    .select("id")
    .where("workspace", "=", workspace)
    .where("source", "=", source)
    .where("state", "in", ["running", "failed"])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("imports as later")
            .select("later.id")
            .whereRef("later.workspace", "=", "imports.workspace")
            .whereRef("later.source", "=", "imports.source")
            .whereRef("later.started_at", ">", "imports.started_at")
            .where("later.state", "=", "done"),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds to the record of a stream of small deliveries (a day of one source), which is made when it is not there yet. */
export async function addToImport(
  db: RecordsDb,
  workspace: string,
  delivery: { readonly id: string; readonly source: string; readonly format: string; readonly name: string },
  counts: ImportCounts,
): Promise<void> {
  const now = new Date();
  await db
    .insertInto("imports")
    .values({
      id: delivery.id,
      workspace,
      source: delivery.source,
      format: delivery.format,
      files: JSON.stringify([{ name: delivery.name }]),
      state: "done",
      ...counts,
      finished_at: now,
    })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((expression) => ({
        read: expression("imports.read", "+", expression.ref("excluded.read")),
        stored: expression("imports.stored", "+", expression.ref("excluded.stored")),
        duplicate: expression("imports.duplicate", "+", expression.ref("excluded.duplicate")),
        updated: expression("imports.updated", "+", expression.ref("excluded.updated")),
        set_aside: expression("imports.set_aside", "+", expression.ref("excluded.set_aside")),
        skipped: expression("imports.skipped", "+", expression.ref("excluded.skipped")),
        bytes: expression("imports.bytes", "+", expression.ref("excluded.bytes")),
        finished_at: now,
      })),
    )
    .execute();
}
