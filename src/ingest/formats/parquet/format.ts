// Parquet, through the column mapper. Read by row groups straight from the file; a file that comes out of an archive or a
// stream must be held in memory (up to a limit), because Parquet keeps its directory at the end.
import { AppError } from "../../../core/errors.ts";
import { createItemSink, type ItemSink } from "../../item-sink.ts";
import type { SourceRow } from "../../mapping/column.ts";
import { mapRows } from "../../mapping/map-rows.ts";
import { readAll } from "../../open/read-all.ts";
import type { ReadOptions } from "../../read-options.ts";
import type { Format, FormatInput } from "../format.ts";
import { createDecoder, type DecodeSource, type ParquetDecoder } from "./decoder.ts";

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
    return hasMark(head.bytes)
      ? { score: 1, reason: "it begins with Parquet's mark" }
      : { score: 0, reason: "it has no Parquet mark" };
  },
  async *read(input: FormatInput, options: ReadOptions) {
    const sink = createItemSink(input, options);
    if (!hasMark(input.head.bytes)) {
      throw new AppError("INPUT_UNREADABLE", { file: input.name, problem: "it is no Parquet file" });
    }
    const decoder = createDecoder(await sourceOf(input, options), options.limits.maxDecodeMs);
    try {
      yield* mapRows(readRows(decoder, sink), input, sink, { channel: "api" });
    } finally {
      await decoder.close();
    }
  },
  example: "conversation_id: string, sent_at: timestamp, role: string, text: string",
  fields: [
    { from: "the columns", to: "guessed, or as the mapping file says; nested columns are spelled with dots" },
  ],
  notes: [
    "Snappy, gzip, Brotli, LZ4 and Zstandard pages are read.",
    "Decoding runs beside the import and is given up when a broken file keeps it busy without end.",
    "Out of an archive or from standard input a Parquet file is held in memory and may have 256 MiB at most.",
  ],
};

function hasMark(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, MAGIC.length)).toString("latin1") === MAGIC;
}

async function* readRows(
  decoder: ParquetDecoder,
  sink: ItemSink,
): AsyncGenerator<SourceRow[], void, undefined> {
  const groups = await readGroups(decoder, sink.file);
  let start = 0;
  for (const size of groups) {
    const end = start + size;
    for (let rowStart = start; rowStart < end; rowStart += ROWS_AT_A_TIME) {
      yield await readRange(decoder, rowStart, Math.min(end, rowStart + ROWS_AT_A_TIME), sink);
    }
    start = end;
  }
}

async function readGroups(decoder: ParquetDecoder, file: string): Promise<readonly number[]> {
  try {
    return await decoder.groups();
  } catch (error) {
    const problem = "its Parquet directory is missing or broken; the file may be cut off";
    throw new AppError("INPUT_UNREADABLE", { file, problem }, { cause: error });
  }
}

async function readRange(
  decoder: ParquetDecoder,
  rowStart: number,
  rowEnd: number,
  sink: ItemSink,
): Promise<SourceRow[]> {
  const problem = `rows ${rowStart + 1} to ${rowEnd} cannot be decoded`;
  let rows: readonly unknown[];
  try {
    rows = await decoder.rows(rowStart, rowEnd);
  } catch (error) {
    throw new AppError("INPUT_UNREADABLE", { file: sink.file, problem }, { cause: error });
  }
  if (rows.length < rowEnd - rowStart) throw new AppError("INPUT_UNREADABLE", { file: sink.file, problem });
  return rows.map((value, index) => {
    const position = rowStart + index;
    return { value, raw: () => JSON.stringify(value), path: `row ${position + 1}`, position };
  });
}

async function sourceOf(input: FormatInput, options: ReadOptions): Promise<DecodeSource> {
  if (input.localPath !== undefined) return { path: input.localPath };
  const bytes = await readAll(input.bytes, options.limits.maxBufferedBytes, input.name);
  return { bytes: new Uint8Array(bytes).buffer };
}
