// Tables as text: CSV, TSV and their kin, through the column mapper.
import { createItemSink, type ItemSink } from "../../item-sink.ts";
import { rejectOverlong } from "../../json/read-json-rows.ts";
import type { SourceRow } from "../../mapping/column.ts";
import { mapRows } from "../../mapping/map-rows.ts";
import type { ReadOptions } from "../../read-options.ts";
import { readText } from "../../text/read-text.ts";
import { splitLines } from "../../text/split-lines.ts";
import type { Format, FormatInput } from "../format.ts";
import { type CsvItem, createCsvParser } from "./parse-csv.ts";
import { type CsvDialect, looksLikeHeader, sniffDialect } from "./sniff-dialect.ts";

export const csv: Format = {
  id: "csv",
  name: "CSV, TSV",
  summary: "A table as text, separated by commas, tabs, semicolons or bars.",
  extensions: [".csv", ".tsv", ".tab"],
  defaultChannel: "api",
  isMapped: true,
  detect(head) {
    const isNamed = /\.(csv|tsv|tab)$/i.test(head.name);
    const first = head.text.trimStart().charAt(0);
    if (head.text.includes("\0")) return { score: 0, reason: "it is not text" };
    const dialect = sniffDialect(head.text, head.isWhole);
    if (dialect === undefined) {
      return isNamed && head.text.trim() !== ""
        ? { score: 0.35, reason: "its name says so; it has a single column" }
        : { score: 0, reason: "no separator cuts it into columns" };
    }
    const isJson = first === "{" || first === "[";
    const score = dialect.regularity * (isNamed ? 0.7 : isJson ? 0.05 : dialect.hasHeader ? 0.4 : 0.15);
    return { score, reason: dialect.reason };
  },
  async *read(input: FormatInput, options: ReadOptions) {
    let header: string | undefined;
    const sink = createItemSink(input, options, { extension: "csv", header: () => header });
    const dialect = sniffDialect(input.head.text, input.head.isWhole);
    const rows = readRows(input, sink, dialect, (raw) => {
      header = raw;
    });
    yield* mapRows(rows, input, sink, { channel: "api" });
  },
  example: `conversation_id,sent_at,speaker,text
c-1,2026-03-05T14:30:00Z,customer,"Hello, where is my order?"
c-1,2026-03-05T14:30:20Z,agent,It ships today.`,
  fields: [{ from: "the columns", to: "guessed, or as the mapping file says" }],
  notes: [
    "The separator is found from the first rows; quoted fields may hold separators and line ends.",
    "A row with more or fewer fields than the header is set aside. So is a line that opens a quote which is never closed; reading goes on with the next line.",
    "Without names in the first row the columns are called column_1, column_2 and so on.",
  ],
};

async function* readRows(
  input: FormatInput,
  sink: ItemSink,
  dialect: CsvDialect | undefined,
  onHeader: (raw: string) => void,
): AsyncGenerator<SourceRow[], void, undefined> {
  const { maxLineChars } = sink.options.limits;
  const parser = createCsvParser(
    dialect?.delimiter ?? (/\.(tsv|tab)$/i.test(input.name) ? "\t" : ","),
    maxLineChars,
  );
  let toRow: ((item: CsvItem, position: number) => SourceRow | undefined) | undefined;
  let position = 0;
  const toRows = (items: readonly CsvItem[]): SourceRow[] => {
    const rows: SourceRow[] = [];
    for (const item of items) {
      if (toRow === undefined && item.kind === "record") {
        const hasHeader = looksLikeHeader(item.fields);
        const names = hasHeader ? item.fields : item.fields.map((_, index) => `column_${index + 1}`);
        toRow = rowReader(uniqueNames(names), sink);
        if (hasHeader) {
          onHeader(item.raw);
          continue;
        }
      }
      const row = toRow?.(item, position);
      if (row !== undefined) rows.push(row);
      else if (toRow === undefined) rejectUnclosed(item, sink);
      position += 1;
    }
    return rows;
  };
  for await (const lines of splitLines(readText(input, sink), maxLineChars)) {
    const whole = lines.filter((line) => line.overlongChecksum === undefined);
    for (const line of lines) if (line.overlongChecksum !== undefined) rejectOverlong(line, sink);
    yield toRows(parser.push(whole));
  }
  yield toRows(parser.end());
}

function rowReader(names: readonly string[], sink: ItemSink) {
  return (item: CsvItem, position: number): SourceRow | undefined => {
    if (item.kind === "unclosed") {
      rejectUnclosed(item, sink);
      return undefined;
    }
    const { fields, raw, line } = item;
    if (fields.length !== names.length && !hasOnlyEmptyExtras(fields, names.length)) {
      sink.reject(
        "bad-csv",
        { place: { file: sink.file, line }, raw: () => raw },
        { expected: `${names.length} fields, as the header names` },
      );
      return undefined;
    }
    const value: Record<string, string> = {};
    for (let index = 0; index < names.length; index++) value[names[index] ?? ""] = fields[index] ?? "";
    return { value, raw: () => raw, line, position };
  };
}

function rejectUnclosed(item: CsvItem, sink: ItemSink): void {
  sink.reject(
    "bad-csv",
    { place: { file: sink.file, line: item.line }, raw: () => item.raw },
    { expected: "a closing quote" },
  );
}

function hasOnlyEmptyExtras(fields: readonly string[], columns: number): boolean {
  return fields.length > columns && fields.slice(columns).every((field) => field === "");
}

/** Columns without a name get one, and a name that comes again gets a number. */
export function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((given, index) => {
    const name = given.trim() === "" || given.trim() === "__proto__" ? `column_${index + 1}` : given.trim();
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}_${count}`;
  });
}
