// What a caller over HTTP says of a file, as the reader wants it.
import type { ReadInputsOptions } from "../../ingest/input-item.ts";
import { parseMapping } from "../../ingest/mapping/mapping.ts";
import { findMapping, saveMapping } from "../../records/mappings.ts";
import type { ImportServices } from "./record-import.ts";

export type FileDescription = {
  readonly name: string;
  readonly source?: string | undefined;
  readonly format?: string | undefined;
  /** As JSON came in. */
  readonly mapping?: unknown;
  readonly timeZone?: string | undefined;
  readonly dayFirst?: boolean | undefined;
  readonly assumeStart?: string | undefined;
};

/** Name of the source when none is given: the file's name without its endings. A file that grew keeps its name. */
export function sourceFromName(name: string, fallback: string): string {
  return name.replace(/(\.[A-Za-z0-9]{1,8}){1,2}$/, "") || fallback;
}

export function sourceOf(file: FileDescription): string {
  return file.source ?? sourceFromName(file.name, "upload");
}

/**
 * Options for reading the file. A mapping that a person gave for a source is kept with it and used for its next file.
 *
 * @throws AppError MAPPING_INVALID
 */
export async function readOptionsFor(
  { records, workspace }: ImportServices,
  file: FileDescription,
  { isKept }: { readonly isKept: boolean },
): Promise<ReadInputsOptions> {
  const source = sourceOf(file);
  const given = file.mapping === undefined ? undefined : parseMapping(file.mapping);
  if (given && isKept) await saveMapping(records.db, workspace.id, source, given);
  const kept = given ?? (await findMapping(records.db, workspace.id, source));
  return {
    ...(kept !== undefined && { mapping: parseMapping(kept) }),
    ...(file.format !== undefined && { format: file.format }),
    ...(file.timeZone !== undefined && { timeZone: file.timeZone }),
    ...(file.dayFirst !== undefined && { dayFirst: file.dayFirst }),
    ...(file.assumeStart !== undefined && { assumeStart: new Date(file.assumeStart) }),
  };
}
