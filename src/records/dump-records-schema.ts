// Prints the records' schema as the engine holds it, for the committed `schema.sql`: a review sees what a migration changed.
import type { Records } from "./records.ts";

const COLUMNS = `
  SELECT c.relname AS name, string_agg(
    format('    %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
      CASE WHEN a.attidentity <> '' THEN ' GENERATED ALWAYS AS IDENTITY'
           WHEN d.adbin IS NOT NULL THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END),
    E',\\n' ORDER BY a.attnum) AS text
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
  GROUP BY c.relname ORDER BY c.relname`;

const CONSTRAINTS = `
  SELECT conrelid::regclass::text AS name, format('    CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)) AS text
  FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace AND conrelid <> 0 AND contype IN ('p', 'u', 'f', 'c')
  ORDER BY contype = 'f', conname`;

const INDEXES = `
  SELECT tablename AS name, indexdef AS text FROM pg_indexes
  WHERE schemaname = 'public' AND indexname NOT IN (SELECT conname FROM pg_constraint)
  ORDER BY tablename, indexname`;

type Part = { readonly name: string; readonly text: string };

/** Every table with its constraints and indexes, by name. The queue's own tables, in their own schema, are not shown. */
export async function dumpRecordsSchema(records: Records): Promise<string> {
  const read = async (statement: string) => (await records.raw(statement)).rows as unknown as readonly Part[];
  const [tables, constraints, indexes] = [await read(COLUMNS), await read(CONSTRAINTS), await read(INDEXES)];
  const of = (parts: readonly Part[], name: string) =>
    parts.filter((part) => part.name === name).map((part) => part.text);
  const statements = tables.map(({ name, text }) => {
    const body = [text, ...of(constraints, name)].join(",\n");
    return [`CREATE TABLE ${name} (\n${body}\n);`, ...of(indexes, name).map((index) => `${index};`)].join(
      "\n",
    );
  });
  const head =
    "-- Printed by `npm run docs` from freshly migrated records. Edit the migrations, not this file.\n";
  return `${head}\n${statements.join("\n\n")}\n`;
}
