// The place in a sorted list of conversations, as an opaque word. Pure.
import { AppError } from "../../core/errors.ts";

export type CursorPlace = {
  readonly by: string;
  readonly direction: string;
  /** The last row's sort key and id. */
  readonly key: number;
  readonly id: string;
};

export function encodeCursor(place: CursorPlace): string {
  return Buffer.from(JSON.stringify([place.by, place.direction, place.key, place.id])).toString("base64url");
}

/** Throws `REQUEST_INVALID` for anything that `encodeCursor` did not make for the same sort. */
export function decodeCursor(
  text: string,
  sort: { readonly by: string; readonly direction: string },
): CursorPlace {
  const parts = parse(text);
  const [by, direction, key, id] = parts;
  const isWhole = typeof key === "number" && typeof id === "string" && /^[0-9a-f-]{36}$/i.test(id);
  if (by !== sort.by || direction !== sort.direction || !isWhole) {
    throw new AppError("REQUEST_INVALID", { problem: "the cursor belongs to another list" });
  }
  return { by: sort.by, direction: sort.direction, key, id };
}

function parse(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
