// Careful reading of values whose form is not known: everything that is not as wanted is undefined, nothing throws.

export type JsonObject = Readonly<Record<string, unknown>>;

export function objectOf(value: unknown): JsonObject | undefined {
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** The member at the end of the steps; own members only. */
export function memberOf(value: unknown, ...steps: readonly string[]): unknown {
  let at: unknown = value;
  for (const step of steps) {
    const object = objectOf(at);
    at = object !== undefined && Object.hasOwn(object, step) ? object[step] : undefined;
  }
  return at;
}

export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** A text that is not empty; numbers are written out. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value === "" ? undefined : value;
  return typeof value === "number" || typeof value === "bigint" ? String(value) : undefined;
}

export function numberOf(value: unknown): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}
