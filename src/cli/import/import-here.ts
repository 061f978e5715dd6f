// An import in this process: nobody else holds the data directory.
import type { Settings } from "../../config/settings.ts";
import type { ReadInputsOptions } from "../../ingest/input-item.ts";
import { type Mapping, parseMapping } from "../../ingest/mapping/mapping.ts";
import { readInputs } from "../../ingest/read-inputs.ts";
import type { ImportOutcome } from "../../jobs/import/import-outcome.ts";
import { importServices, recordImport } from "../../jobs/import/record-import.ts";
import { findMapping, saveMapping } from "../../records/mappings.ts";
import { openRuntime, type Runtime } from "../../runtime/open-runtime.ts";
import type { CommandContext } from "../command.ts";
import { formatBytes, formatCount, startProgress } from "../progress.ts";

export type CommandImport = {
  readonly paths: readonly string[];
  readonly source: string;
  readonly read: ReadInputsOptions;
  readonly settings: Settings;
  readonly context: CommandContext;
};

/** The mapping given for the source, which is kept with it, or the one kept from before. */
async function mappingFor(
  { records, workspace }: Runtime,
  source: string,
  given: Mapping | undefined,
): Promise<Mapping | undefined> {
  if (given) await saveMapping(records.db, workspace.id, source, given);
  const kept = given ?? (await findMapping(records.db, workspace.id, source));
  return kept === undefined ? undefined : parseMapping(kept);
}

/** Opens the engines, imports with a progress bar, and closes them again. */
export async function importHere({
  paths,
  source,
  read,
  settings,
  context,
}: CommandImport): Promise<ImportOutcome> {
  const runtime = await openRuntime(settings);
  const mapping = await mappingFor(runtime, source, read.mapping);
  const progress = startProgress("importing", context, { formatAmount: formatBytes });
  const startedMs = Date.now();
  let rejects = 0;
  let records = 0;
  try {
    const items = readInputs(paths, {
      ...read,
      ...(mapping && { mapping }),
      onProgress: ({ bytesRead, sizeBytes, records: fileRecords }) => {
        records = fileRecords;
        const rate = records / Math.max(0.001, (Date.now() - startedMs) / 1000);
        progress.update(
          bytesRead,
          sizeBytes,
          `${formatCount(records)} records, ${formatCount(rate)}/s, ${formatCount(rejects)} set aside`,
        );
      },
    });
    return await recordImport(importServices(runtime), {
      source,
      files: paths.map((name) => ({ name })),
      items,
      signal: context.signal,
      onWritten: (counts) => {
        rejects = counts.setAside;
      },
    });
  } finally {
    progress.stop();
    await runtime.close();
  }
}
