// `parlance label`: JSON Lines in, the same lines with all that the models say of their texts out. Lines that cannot be used
// are named and counted; the rest goes on.
import { open, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { AppError } from "../../core/errors.ts";
import { isTimeZone } from "../../ingest/time/zone-offset.ts";
import { createEncoder } from "../../nlp/encoder/create-encoder.ts";
import { readHeadsFile, SHIPPED_HEADS } from "../../nlp/heads/heads-file.ts";
import { createLabeller } from "../../nlp/label/labeller.ts";
import type { SlotOptions } from "../../nlp/slots/slot.ts";
import { type Command, type CommandContext, EXIT, type ParsedOptions, UsageError } from "../command.ts";
import { openInput } from "../files.ts";
import { createLineLabeller, type LineLabeller } from "../label/label-lines.ts";
import { personalData } from "../label/personal-data.ts";
import { type LabelLine, readLabelLine } from "../label/read-line.ts";
import { readCatalogue, readIdShapes } from "../label/slot-files.ts";
import { slotValues } from "../label/slot-values.ts";
import { startProgress } from "../progress.ts";

const LINES_AT_A_TIME = 1024;
const NAMED_LINES = 20;

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
    const output =
      typeof options["output"] === "string" ? resolve(context.cwd, options["output"]) : undefined;
    const region = readRegion(options["region"]);
    const threads = readThreads(options["threads"]);
    const input = await openInput(source, context);
    const heads = await readHeadsFile(SHIPPED_HEADS);
    const encoder = await createEncoder({ ...(threads !== undefined && { threads }) });
    const partial = output === undefined ? undefined : `${output}.part`;
    try {
      const lines = createLineLabeller({
        labeller: createLabeller(encoder, heads),
        model: heads.conversation,
        finders: [personalData(region), slotValues(await readSlotOptions(options, context))],
      });
      const target = partial === undefined ? context.stdout : await openOutput(partial);
      const counts = await labelLines(input, target, lines, context);
      if (partial !== undefined && output !== undefined) {
        target.end();
        await finished(target);
        await rename(partial, output);
      }
      const summary = { models: `${encoder.version} ${heads.version}`, ...counts };
      const report = output !== undefined && options["json"] === true ? context.stdout : context.stderr;
      report.write(
        options["json"] === true
          ? `${JSON.stringify(summary)}\n`
          : `${counts.labelled} labelled, ${counts.setAside} set aside (${heads.version}).\n`,
      );
      return counts.setAside > 0 ? EXIT.setAside : EXIT.ok;
    } finally {
      if (partial !== undefined) await rm(partial, { force: true });
      await encoder.close();
    }
  },
};

async function labelLines(
  input: Readable,
  target: Writable,
  labeller: LineLabeller,
  context: CommandContext,
): Promise<{ labelled: number; setAside: number }> {
  const counts = { labelled: 0, setAside: 0 };
  const progress = startProgress("Labelling", context);
  let waiting: LabelLine[] = [];
  const flush = async (): Promise<void> => {
    for (const line of await labeller.label(waiting, context.signal)) {
      await write(target, `${JSON.stringify(line)}\n`);
    }
    counts.labelled += waiting.length;
    progress.update(counts.labelled, undefined, "texts");
    waiting = [];
  };
  try {
    let number = 0;
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (context.signal.aborted) throw new AppError("CANCELLED", { what: "Labelling" });
      number += 1;
      if (line.trim() === "") continue;
      const read = readLabelLine(number === 1 ? line.replace(/^\uFEFF/, "") : line);
      if (typeof read === "string") {
        counts.setAside += 1;
        if (counts.setAside <= NAMED_LINES) context.stderr.write(`Line ${number} ${read}.\n`);
        if (counts.setAside === NAMED_LINES) context.stderr.write("Further lines are only counted.\n");
        continue;
      }
      waiting.push(read);
      if (waiting.length >= LINES_AT_A_TIME) await flush();
    }
    await flush();
  } finally {
    progress.stop();
  }
  return counts;
}

async function openOutput(path: string): Promise<Writable> {
  try {
    return (await open(path, "w")).createWriteStream();
  } catch (cause) {
    throw new UsageError(`${path} cannot be written.`, { cause });
  }
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

function readRegion(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string" && /^[A-Za-z]{2}$/.test(value)) return value.toUpperCase();
  throw new UsageError("--region takes a country's two letters, such as US.");
}

function readThreads(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const threads = Number(value);
  if (Number.isInteger(threads) && threads >= 1 && threads <= 256) return threads;
  throw new UsageError("--threads takes a whole number from 1 to 256.");
}

async function write(target: Writable, text: string): Promise<void> {
  if (target.write(text)) return;
  await new Promise<void>((done, fail) => {
    target.once("drain", done);
    target.once("error", fail);
  });
}
