// What a compiled mapping works with beside the row: the sink, the defaults, and how a row is placed and named.
import { basename } from "node:path";
import type { Channel } from "../../core/domain.ts";
import type { Place } from "../../core/source-conversation.ts";
import type { ItemSink, RecordAt } from "../item-sink.ts";
import type { SourceRow } from "./column.ts";

export type MappingContext = {
  readonly sink: ItemSink;
  readonly channel: Channel;
  /** Start of conversations whose source names no time, milliseconds since 1970. */
  readonly assumedStartMs: number;
};

/** The place and text of a row's record. */
export function recordOf(file: string, row: SourceRow): RecordAt {
  const place: Place =
    row.path === undefined || row.path === ""
      ? { file, line: row.line ?? row.position + 1 }
      : row.line === undefined
        ? { file, path: row.path }
        : { file, line: row.line, path: row.path };
  return { place, raw: row.raw };
}

/** The id of a row that names none: its file and how-manyth it is, so that a file that grew keeps its ids. */
export function rowId(file: string, row: SourceRow): string {
  return `${basename(file)}#${row.position + 1}`;
}

/** A step of a JSON Pointer (RFC 6901). */
export function escapePointer(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
