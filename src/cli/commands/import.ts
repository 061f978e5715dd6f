import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { addAbortSignal } from "node:stream";
import { AppError } from "../../core/errors.ts";
import type { ReadInputsOptions } from "../../ingest/input-item.ts";
import { parseMapping } from "../../ingest/mapping/mapping.ts";
import { sourceFromName } from "../../jobs/import/file-reading.ts";
import { type Command, type CommandContext, EXIT, type ParsedOptions, UsageError } from "../command.ts";
import { findServer } from "../find-server.ts";
import { dryRun } from "../import/dry-run.ts";
import { importHere } from "../import/import-here.ts";
import { importThroughServer } from "../import/import-through-server.ts";
import { printOutcome } from "../import/print-outcome.ts";
import { readText } from "../option-values.ts";
import { settingOptions, settingsOf } from "../setting-options.ts";

async function readOptionsOf(options: ParsedOptions, context: CommandContext): Promise<ReadInputsOptions> {
  const format = readText(options, "format");
  const timeZone = readText(options, "time-zone");
  const mapFile = readText(options, "map");
  const assumeStart = readText(options, "assume-start");
  if (assumeStart !== undefined && Number.isNaN(Date.parse(assumeStart)))
    throw new UsageError("--assume-start takes a time like 2026-03-05T09:00:00Z");
  return {
    cwd: context.cwd,
    stdin: context.stdin,
    signal: context.signal,
    ...(format !== undefined && { format }),
    ...(timeZone !== undefined && { timeZone }),
    ...(assumeStart !== undefined && { assumeStart: new Date(assumeStart) }),
    ...(options["day-first"] === true && { dayFirst: true }),
    ...(options["month-first"] === true && { dayFirst: false }),
    ...(mapFile !== undefined && { mapping: await readMapping(resolve(context.cwd, mapFile)) }),
  };
}

async function readMapping(file: string): Promise<NonNullable<ReadInputsOptions["mapping"]>> {
  const content = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new AppError("INPUT_NOT_FOUND", { path: file }, { cause });
  });
  try {
    return parseMapping(JSON.parse(content));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("MAPPING_INVALID", { problem: `${file} is not JSON` }, { cause });
  }
}

/** Name of the source when none is given: what is imported, without its endings. A file that grew keeps its name. */
export function defaultSource(paths: readonly string[]): string {
  const first = paths[0] ?? "-";
  if (first === "-") return "stdin";
  const name =
    first
      .replace(/[/\\]+$/, "")
      .split(/[/\\]/)
      .at(-1) ?? first;
  return sourceFromName(name.replaceAll("*", ""), "import");
}

export const command: Command = {
  name: "import",
  summary: "Bring conversations in from files, folders, archives or standard input",
  usage: "import PATH… [--source NAME] [--format F] [--map FILE] [--dry-run] [--json]",
  examples: [
    { line: "parlance import export.jsonl", what: "import one file; its format is detected" },
    { line: "parlance import 'exports/2026-*.csv.gz' --source shop-chat", what: "many files as one source" },
    {
      line: "parlance import chats.csv --dry-run",
      what: "see the format, the guessed columns and the rejects; nothing is stored",
    },
    { line: "parlance import chats.csv --map mapping.json", what: "say which column is what" },
    { line: "zstdcat big.jsonl.zst | parlance import - --source crm", what: "read standard input" },
  ],
  options: {
    source: {
      type: "string",
      value: "NAME",
      help: "Name of the source. Default: the file's name without its endings.",
    },
    format: {
      type: "string",
      value: "F",
      help: "Format, when detection is not wanted; `parlance formats` lists them.",
    },
    map: {
      type: "string",
      value: "FILE",
      help: "Mapping file for tables and JSON; --dry-run prints the guessed one.",
    },
    "save-map": {
      type: "string",
      value: "FILE",
      help: "With --dry-run: write the guessed mapping to this file.",
    },
    "time-zone": {
      type: "string",
      value: "ZONE",
      help: "Zone of times that name none, such as Europe/Berlin. Default: UTC.",
    },
    "assume-start": {
      type: "string",
      value: "TIME",
      help: "Start of every conversation when the source has no times.",
    },
    "day-first": { type: "boolean", help: "03/04/2026 is the 3rd of April." },
    "month-first": { type: "boolean", help: "03/04/2026 is the 4th of March." },
    "dry-run": { type: "boolean", help: "Read everything, store nothing, and say what would happen." },
    json: { type: "boolean", help: "Print the outcome as JSON." },
    ...settingOptions("dataDir", "clickhouseUrl", "databaseUrl", "workers"),
  },
  async run(paths, options, context) {
    if (paths.length === 0) throw new UsageError("Name a file, a folder or `-` for standard input.");
    const settings = settingsOf(options, context);
    const read = await readOptionsOf(options, context);
    const asJson = options["json"] === true;
    // A terminal or a pipe that says nothing more must not hold up Ctrl-C.
    // Its reader meets the error; before there is one, nobody would, and the process would end with a stack.
    if (paths.includes("-")) addAbortSignal(context.signal, context.stdin).on("error", () => undefined);
    if (options["dry-run"] === true)
      return dryRun({ paths, read, context, asJson, saveMap: readText(options, "save-map") });
    const source = readText(options, "source") ?? defaultSource(paths);
    const server = await findServer(settings);
    const request = { paths, source, read, settings, context };
    const outcome = server ? await importThroughServer(request, server) : await importHere(request);
    printOutcome(outcome, { context, asJson, isServed: server !== undefined });
    if (outcome.cancelled) return EXIT.cancelled;
    if (outcome.files.length > 0 && outcome.files.every(({ problem }) => problem !== undefined))
      return EXIT.failed;
    return outcome.counts.setAside > 0 || outcome.files.some(({ problem }) => problem !== undefined)
      ? EXIT.setAside
      : EXIT.ok;
  },
};
