// The records on a PostgreSQL server. The database named in the URL must exist.
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { RawSql, Records } from "./records.ts";
import type { RecordsSchema } from "./schema.ts";

const INT8 = 20;

/** Counts are kept as bigint and read as numbers; 2^53 is far away. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    Number(oid) === INT8 ? Number : (pg.types.getTypeParser(oid, format) as (value: string) => unknown),
};

export async function openPostgresRecords(url: string): Promise<Records> {
  const pool = new pg.Pool({ connectionString: url, max: 10, types, application_name: "parlance" });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  const db = new Kysely<RecordsSchema>({ dialect: new PostgresDialect({ pool }) });

  const raw: RawSql = async (text, values = []) => {
    const client = await pool.connect();
    try {
      const results: pg.QueryResult | readonly pg.QueryResult[] =
        values.length > 0 ? await client.query(text, [...values]) : await client.query(text);
      client.release();
      return { rows: [results].flat().flatMap((result) => result.rows as Record<string, unknown>[]) };
    } catch (error) {
      // The text may have begun a transaction; a connection in an unknown state is not used again.
      client.release(true);
      throw error;
    }
  };

  return {
    kind: "postgres",
    db,
    raw,
    ping: async () => {
      await raw("SELECT 1");
    },
    close: () => db.destroy(),
  };
}
