// Rows as JSON Lines, CSV (RFC 4180, UTF-8) or Parquet, block by block: memory holds one block, or one row group of Parquet.
import type { SchemaElement } from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { ExportFormat } from "../../contract/export.ts";
import type { ExportColumn, ExportRow, ExportType, ExportValue } from "./export-columns.ts";

const ROW_GROUP = 10_000;

export function encodeExport(
  blocks: AsyncIterable<readonly ExportRow[]>,
  columns: readonly ExportColumn[],
  format: ExportFormat,
): AsyncIterable<Uint8Array> {
  switch (format) {
    case "jsonl":
      return encodeJsonLines(blocks, columns);
    case "csv":
      return encodeCsv(blocks, columns);
    case "parquet":
      return encodeParquet(blocks, columns);
  }
}

async function* encodeJsonLines(
  blocks: AsyncIterable<readonly ExportRow[]>,
  columns: readonly ExportColumn[],
): AsyncIterable<Uint8Array> {
  for await (const rows of blocks) {
    const lines = rows.map((row) =>
      JSON.stringify(Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]))),
    );
    if (lines.length > 0) yield Buffer.from(`${lines.join("\n")}\n`);
  }
}

async function* encodeCsv(
  blocks: AsyncIterable<readonly ExportRow[]>,
  columns: readonly ExportColumn[],
): AsyncIterable<Uint8Array> {
  yield Buffer.from(`${columns.map(({ name }) => name).join(",")}\r\n`);
  for await (const rows of blocks) {
    const lines = rows.map((row) => columns.map(({ name }) => csvField(row[name] ?? null)).join(","));
    if (lines.length > 0) yield Buffer.from(`${lines.join("\r\n")}\r\n`);
  }
}

function flatten(value: ExportValue): string {
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function csvField(value: ExportValue): string {
  const text = flatten(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const PARQUET_TYPES = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  json: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT64" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  time: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" },
} as const satisfies Record<ExportType, Partial<SchemaElement>>;

async function* encodeParquet(
  blocks: AsyncIterable<readonly ExportRow[]>,
  columns: readonly ExportColumn[],
): AsyncIterable<Uint8Array> {
  const writer = new ByteWriter();
  /** Takes what was written; the writer goes on counting its place in the file. */
  const drain = (): Uint8Array => {
    const bytes = new Uint8Array(writer.buffer.slice(0, writer.index));
    writer.index = 0;
    return bytes;
  };
  const fields = columns.map(({ name, type }) => ({
    name,
    repetition_type: "OPTIONAL" as const,
    ...PARQUET_TYPES[type],
  }));
  const schema: SchemaElement[] = [{ name: "root", num_children: fields.length }, ...fields];
  const file = new ParquetWriter({ writer, schema, createdBy: "parlance" });
  let group: ExportRow[] = [];
  const writeGroup = async (): Promise<Uint8Array> => {
    const columnData = columns.map(({ name, type }) => ({
      name,
      data: group.map((row) => parquetValue(row[name] ?? null, type)),
    }));
    await file.write({ columnData, rowGroupSize: ROW_GROUP });
    group = [];
    return drain();
  };
  for await (const rows of blocks) {
    for (const row of rows) {
      group.push(row);
      if (group.length === ROW_GROUP) yield await writeGroup();
    }
  }
  if (group.length > 0) yield await writeGroup();
  await file.finish();
  yield drain();
}

function parquetValue(
  value: ExportValue,
  type: ExportType,
): string | number | bigint | boolean | Date | null {
  if (value === null) return null;
  switch (type) {
    case "integer":
      return BigInt(Number(value));
    case "number":
      return Number(value);
    case "boolean":
      return Boolean(value);
    case "time":
      return new Date(String(value));
    case "text":
    case "json":
      return flatten(value);
  }
}
