// An import in this process: nobody else holds the data directory.
import type { Settings } from "../../config/settings.ts";
import type { ReadInputsOptions } from "../../ingest/input-item.ts";
import { readInputs } from "../../ingest/read-inputs.ts";
import type { ImportOutcome } from "../../jobs/import/import-outcome.ts";
import { importServices, recordImport } from "../../jobs/import/record-import.ts";
import { openRuntime } from "../../runtime/open-runtime.ts";
import type { CommandContext } from "../command.ts";
import { formatBytes, formatCount, startProgress } from "../progress.ts";

export type CommandImport = {
  readonly paths: readonly string[];
  readonly source: string;
  readonly read: ReadInputsOptions;
  readonly settings: Settings;
  readonly context: CommandContext;
};

/** Opens the engines, imports with a progress bar, and closes them again. */
export async function importHere({
  paths,
  source,
  read,
  settings,
  context,
}: CommandImport): Promise<ImportOutcome> {
  const runtime = await openRuntime(settings);
  const progress = startProgress("importing", context, { formatAmount: formatBytes });
  const startedMs = Date.now();
  let rejects = 0;
  let records = 0;
  try {
    const items = readInputs(paths, {
      ...read,
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
