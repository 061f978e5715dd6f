// Lines of JSON with a text, and maybe a vector, in a field; and the same lines again with a topic added.
import type { Readable } from "node:stream";
import type { Role } from "../../core/domain.ts";
import { AppError } from "../../core/errors.ts";
import type { LensUtterance } from "../../mining/topics/lenses.ts";
import { readJsonLines } from "../json-lines.ts";

export type InputLine = {
  /** The line as it was read. */
  readonly source: string;
  /** Empty when the field is missing or holds no text: such a line gets no topic. */
  readonly text: string;
  readonly vector?: readonly number[];
  /** What the line says of its text for a lens, as far as it does. */
  readonly labels?: Partial<Omit<LensUtterance, "text">>;
};

export type ReadTextLinesOptions = {
  /** Name of the input for errors. */
  readonly file: string;
  /** Field of the text, nested as `a.b`. */
  readonly text: string;
  /** Field of the vector. */
  readonly vectors?: string;
  readonly signal?: AbortSignal;
};

/** All lines but empty ones. Throws INPUT_UNREADABLE with the line's number when one is no JSON object. */
export async function readTextLines(input: Readable, options: ReadTextLinesOptions): Promise<InputLine[]> {
  const lines: InputLine[] = [];
  let dimension: number | undefined;
  let withText = 0;
  for await (const line of readJsonLines(input)) {
    options.signal?.throwIfAborted();
    const fail = (problem: string) =>
      new AppError("INPUT_UNREADABLE", { file: options.file, problem: `line ${line.line} ${problem}` });
    if ("problem" in line) throw fail(line.problem);
    const { source, values: record } = line;
    const text = fieldOf(record, options.text);
    if (typeof text === "string") withText += 1;
    const base = { source, text: typeof text === "string" ? text : "", ...labelsOf(record) };
    if (options.vectors === undefined) {
      lines.push(base);
      continue;
    }
    const vector = fieldOf(record, options.vectors);
    if (!isVector(vector)) throw fail(`has no array of numbers in ${options.vectors}`);
    dimension ??= vector.length;
    if (vector.length !== dimension) {
      throw fail(`has a vector of ${vector.length} numbers where the first has ${dimension}`);
    }
    lines.push({ ...base, vector });
  }
  if (lines.length > 0 && withText === 0) {
    throw new AppError("INPUT_UNREADABLE", {
      file: options.file,
      problem: `no line has a text in the field ${options.text}`,
    });
  }
  return lines;
}

/** The line with the topic's fields at its end; whatever else it holds stays letter by letter. */
export function addTopic(line: InputLine, topic: Readonly<Record<string, unknown>>): string {
  const record = parseObject(line.source) ?? {};
  if (Object.keys(topic).some((name) => name in record)) return JSON.stringify({ ...record, ...topic });
  const body = line.source.trimEnd().slice(0, -1).trimEnd();
  const separator = Object.keys(record).length === 0 ? "" : ",";
  return `${body}${separator}${JSON.stringify(topic).slice(1)}`;
}

function parseObject(source: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function fieldOf(record: Record<string, unknown>, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path];
  let value: unknown = record;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

const ROLES: ReadonlySet<unknown> = new Set<Role>(["customer", "bot", "agent", "system"]);

/** The fields that `parlance label` writes and conversations have: role, act, intentBearing, sentiment, answered. */
function labelsOf(record: Record<string, unknown>): Pick<InputLine, "labels"> {
  const { role, act, intentBearing, sentiment, answered } = record;
  const labels: Partial<Omit<LensUtterance, "text">> = {
    ...(ROLES.has(role) && { role: role as Role }),
    ...(typeof act === "string" && { act }),
    ...(typeof intentBearing === "boolean" && { bearsIntent: intentBearing }),
    ...(typeof sentiment === "number" && { sentiment }),
    ...(typeof answered === "boolean" && { isAnswered: answered }),
  };
  return Object.keys(labels).length === 0 ? {} : { labels };
}

function isVector(value: unknown): value is readonly number[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((number) => typeof number === "number" && Number.isFinite(number))
  );
}
