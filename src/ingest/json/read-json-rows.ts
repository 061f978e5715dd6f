// JSON input as rows: line by line where each line is a record of its own, so that a broken line costs only itself;
// otherwise cut out of the document as it streams by. Whatever is no JSON goes to the sink as a reject.
import type { FormatInput, Head } from "../formats/format.ts";
import type { ItemSink, RecordAt } from "../item-sink.ts";
import type { SourceRow } from "../mapping/column.ts";
import { readText } from "../text/read-text.ts";
import { type Line, splitLines } from "../text/split-lines.ts";
import { createJsonSplitter, type JsonRecord, type RecordPattern } from "./split-json.ts";

/** Whether the head looks like JSON Lines: most of its whole lines are one JSON object each. */
export function looksLikeJsonLines(head: Pick<Head, "text" | "isWhole">): boolean {
  return countJsonLines(head) > 0;
}

/** How many of the first 50 lines are an object each; 0 when most are not. One may as well be a document of one line. */
export function countJsonLines(head: Pick<Head, "text" | "isWhole">): number {
  const lines = head.text.split(/\r\n|\n|\r/);
  if (!head.isWhole) lines.pop();
  const filled = lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, 50);
  const whole = filled.filter((line) => line.startsWith("{") && line.endsWith("}"));
  if (whole.length === 0 || whole.length < filled.length / 2) return 0;
  return whole.slice(0, 5).some((line) => isObjectText(line)) ? whole.length : 0;
}

function isObjectText(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return value !== null && typeof value === "object";
  } catch {
    return false; // one broken line says nothing yet
  }
}

/** One row a line; empty lines are nothing. */
export async function* readJsonLines(
  input: FormatInput,
  sink: ItemSink,
): AsyncGenerator<SourceRow[], void, undefined> {
  let position = 0;
  for await (const lines of splitLines(readText(input, sink), sink.options.limits.maxLineChars)) {
    const rows: SourceRow[] = [];
    for (const line of lines) {
      if (line.overlongChecksum !== undefined) rejectOverlong(line, sink);
      else if (line.text.trim() !== "") {
        const row = parseLine(line, position, sink);
        if (row !== undefined) rows.push(row);
      } else continue;
      position += 1;
    }
    yield rows;
  }
}

function parseLine(line: Line, position: number, sink: ItemSink): SourceRow | undefined {
  const { text, number } = line;
  const raw = () => text;
  try {
    return { value: JSON.parse(text) as unknown, raw, line: number, position };
  } catch {
    sink.reject("bad-json", { place: { file: sink.file, line: number }, raw }); // set aside; the next line is a new chance
    return undefined;
  }
}

/** A line over the limit is set aside; what is kept of it is its beginning's place and the whole line's checksum. */
export function rejectOverlong(line: Line, sink: ItemSink): void {
  const record: RecordAt = { place: { file: sink.file, line: line.number }, raw: () => line.text };
  sink.reject("line-too-long", record, {
    expected: `a line of at most ${sink.options.limits.maxLineChars.toLocaleString("en-US")} characters`,
  });
}

/** Rows at the given place of one or several documents. */
export async function* readJsonDocument(
  input: FormatInput,
  sink: ItemSink,
  pattern: RecordPattern,
): AsyncGenerator<SourceRow[], void, undefined> {
  const splitter = createJsonSplitter(pattern, sink.options.limits.maxRecordChars);
  let position = 0;
  const toRows = (records: readonly JsonRecord[]): SourceRow[] => {
    const rows: SourceRow[] = [];
    for (const record of records) {
      const row = toRow(record, position, sink);
      if (row !== undefined) rows.push(row);
      position += 1;
    }
    return rows;
  };
  for await (const text of readText(input, sink)) {
    for (let from = 0; from < text.length; from += PIECE_CHARS) {
      yield toRows(splitter.push(text.length <= PIECE_CHARS ? text : text.slice(from, from + PIECE_CHARS)));
    }
  }
  yield toRows(splitter.end());
}

/** Records of one piece of text are parsed before the next is looked at; smaller pieces keep less in memory. */
const PIECE_CHARS = 256 * 1024;

function toRow(record: JsonRecord, position: number, sink: ItemSink): SourceRow | undefined {
  const place = { file: sink.file, line: record.line, path: record.path };
  if (record.kind === "too-large") {
    sink.reject("record-too-large", { place, raw: () => record.checksum });
    return undefined;
  }
  const raw = () => record.text;
  if (record.kind === "broken") {
    if (record.isFatal) {
      sink.reject(
        "bad-json",
        { place, raw },
        { expected: "JSON to the end of the document; it could not be read from here on" },
      );
    } else sink.reject("unexpected-text", { place, raw });
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(record.text);
    return {
      value,
      raw: () => oneLine(record.text, value, record.key),
      line: record.line,
      path: record.path,
      position,
      ...(record.key === undefined ? {} : { key: record.key }),
    };
  } catch {
    sink.reject("bad-json", { place, raw }); // this record only; the structure around it held
    return undefined;
  }
}

/** A record of a document as one line, its name kept as `$key`, so that a file of such lines can be read again. */
function oneLine(text: string, value: unknown, key: string | undefined): string {
  if (key !== undefined && value !== null && typeof value === "object" && !Array.isArray(value)) {
    return JSON.stringify({ $key: key, ...value });
  }
  return text.includes("\n") || text.includes("\r") ? JSON.stringify(value) : text;
}

/** For formats that come both ways: one record a line, or records of a document. */
export function readJsonRows(
  input: FormatInput,
  sink: ItemSink,
  pattern: RecordPattern,
): AsyncGenerator<SourceRow[], void, undefined> {
  return countJsonLines(input.head) > 1 ? readJsonLines(input, sink) : readJsonDocument(input, sink, pattern);
}
