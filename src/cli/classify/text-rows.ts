import { type BadLine, batchesOf, type JsonLine } from "../json-lines.ts";
import type { RowFile } from "./table-rows.ts";

/** The row's text in a field, or what is wrong with it. */
export function textOf(row: JsonLine, field: string): string | BadLine {
  if (!Object.hasOwn(row.values, field)) return { line: row.line, problem: `has no field ${field}` };
  const value = row.values[field];
  if (typeof value !== "string") return { line: row.line, problem: `has no text in ${field}` };
  return value.trim() === "" ? { line: row.line, problem: `has an empty ${field}` } : value;
}

export type TextRow = { readonly row: JsonLine; readonly text: string };

/** Rows with a text, in batches; what cannot be used goes to `onBad`. */
export function textBatches(
  { rows }: RowFile,
  field: string,
  size: number,
  onBad: (bad: BadLine) => void,
): AsyncGenerator<TextRow[], void, undefined> {
  const read = (row: JsonLine): TextRow | string => {
    const text = textOf(row, field);
    return typeof text === "string" ? { row, text } : text.problem;
  };
  return batchesOf(rows, size, read, onBad);
}
