// Prints the schema as the engine holds it, for the committed `schema.sql`: a review sees what a migration really changed.
import { sql } from "../query/sql.ts";
import type { Columnar } from "./columnar.ts";

/** Every table's CREATE statement, by name. */
export async function dumpColumnarSchema(columnar: Columnar): Promise<string> {
  const rows = await columnar.query<{ statement: string }>(
    sql`SELECT formatQuery(replaceOne(create_table_query, concat(database, '.'), '')) AS statement
        FROM system.tables WHERE database = currentDatabase() ORDER BY name`,
    { tag: "dump schema" },
  );
  const head =
    "-- Printed by `npm run docs` from a freshly migrated store. Edit the migrations, not this file.\n";
  return `${head}\n${rows.map((row) => `${row.statement};\n`).join("\n")}`;
}
