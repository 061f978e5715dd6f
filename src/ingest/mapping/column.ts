// Looks a mapped column up in a row. Compiled once for each column, so that reading a row does no parsing of paths.

export type RowValue = Readonly<Record<string, unknown>>;

/** One record of a mapped format, on its way to becoming messages. */
export type SourceRow = {
  readonly value: unknown;
  /** The record's text as it stands in the source. */
  readonly raw: () => string;
  readonly line?: number;
  readonly path?: string;
  /** Its name, when it is a member of an object: the column `$key`. */
  readonly key?: string;
  /** How many records came before it in the file. */
  readonly position: number;
};

export type ColumnReader = (value: unknown, row: SourceRow) => unknown;

/**
 * `.` is the value itself, `$key` the row's name in its object; otherwise the column of exactly that name, else the path
 * that its dots spell. Missing things are undefined.
 */
export function compileColumn(column: string): ColumnReader {
  if (column === ".") return (value) => value;
  if (column === "$key") return (value, row) => row.key ?? ownMember(value, "$key");
  if (!column.includes(".")) return (value) => ownMember(value, column);
  const steps = column.split(".");
  return (value) => {
    const direct = ownMember(value, column);
    if (direct !== undefined) return direct;
    let at: unknown = value;
    for (const step of steps) at = ownMember(at, step);
    return at;
  };
}

function ownMember(value: unknown, name: string): unknown {
  if (value === null || typeof value !== "object") return undefined;
  return Object.hasOwn(value, name) ? (value as RowValue)[name] : undefined;
}

/** A scalar as text; objects, lists, null and the empty string are nothing. */
export function scalarText(value: unknown): string | undefined {
  switch (typeof value) {
    case "string":
      return value === "" ? undefined : value;
    case "number":
    case "bigint":
    case "boolean":
      return String(value);
    default:
      return value instanceof Date ? value.toISOString() : undefined;
  }
}
