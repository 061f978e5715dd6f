import type { Reject } from "../../ingest/read-item.ts";

/** One reject in a line: where, what was expected, what to do. */
export function rejectLine({ place, field, expected, advice }: Omit<Reject, "checksum">): string {
  const where = place.line === undefined ? (place.path ?? "") : `line ${place.line}`;
  return `${place.file} ${where}${field === undefined ? "" : `, ${field}`}: expected ${expected}. ${advice}`;
}
