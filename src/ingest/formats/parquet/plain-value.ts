// Parquet's values as plain JSON values, so that rows from it look like rows from anywhere else.

/**
 * 64-bit integers become numbers when exact, else text; times ISO 8601 texts; bytes text in UTF-8. Members without a value
 * are left out.
 */
export function plainValue(value: unknown): unknown {
  switch (typeof value) {
    case "bigint": {
      const number = Number(value);
      return Number.isSafeInteger(number) ? number : value.toString();
    }
    case "number":
      return Number.isFinite(value) ? value : undefined;
    case "object":
      return value === null ? undefined : plainObject(value);
    case "string":
    case "boolean":
      return value;
    default:
      return undefined;
  }
}

function plainObject(value: object): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (Array.isArray(value)) return value.map((part) => plainValue(part) ?? null);
  const plain: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const found = plainValue(member);
    if (found !== undefined && name !== "__proto__") plain[name] = found;
  }
  return plain;
}
