// Lines to CSV records (RFC 4180, any separator), with a way back from a quote that is never closed: then only the line
// that opened it is set aside, and reading goes on with the next.
import type { Line } from "../../text/split-lines.ts";

export type CsvRecord = {
  readonly kind: "record";
  readonly fields: readonly string[];
  /** The record's lines as they stand, joined by LF. */
  readonly raw: string;
  /** Line of its first character. */
  readonly line: number;
};
export type CsvItem = CsvRecord | { readonly kind: "unclosed"; readonly raw: string; readonly line: number };

/** A quoted field may run over this many lines; after a quote turned out to be unclosed, over fewer for a while. */
const MAX_LINES = 5000;
const MIN_LINES = 40;

export type CsvParser = { push(lines: readonly Line[]): CsvItem[]; end(): CsvItem[] };

/** `maxChars` bounds one record over all its lines. */
export function createCsvParser(delimiter: string, maxChars: number): CsvParser {
  let open: { lines: Line[]; chars: number; fields: string[]; field: string } | undefined;
  let maxLines = MAX_LINES;

  function take(line: Line, out: CsvItem[]): void {
    if (open === undefined) {
      if (line.text === "") return;
      if (!line.text.includes('"')) {
        out.push({ kind: "record", fields: line.text.split(delimiter), raw: line.text, line: line.number });
        return;
      }
      open = { lines: [line], chars: line.text.length, fields: [], field: "" };
      finishIfClosed(scan(line.text, 0, false) === true, out);
      return;
    }
    open.lines.push(line);
    open.chars += line.text.length + 1;
    open.field += "\n";
    const isClosed = scan(line.text, 0, true);
    if (isClosed === undefined) {
      giveUp(out);
      return;
    }
    finishIfClosed(isClosed, out);
    if (open !== undefined && (open.lines.length > maxLines || open.chars > maxChars)) giveUp(out);
  }

  function finishIfClosed(isClosed: boolean, out: CsvItem[]): void {
    if (!isClosed || open === undefined) return;
    const { lines, fields } = open;
    const first = lines[0];
    if (lines.length > 1) maxLines = MAX_LINES;
    out.push({
      kind: "record",
      fields,
      raw: lines.map(({ text }) => text).join("\n"),
      line: first?.number ?? 0,
    });
    open = undefined;
  }

  /** Sets the opening line aside and reads the lines after it anew. */
  function giveUp(out: CsvItem[]): void {
    const lines = open?.lines ?? [];
    open = undefined;
    maxLines = Math.max(MIN_LINES, Math.floor(maxLines / 4));
    const [first, ...rest] = lines;
    if (first !== undefined) out.push({ kind: "unclosed", raw: first.text, line: first.number });
    for (const line of rest) take(line, out);
  }

  /** Reads one line into the open record. Returns whether the record ended with it; undefined when it cannot belong to it. */
  function scan(text: string, from: number, startsInQuotes: boolean): boolean | undefined {
    if (open === undefined) return true;
    let at = from;
    let inQuotes = startsInQuotes;
    for (;;) {
      if (inQuotes) {
        const quote = text.indexOf('"', at);
        if (quote < 0) {
          open.field += text.slice(at);
          return false;
        }
        open.field += text.slice(at, quote);
        const next = text.charAt(quote + 1);
        if (next === '"') {
          open.field += '"';
          at = quote + 2;
        } else if (next === "" || next === delimiter) {
          inQuotes = false;
          at = quote + 1;
        } else if (startsInQuotes) {
          return undefined; // on a later line, a quote that closes nothing opens another field: the first was never closed
        } else {
          open.field += '"'; // a quote inside a quoted field that was not doubled: kept as it is
          at = quote + 1;
        }
        continue;
      }
      if (open.field === "" && text.charAt(at) === '"') {
        inQuotes = true;
        at += 1;
        continue;
      }
      const next = text.indexOf(delimiter, at);
      open.field += next < 0 ? text.slice(at) : text.slice(at, next);
      open.fields.push(open.field);
      open.field = "";
      if (next < 0) return true;
      at = next + 1;
    }
  }

  return {
    push(lines) {
      const out: CsvItem[] = [];
      for (const line of lines) take(line, out);
      return out;
    },
    end() {
      const out: CsvItem[] = [];
      while (open !== undefined) giveUp(out);
      return out;
    },
  };
}
