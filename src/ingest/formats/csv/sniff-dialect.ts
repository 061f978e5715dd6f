// Finds a table's separator and whether its first row names the columns, from the first rows.

import { createLineSplitter } from "../../text/split-lines.ts";
import { createTimeParser } from "../../time/parse-time.ts";
import { createCsvParser } from "./parse-csv.ts";

const DELIMITERS = [",", "\t", ";", "|"] as const;
const NAMES: Readonly<Record<string, string>> = {
  ",": "commas",
  "\t": "tabs",
  ";": "semicolons",
  "|": "bars",
};
const SAMPLE_RECORDS = 100;
const parseTime = createTimeParser({ timeZone: "UTC", dayFirst: true });

export type CsvDialect = {
  readonly delimiter: string;
  readonly columns: number;
  /** Share of the first records that have as many fields as most have. */
  readonly regularity: number;
  readonly hasHeader: boolean;
  readonly reason: string;
};

/** Undefined when no separator cuts the text into two or more columns and it does not look like a list of one column. */
export function sniffDialect(text: string, isWhole: boolean): CsvDialect | undefined {
  const splitter = createLineSplitter(1_000_000);
  const lines = [...splitter.push(text), ...(isWhole ? splitter.end() : [])];
  let best: CsvDialect | undefined;
  for (const delimiter of DELIMITERS) {
    const parser = createCsvParser(delimiter, 1_000_000);
    const records = [...parser.push(lines), ...(isWhole ? parser.end() : [])]
      .flatMap((item) => (item.kind === "record" ? [item.fields] : []))
      .slice(0, SAMPLE_RECORDS);
    const dialect = describe(delimiter, records);
    if (dialect === undefined) continue;
    if (best === undefined || weight(dialect) > weight(best)) best = dialect;
  }
  return best;
}

function weight({ regularity, columns }: CsvDialect): number {
  return regularity + Math.min(columns, 12) * 0.01;
}

function describe(delimiter: string, records: readonly (readonly string[])[]): CsvDialect | undefined {
  const header = records[0];
  if (header === undefined || header.length < 2) return undefined;
  const columns = header.length;
  const regularity = records.filter((record) => record.length === columns).length / records.length;
  if (regularity < 0.5) return undefined;
  const hasHeader = looksLikeHeader(header);
  return {
    delimiter,
    columns,
    regularity,
    hasHeader,
    reason: `${columns} columns separated by ${NAMES[delimiter] ?? "a sign"}${hasHeader ? ", named in the first row" : ", without names"}`,
  };
}

/** A header's cells are short, distinct and neither times nor numbers. */
export function looksLikeHeader(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (filled.length === 0 || filled.length < cells.length * 0.7) return false;
  if (new Set(filled).size < filled.length) return false;
  return filled.every(
    (cell) =>
      cell.length <= 80 &&
      !Number.isFinite(Number(cell)) &&
      parseTime(cell) === undefined &&
      !/[.!?]\s|[.!?]$/.test(cell),
  );
}
