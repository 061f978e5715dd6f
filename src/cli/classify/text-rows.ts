import type { BadRow, RowFile, TableRow } from "./table-rows.ts";

/** The row's text in a field, or what is wrong with it. */
export function textOf(row: TableRow, field: string): string | BadRow {
  if (!Object.hasOwn(row.values, field)) return { line: row.line, problem: `has no field ${field}` };
  const value = row.values[field];
  if (typeof value !== "string") return { line: row.line, problem: `has no text in ${field}` };
  return value.trim() === "" ? { line: row.line, problem: `has an empty ${field}` } : value;
}

export type TextRow = { readonly row: TableRow; readonly text: string };

/** Rows with a text, in batches; what cannot be used goes to `onBad`. */
export async function* textBatches(
  { rows }: RowFile,
  field: string,
  size: number,
  onBad: (bad: BadRow) => void,
): AsyncGenerator<TextRow[], void, undefined> {
  let batch: TextRow[] = [];
  for await (const row of rows) {
    if ("problem" in row) {
      onBad(row);
      continue;
    }
    const text = textOf(row, field);
    if (typeof text !== "string") {
      onBad(text);
      continue;
    }
    batch.push({ row, text });
    if (batch.length >= size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
