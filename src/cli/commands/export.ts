// `parlance export`: conversations, messages, utterances or topics as a file, from the data directory or the server on it.
import { extname } from "node:path";
import { EXPORT_FORMATS, EXPORT_KINDS } from "../../contract/export.ts";
import { AppError } from "../../core/errors.ts";
import { everything, type Filter, filterSchema } from "../../query/filter.ts";
import { timeRangeSchema } from "../../query/time-range.ts";
import { type ExportRequest, exportHere } from "../../runtime/export-here.ts";
import { type Command, type CommandContext, EXIT, type ParsedOptions, UsageError } from "../command.ts";
import { type Output, openOutput, readWhole } from "../files.ts";
import { clientOf, findServer, type RunningServer } from "../find-server.ts";
import { readText } from "../option-values.ts";
import { settingOptions, settingsOf } from "../setting-options.ts";

export const command: Command = {
  name: "export",
  summary: "Write conversations, messages, utterances or topics with their enrichments to a file",
  usage: `export ${EXPORT_KINDS.join("|")} [--filter JSON] [--time RANGE] [--format F] [--output FILE]`,
  examples: [
    {
      line: "parlance export conversations --output all.csv",
      what: "one row a conversation, with its enrichments",
    },
    {
      line: "parlance export utterances --format parquet --time 'last 28 days' > last.parquet",
      what: "four weeks",
    },
    {
      line: `parlance export messages --filter '{"op":"in","field":"channel","values":["voice"]}'`,
      what: "what a filter lets through, as JSON Lines",
    },
    { line: "parlance export topics --filter @angry.json -o topics.jsonl", what: "a filter from a file" },
  ],
  options: {
    filter: {
      type: "string",
      value: "JSON",
      help: "A filter tree as the workbench and the API have it, or @FILE to read it from a file.",
    },
    time: {
      type: "string",
      value: "RANGE",
      default: "all",
      help: "`all`, `last 28 days`, or two dates or times with a slash between; the second is not included.",
    },
    format: {
      type: "string",
      value: "F",
      help: `${EXPORT_FORMATS.join(", ")}. Default: what the output's name ends in, else jsonl.`,
    },
    output: {
      type: "string",
      short: "o",
      value: "FILE",
      help: "Where the rows go; standard output unless set.",
    },
    ...settingOptions("dataDir", "clickhouseUrl", "databaseUrl"),
  },
  async run(positionals, options, context) {
    const wanted = await readWanted(positionals, options, context);
    const settings = settingsOf(options, context);
    const server = await findServer(settings);
    const output = await openOutput(readText(options, "output") ?? "-", context);
    const chunks =
      server === undefined
        ? exportHere(settings, wanted, context.signal)
        : await exportThroughServer(server, wanted, context.signal);
    await writeAll(chunks, output, context);
    return context.signal.aborted ? EXIT.cancelled : EXIT.ok;
  },
};

/** Throws UsageError for what the command line has wrong, REQUEST_INVALID for a filter that is none. */
export async function readWanted(
  positionals: readonly string[],
  options: ParsedOptions,
  context: Pick<CommandContext, "cwd">,
): Promise<ExportRequest> {
  const [given, ...more] = positionals;
  const kind = EXPORT_KINDS.find((name) => name === given);
  if (kind === undefined || more.length > 0)
    throw new UsageError(`Say what to export: ${EXPORT_KINDS.join(", ")}.`);
  const ending = extname(readText(options, "output") ?? "").slice(1);
  const named = readText(options, "format") ?? EXPORT_FORMATS.find((name) => name === ending) ?? "jsonl";
  const format = EXPORT_FORMATS.find((name) => name === named);
  if (format === undefined) throw new UsageError(`--format is one of ${EXPORT_FORMATS.join(", ")}.`);
  const time = timeRangeSchema.safeParse(readText(options, "time") ?? "all");
  if (!time.success) throw new UsageError(`--time: ${time.error.issues[0]?.message}.`);
  return { kind, format, time: time.data, filter: await readFilter(readText(options, "filter"), context) };
}

async function readFilter(given: string | undefined, context: Pick<CommandContext, "cwd">): Promise<Filter> {
  if (given === undefined) return everything;
  const json = given.startsWith("@") ? await readWhole(given.slice(1), context) : given;
  try {
    return filterSchema.parse(JSON.parse(json));
  } catch (cause) {
    throw new AppError("REQUEST_INVALID", { problem: "--filter is no filter tree" }, { cause });
  }
}

async function exportThroughServer(
  server: RunningServer,
  { kind, format, filter, time }: ExportRequest,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const query = { format, time, filter: JSON.stringify(filter) };
  const response = await clientOf(server).call("getExport", { params: { kind }, query }, { signal });
  return response.body ?? (async function* () {})();
}

async function writeAll(
  chunks: AsyncIterable<Uint8Array>,
  output: Output,
  { signal }: Pick<CommandContext, "signal">,
): Promise<void> {
  try {
    for await (const chunk of chunks) {
      if (signal.aborted) return;
      await output.write(chunk);
    }
    await output.finish();
  } finally {
    await output.discard();
  }
}
