// Rows as text that a spreadsheet takes: tab-separated, one line a row, numbers bare. Pure.
import type { CellValue, Column } from "./column.ts";

/** Text that a spreadsheet would run as a formula, kept as text by a leading apostrophe. */
export function asPlainText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function tsvCell(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  return asPlainText(value.replaceAll(/[\t\r\n]+/g, " ").trim());
}

/** With a line of column names. */
export function toTsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map((column) => tsvCell(column.value(row))).join("\t"));
  return `${[columns.map(({ label }) => label).join("\t"), ...lines].join("\n")}\n`;
}
