// JSON Lines for the commands: each line an object, or what is wrong with it in words without its content.
import type { Readable } from "node:stream";
import { readLines } from "./lines.ts";

export type JsonLine = {
  readonly line: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** The line as it was read, without its end. */
  readonly source: string;
};

/** `problem` reads as the end of "Line 3 …". */
export type BadLine = { readonly line: number; readonly problem: string };

/** Empty lines are left out. */
export async function* readJsonLines(
  input: Readable,
  mostChars?: number,
): AsyncGenerator<JsonLine | BadLine, void, undefined> {
  for await (const { number: line, text, isTooLong } of readLines(input, mostChars)) {
    if (isTooLong) yield { line, problem: "is too long" };
    else if (text.trim() !== "") yield readObject(text, line);
  }
}

function readObject(source: string, line: number): JsonLine | BadLine {
  const values = parseObject(source);
  if (values === "no JSON") return { line, problem: "is not JSON" };
  return values === undefined ? { line, problem: "is not a JSON object" } : { line, values, source };
}

function parseObject(source: string): Record<string, unknown> | "no JSON" | undefined {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return "no JSON";
  }
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** What `read` makes of each line, so many at a time; what it says is wrong, and what is no object, goes to `onBad`. */
export async function* batchesOf<Line extends { readonly line: number }, Item extends object>(
  lines: AsyncIterable<Line | BadLine>,
  size: number,
  read: (line: Line) => Item | string,
  onBad: (bad: BadLine) => void,
): AsyncGenerator<Item[], void, undefined> {
  let batch: Item[] = [];
  for await (const line of lines) {
    const item = "problem" in line ? line.problem : read(line as Line);
    if (typeof item === "string") {
      onBad({ line: line.line, problem: item });
      continue;
    }
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
