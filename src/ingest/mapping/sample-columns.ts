// What a sample of rows says about each column: the facts on which a mapping is guessed.
import { createTimeParser } from "../time/parse-time.ts";
import { scalarText } from "./column.ts";

export type SampleColumn = {
  readonly name: string;
  /** Values as text, those present only. */
  readonly values: readonly string[];
  /** Share of rows that have a value. */
  readonly filled: number;
  readonly distinct: number;
  readonly meanLength: number;
  readonly meanWords: number;
  /** Share of values that are a time; for bare numbers only those of a plausible epoch. */
  readonly times: number;
  readonly numbers: number;
  readonly booleans: number;
  /** A list of scalars, joined; fit for an attribute only. */
  readonly isList: boolean;
};

const MAX_COLUMNS = 300;
const MAX_DEPTH = 3;
const parseTime = createTimeParser({ timeZone: "UTC", dayFirst: true });
const parseTimeMonthFirst = createTimeParser({ timeZone: "UTC", dayFirst: false });

/** Scalar columns of the rows, nested objects spelled with dots. `skip` names columns that are looked at elsewhere. */
export function sampleColumns(rows: readonly unknown[], skip?: string): SampleColumn[] {
  const found = new Map<string, { values: string[]; isList: boolean }>();
  for (const row of rows) collect(row, "", 1, found, skip);
  return [...found].map(([name, { values, isList }]) => describe(name, values, isList, rows.length));
}

function collect(
  value: unknown,
  prefix: string,
  depth: number,
  found: Map<string, { values: string[]; isList: boolean }>,
  skip: string | undefined,
): void {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return;
  for (const [key, member] of Object.entries(value)) {
    const name = prefix === "" ? key : `${prefix}.${key}`;
    if (name === skip || (found.size >= MAX_COLUMNS && !found.has(name))) continue;
    const isList =
      Array.isArray(member) && member.length > 0 && member.every((part) => scalarText(part) !== undefined);
    const text = isList ? member.map(String).join(", ") : scalarText(member);
    if (text === undefined) {
      if (depth < MAX_DEPTH && !(member instanceof Date)) collect(member, name, depth + 1, found, skip);
      continue;
    }
    const column = found.get(name) ?? { values: [], isList };
    column.values.push(text.slice(0, 5000));
    if (!found.has(name)) found.set(name, column);
  }
}

function describe(name: string, values: readonly string[], isList: boolean, rows: number): SampleColumn {
  const share = (test: (value: string) => boolean) => values.filter(test).length / Math.max(1, values.length);
  const mean = (measure: (value: string) => number) =>
    values.reduce((sum, value) => sum + measure(value), 0) / Math.max(1, values.length);
  return {
    name,
    values,
    isList,
    filled: values.length / Math.max(1, rows),
    distinct: new Set(values).size,
    meanLength: mean((value) => value.length),
    meanWords: mean((value) => value.trim().split(/\s+/).length),
    times: share(isTime),
    numbers: share((value) => value.trim() !== "" && Number.isFinite(Number(value))),
    booleans: share((value) => /^(true|false|yes|no)$/i.test(value.trim())),
  };
}

function isTime(value: string): boolean {
  if (/^\d+(\.\d+)?$/.test(value)) {
    const ms = parseTime(Number(value));
    return ms !== undefined && ms > Date.UTC(2000, 0) && ms < Date.UTC(2100, 0);
  }
  return (parseTime(value) ?? parseTimeMonthFirst(value)) !== undefined;
}
