// Runs in a worker thread: decodes one Parquet file. A broken file can send the decoder round in circles or eat memory;
// in here the one who asked can put an end to it (see `decoder.ts`).
import { open } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { type AsyncBuffer, type FileMetaData, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import type { DecodeReply, DecodeRequest, DecodeSource } from "./decoder.ts";
import { plainValue } from "./plain-value.ts";

async function openBuffer(source: DecodeSource): Promise<AsyncBuffer> {
  if ("bytes" in source) {
    const { bytes } = source;
    return { byteLength: bytes.byteLength, slice: (from, to) => bytes.slice(from, to) };
  }
  const handle = await open(source.path);
  const { size } = await handle.stat();
  return {
    byteLength: size,
    async slice(from, to = size) {
      const length = Math.max(0, Math.min(to, size) - from);
      const bytes = new Uint8Array(length);
      await handle.read(bytes, 0, length, from);
      return bytes.buffer;
    },
  };
}

let file: AsyncBuffer | undefined;
let metadata: FileMetaData | undefined;

async function answer(request: DecodeRequest): Promise<DecodeReply> {
  file ??= await openBuffer(workerData as DecodeSource);
  metadata ??= await parquetMetadataAsync(file);
  if (request.kind === "groups") {
    return { kind: "groups", rows: metadata.row_groups.map((group) => Number(group.num_rows)) };
  }
  const { rowStart, rowEnd } = request;
  const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors });
  return { kind: "rows", rows: rows.map(plainValue) };
}

parentPort?.on("message", (request: DecodeRequest) => {
  answer(request).then(
    (reply) => parentPort?.postMessage(reply),
    (error: unknown) =>
      parentPort?.postMessage({ kind: "failed", problem: String(error) } satisfies DecodeReply),
  );
});
