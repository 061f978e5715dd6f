// What a chart draws, as a table: the same numbers for "show as table", for CSV and for screen readers.

export type Cell = string | number | null;
export type ChartTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/** Opens what a cell counts: the first column is the label, those after it up to `columns` open. */
export type OpenCell = { readonly columns: number; readonly open: (row: number, column: number) => void };

/** A cell as RFC 4180 wants it. What a spreadsheet would run as a formula is kept as text by a leading apostrophe. */
function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** CSV with a header line and CRLF line ends (RFC 4180). */
export function toCsv(table: ChartTable): string {
  return [table.columns, ...table.rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/** A name for a file from a title: "Volume by channel" makes volume-by-channel.csv. */
export function fileName(title: string, ending: string): string {
  const stem = title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 80);
  return `${stem === "" ? "chart" : stem}.${ending}`;
}
