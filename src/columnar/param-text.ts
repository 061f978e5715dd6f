// Pure: a bound value in the text form in which ClickHouse reads a parameter (its TabSeparated escaping), and that text as
// a quoted SQL string. The engine parses it under the declared type; nothing is ever read as SQL.
import type { SqlValue } from "../query/sql.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
  "\b": "\\b",
  "\f": "\\f",
  "\0": "\\0",
};

function escapeText(text: string): string {
  return text.replaceAll(/[\\\t\n\r\b\f\0]/g, (character) => ESCAPES[character] ?? character);
}

/** A string as a single-quoted SQL literal. */
export function quoteLiteral(text: string): string {
  return `'${escapeText(text).replaceAll("'", "\\'")}'`;
}

function timeText(value: Date): string {
  return value.toISOString().slice(0, 23).replace("T", " ");
}

/** An element of an array: strings and times stand in quotes there. */
function elementText(value: SqlValue): string {
  if (typeof value === "string") return quoteLiteral(value);
  if (value instanceof Date) return `'${timeText(value)}'`;
  return paramText(value);
}

/** The text of a parameter's value, before it is quoted. */
export function paramText(value: SqlValue): string {
  if (typeof value === "string") return escapeText(value);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "boolean") return String(value);
  if (value instanceof Date) return timeText(value);
  return `[${value.map(elementText).join(",")}]`;
}
