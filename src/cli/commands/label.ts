// `parlance label`: JSON Lines in, the same lines with all that the models say of their texts out. Lines that cannot be used
// are named and counted; the rest goes on.
import { isTimeZone } from "../../ingest/time/zone-offset.ts";
import { createEncoder } from "../../nlp/encoder/create-encoder.ts";
import { readHeadsFile, SHIPPED_HEADS } from "../../nlp/heads/heads-file.ts";
import { createLabeller } from "../../nlp/label/labeller.ts";
import type { SlotOptions } from "../../nlp/slots/slot.ts";
import { type Command, type CommandContext, type ParsedOptions, UsageError } from "../command.ts";
import { createLineLabeller } from "../label/label-lines.ts";
import { personalData } from "../label/personal-data.ts";
import { readLabelLine } from "../label/read-line.ts";
import { readCatalogue, readIdShapes } from "../label/slot-files.ts";
import { slotValues } from "../label/slot-values.ts";
import { readRegion, readThreads } from "../option-values.ts";
import { transformLines } from "../transform-lines.ts";

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
    const region = readRegion(options["region"]);
    const threads = readThreads(options["threads"]);
    const slots = await readSlotOptions(options, context);
    const heads = await readHeadsFile(SHIPPED_HEADS);
    const encoder = await createEncoder({ ...(threads !== undefined && { threads }) });
    try {
      const labeller = createLineLabeller({
        labeller: createLabeller(encoder, heads),
        model: heads.conversation,
        finders: [personalData(region), slotValues(slots)],
      });
      return await transformLines(
        { source, options },
        {
          doing: "Labelling",
          done: "labelled",
          batchSize: LINES_AT_A_TIME,
          read: ({ values }) => readLabelLine(values),
          transform: (lines) => labeller.label(lines, context.signal),
        },
        { version: heads.version, json: { models: `${encoder.version} ${heads.version}` } },
        context,
      );
    } finally {
      await encoder.close();
    }
  },
};

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
