// The port to the records: Kysely over PGlite or PostgreSQL. Repositories (one file a table) take `db` and their arguments.
import type { Kysely } from "kysely";
import type { RecordsSchema } from "./schema.ts";

export type RecordsDb = Kysely<RecordsSchema>;

/** Runs SQL text as it is, several statements at once allowed; gives the rows of all of them. What pg-boss asks for. */
export type RawSql = (
  text: string,
  values?: readonly unknown[],
) => Promise<{ rows: Record<string, unknown>[] }>;

export type Records = {
  readonly kind: "pglite" | "postgres";
  readonly db: RecordsDb;
  readonly raw: RawSql;
  ping(): Promise<void>;
  close(): Promise<void>;
};

export type RecordsTarget = { readonly dataDir: string } | { readonly url: string };
