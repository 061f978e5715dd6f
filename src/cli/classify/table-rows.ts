// Rows of a JSON Lines or CSV file one after another, each with its line number; a row that cannot be read is told with the
// reason, in words without its content, and reading goes on.
import type { Readable } from "node:stream";
import { AppError } from "../../core/errors.ts";
import { type CsvItem, createCsvParser } from "../../ingest/formats/csv/parse-csv.ts";
import { sniffDialect } from "../../ingest/formats/csv/sniff-dialect.ts";
import { decodeText } from "../../ingest/text/decode-text.ts";
import { splitLines } from "../../ingest/text/split-lines.ts";
import { type BadLine, type JsonLine, readJsonLines } from "../json-lines.ts";

export type RowFile = {
  readonly rows: AsyncIterable<JsonLine | BadLine>;
  /** How rows with more fields are written in the same format. */
  header(fields: readonly string[]): string | undefined;
  extend(row: JsonLine, fields: Readonly<Record<string, string | number | boolean>>): string;
};

const MOST_CHARS = 1_000_000;
const HEAD_CHARS = 64 * 1024;

/** `name` decides the format: .csv and .tsv are tables whose first row names the columns, anything else is JSON Lines. */
export function openRows(input: Readable, name: string): RowFile {
  return /\.(csv|tsv|tab)$/i.test(name) ? openCsv(input, name) : openJsonLines(input);
}

function openJsonLines(input: Readable): RowFile {
  return {
    rows: readJsonLines(input, MOST_CHARS),
    header: () => undefined,
    extend({ values, source }, fields) {
      if (Object.keys(fields).some((field) => field in values)) {
        return JSON.stringify({ ...values, ...fields });
      }
      const body = source.trimEnd().slice(0, -1).trimEnd();
      return `${body}${body === "{" ? "" : ","}${JSON.stringify(fields).slice(1)}`;
    },
  };
}

function openCsv(input: Readable, name: string): RowFile {
  let columns: readonly string[] | undefined;
  let headerSource = "";
  let delimiter = /\.csv$/i.test(name) ? "," : "\t";
  async function* read(): AsyncGenerator<JsonLine | BadLine> {
    const texts = decodeText(input);
    const first = await readHead(texts);
    delimiter = sniffDialect(first.head, first.isWhole)?.delimiter ?? delimiter;
    const parser = createCsvParser(delimiter, MOST_CHARS);
    const toRow = (item: CsvItem): JsonLine | BadLine | undefined => {
      if (item.kind === "unclosed") return { line: item.line, problem: "opens a quote that is never closed" };
      if (columns === undefined) {
        columns = item.fields.map((field) => field.trim());
        headerSource = item.raw;
        return undefined;
      }
      if (item.fields.length !== columns.length) {
        return {
          line: item.line,
          problem: `has ${item.fields.length} fields where the header has ${columns.length}`,
        };
      }
      const values = Object.fromEntries(
        columns.map((column, index) => [column, item.fields[index] ?? ""] as const),
      );
      return { line: item.line, values, source: item.raw };
    };
    const emit = function* (items: readonly CsvItem[]) {
      for (const item of items) {
        const row = toRow(item);
        if (row !== undefined) yield row;
      }
    };
    for await (const lines of splitLines(chain(first.head, texts), MOST_CHARS)) {
      for (const line of lines) {
        if (line.overlongChecksum !== undefined) yield { line: line.number, problem: "is too long" };
      }
      yield* emit(parser.push(lines.filter((line) => line.overlongChecksum === undefined)));
    }
    yield* emit(parser.end());
    if (columns === undefined) throw new AppError("INPUT_UNREADABLE", { file: name, problem: "it is empty" });
  }
  return {
    rows: read(),
    header: (fields) => [headerSource, ...fields].join(delimiter),
    extend: ({ source }, fields) =>
      [source, ...Object.values(fields).map((value) => quote(String(value), delimiter))].join(delimiter),
  };
}

function quote(value: string, delimiter: string): string {
  return /["\r\n]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
}

async function readHead(texts: AsyncGenerator<string>): Promise<{ head: string; isWhole: boolean }> {
  let head = "";
  while (head.length < HEAD_CHARS) {
    const { value, done } = await texts.next();
    if (done === true) return { head, isWhole: true };
    head += value;
  }
  return { head, isWhole: false };
}

async function* chain(head: string, rest: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  yield head;
  yield* rest;
}
