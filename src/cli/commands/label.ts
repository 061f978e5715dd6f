// `parlance label`: JSON Lines in, the same lines with all that the models say of their texts out. Lines that cannot be used
// are named and counted; the rest goes on.
import type { Readable } from "node:stream";
import { isTimeZone } from "../../ingest/time/zone-offset.ts";
import { createEncoder } from "../../nlp/encoder/create-encoder.ts";
import { readHeadsFile, SHIPPED_HEADS } from "../../nlp/heads/heads-file.ts";
import { createLabeller } from "../../nlp/label/labeller.ts";
import type { SlotOptions } from "../../nlp/slots/slot.ts";
import { type Command, type CommandContext, EXIT, type ParsedOptions, UsageError } from "../command.ts";
import { type Output, openInput, openOutput } from "../files.ts";
import { batchesOf, type JsonLine, readJsonLines } from "../json-lines.ts";
import { createLineLabeller, type LineLabeller } from "../label/label-lines.ts";
import { personalData } from "../label/personal-data.ts";
import { readLabelLine } from "../label/read-line.ts";
import { readCatalogue, readIdShapes } from "../label/slot-files.ts";
import { slotValues } from "../label/slot-values.ts";
import { readRegion, readThreads } from "../option-values.ts";
import { startProgress } from "../progress.ts";
import { createSetAside } from "../set-aside.ts";

const LINES_AT_A_TIME = 1024;

export const command: Command = {
  name: "label",
  summary: "Say what texts mean: JSON Lines in, the same lines with language, sentiment, act and more out",
  usage: "label [FILE|-] [--output FILE]",
  examples: [
    {
      line: "parlance label messages.jsonl --output labelled.jsonl",
      what: "read {id,text}, or {id,conversation,role,text,time} in order",
    },
    {
      line: `echo '{"text":"My card was charged twice!"}' | parlance label`,
      what: "label one text",
    },
  ],
  options: {
    output: {
      type: "string",
      short: "o",
      value: "FILE",
      help: "Where the labelled lines go. Default: standard output.",
    },
    region: {
      type: "string",
      value: "COUNTRY",
      help: "Where phone numbers without a country code belong, such as US.",
    },
    "time-zone": {
      type: "string",
      value: "ZONE",
      default: "UTC",
      help: "Zone in which dates are meant, such as Europe/Berlin.",
    },
    locale: {
      type: "string",
      value: "LOCALE",
      help: "Language and customs of dates and money, such as en-GB. Default: each text's language.",
    },
    catalogue: {
      type: "string",
      value: "FILE",
      help: "Products to find: rows with id, name and aliases.",
    },
    ids: {
      type: "string",
      value: "FILE",
      help: "What ids look like: rows with type and example, or with texts to learn it from.",
    },
    threads: { type: "string", value: "N", help: "Worker threads. Default: one a core, at most 8." },
    json: {
      type: "boolean",
      help: "Print the summary as JSON (to standard output only when --output is given).",
    },
  },
  async run(positionals, options, context) {
    const [source = "-", ...more] = positionals;
    if (more.length > 0) throw new UsageError("Give one file, or `-` for standard input.");
    const isToFile = typeof options["output"] === "string";
    const region = readRegion(options["region"]);
    const threads = readThreads(options["threads"]);
    const input = await openInput(source, context);
    const heads = await readHeadsFile(SHIPPED_HEADS);
    const encoder = await createEncoder({ ...(threads !== undefined && { threads }) });
    const output = await openOutput(isToFile ? String(options["output"]) : "-", context);
    try {
      const lines = createLineLabeller({
        labeller: createLabeller(encoder, heads),
        model: heads.conversation,
        finders: [personalData(region), slotValues(await readSlotOptions(options, context))],
      });
      const counts = await labelLines(input, output, lines, context);
      await output.finish();
      const summary = { models: `${encoder.version} ${heads.version}`, ...counts };
      const report = isToFile && options["json"] === true ? context.stdout : context.stderr;
      report.write(
        options["json"] === true
          ? `${JSON.stringify(summary)}\n`
          : `${counts.labelled} labelled, ${counts.setAside} set aside (${heads.version}).\n`,
      );
      return counts.setAside > 0 ? EXIT.setAside : EXIT.ok;
    } finally {
      await output.discard();
      await encoder.close();
    }
  },
};

async function labelLines(
  input: Readable,
  output: Output,
  labeller: LineLabeller,
  context: CommandContext,
): Promise<{ labelled: number; setAside: number }> {
  const setAside = createSetAside(context);
  const progress = startProgress("Labelling", context);
  const read = ({ values }: JsonLine) => readLabelLine(values);
  let labelled = 0;
  try {
    for await (const lines of batchesOf(readJsonLines(input), LINES_AT_A_TIME, read, setAside.add)) {
      for (const line of await labeller.label(lines, context.signal))
        await output.write(`${JSON.stringify(line)}\n`);
      labelled += lines.length;
      progress.update(labelled, undefined, "texts");
    }
  } finally {
    progress.stop();
  }
  return { labelled, setAside: setAside.count() };
}

async function readSlotOptions(
  options: ParsedOptions,
  context: CommandContext,
): Promise<Omit<SlotOptions, "at">> {
  const { catalogue, ids, locale, "time-zone": timeZone } = options;
  if (typeof timeZone === "string" && !isTimeZone(timeZone)) {
    throw new UsageError(`--time-zone takes a zone such as Europe/Berlin, not ${timeZone}.`);
  }
  if (typeof locale === "string" && !isLocale(locale)) {
    throw new UsageError(`--locale takes a locale such as en-GB, not ${locale}.`);
  }
  return {
    ...(typeof timeZone === "string" && { timeZone }),
    ...(typeof locale === "string" && { locale }),
    ...(typeof catalogue === "string" && { catalogue: await readCatalogue(catalogue, context) }),
    ...(typeof ids === "string" && { shapes: await readIdShapes(ids, context) }),
  };
}

function isLocale(name: string): boolean {
  try {
    return new Intl.Locale(name).language !== "";
  } catch {
    return false;
  }
}
