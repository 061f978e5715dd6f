// Parquet, through the column mapper. Read by row groups straight from the file; a file that comes out of an archive or a
// stream must be held in memory (up to a limit), because Parquet keeps its directory at the end.
import { open } from "node:fs/promises";
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { AppError } from "../../../core/errors.ts";
import { createItemSink, type ItemSink } from "../../item-sink.ts";
import type { SourceRow } from "../../mapping/column.ts";
import { mapRows } from "../../mapping/map-rows.ts";
import { readAll } from "../../open/read-all.ts";
import type { ReadOptions } from "../../read-options.ts";
import type { Format, FormatInput } from "../format.ts";
import { plainValue } from "./plain-value.ts";

const MAGIC = "PAR1";
/** Rows read at a time from a large row group. */
const ROWS_AT_A_TIME = 20_000;

export const parquet: Format = {
  id: "parquet",
  name: "Parquet",
  summary: "Apache Parquet tables, nested columns included.",
  extensions: [".parquet", ".pq"],
  defaultChannel: "api",
  isMapped: true,
  detect(head) {
    return Buffer.from(head.bytes.subarray(0, 4)).toString("latin1") === MAGIC
      ? { score: 1, reason: "it begins with Parquet's mark" }
      : { score: 0, reason: "it has no Parquet mark" };
  },
  async *read(input: FormatInput, options: ReadOptions) {
    const sink = createItemSink(input, options);
    const file = await openBuffer(input, options);
    try {
      yield* mapRows(readRows(file.buffer, sink), input, sink, { channel: "api" });
    } finally {
      await file.close();
    }
  },
  example: "conversation_id: string, sent_at: timestamp, role: string, text: string",
  fields: [
    { from: "the columns", to: "guessed, or as the mapping file says; nested columns are spelled with dots" },
  ],
  notes: [
    "Snappy, gzip, Brotli, LZ4 and Zstandard pages are read.",
    "Out of an archive or from standard input a Parquet file is held in memory and may have 256 MiB at most.",
  ],
};

async function* readRows(file: AsyncBuffer, sink: ItemSink): AsyncGenerator<SourceRow[], void, undefined> {
  const metadata = await readMetadata(file, sink.file);
  let start = 0;
  for (const group of metadata.row_groups) {
    const end = start + Number(group.num_rows);
    for (let rowStart = start; rowStart < end; rowStart += ROWS_AT_A_TIME) {
      const rowEnd = Math.min(end, rowStart + ROWS_AT_A_TIME);
      yield await readRange(file, metadata, rowStart, rowEnd, sink);
    }
    start = end;
  }
}

async function readRange(
  file: AsyncBuffer,
  metadata: FileMetaData,
  rowStart: number,
  rowEnd: number,
  sink: ItemSink,
): Promise<SourceRow[]> {
  try {
    const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors });
    return rows.map((row, index) => {
      const value = plainValue(row);
      const position = rowStart + index;
      return { value, raw: () => JSON.stringify(value), path: `row ${position + 1}`, position };
    });
  } catch (error) {
    throw new AppError(
      "INPUT_UNREADABLE",
      { file: sink.file, problem: `rows ${rowStart + 1} to ${rowEnd} cannot be decoded` },
      { cause: error },
    );
  }
}

async function readMetadata(file: AsyncBuffer, name: string): Promise<FileMetaData> {
  try {
    return await parquetMetadataAsync(file);
  } catch (error) {
    throw new AppError(
      "INPUT_UNREADABLE",
      { file: name, problem: "its Parquet directory is missing or broken; the file may be cut off" },
      { cause: error },
    );
  }
}

async function openBuffer(input: FormatInput, options: ReadOptions) {
  if (input.localPath === undefined) {
    const bytes = await readAll(input.bytes, options.limits.maxBufferedBytes, input.name);
    const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    return {
      buffer: { byteLength: whole.byteLength, slice: (from: number, to?: number) => whole.slice(from, to) },
      close: async () => {},
    };
  }
  const handle = await open(input.localPath);
  const { size } = await handle.stat();
  const buffer: AsyncBuffer = {
    byteLength: size,
    async slice(from, to = size) {
      const length = Math.max(0, Math.min(to, size) - from);
      const bytes = new Uint8Array(length);
      await handle.read(bytes, 0, length, from);
      return bytes.buffer;
    },
  };
  return { buffer, close: () => handle.close() };
}
