// `parlance embed`: JSON Lines in, the same lines with their vectors out. Lines that cannot be used are named and counted.
import { open, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { AppError } from "../../core/errors.ts";
import { createEncoder } from "../../nlp/encoder/create-encoder.ts";
import type { Encoder } from "../../nlp/encoder/encoder.ts";
import { type Command, type CommandContext, EXIT, UsageError } from "../command.ts";
import { openInput } from "../files.ts";
import { startProgress } from "../progress.ts";
import { settingOptions, settingsOf } from "../setting-options.ts";

const LINES_AT_A_TIME = 2048;
const NAMED_LINES = 20;

type Item = { readonly record: Readonly<Record<string, unknown>>; readonly text: string };

export const command: Command = {
  name: "embed",
  summary: "Turn texts into vectors: JSON Lines in, the same lines with a `vector` out",
  usage: "embed [FILE|-] [--field NAME] [--output FILE]",
  examples: [
    {
      line: "parlance embed messages.jsonl --output vectors.jsonl",
      what: "embed the field `text` of every line",
    },
    {
      line: "cat tickets.jsonl | parlance embed - --field subject > vectors.jsonl",
      what: "read standard input, write standard output",
    },
  ],
  options: {
    field: {
      type: "string",
      default: "text",
      value: "NAME",
      help: "Field of each line that holds the text.",
    },
    output: {
      type: "string",
      short: "o",
      value: "FILE",
      help: "Where the lines go, each with `vector` added: 384 numbers of length 1. Default: standard output.",
    },
    threads: { type: "string", value: "N", help: "Worker threads. Default: one a core, at most 8." },
    ...settingOptions("encoder"),
    json: {
      type: "boolean",
      help: "Print the summary as JSON (to standard output only when --output is given).",
    },
  },
  async run(positionals, options, context) {
    const [source = "-", ...more] = positionals;
    if (more.length > 0) throw new UsageError("Give one file, or `-` for standard input.");
    const field = String(options["field"]);
    const output =
      typeof options["output"] === "string" ? resolve(context.cwd, options["output"]) : undefined;
    const threads = readThreads(options["threads"]);
    const { encoder: model } = settingsOf(options, context);
    const input = await openInput(source, context);

    const partial = output === undefined ? undefined : `${output}.part`;
    const target = partial === undefined ? context.stdout : await openOutput(partial);
    const encoder = await createEncoder({ model, ...(threads !== undefined && { threads }), cacheSize: 0 });
    try {
      const counts = await embedLines(input, target, field, encoder, context);
      if (partial !== undefined && output !== undefined) {
        target.end();
        await finished(target);
        await rename(partial, output);
      }
      const summary = { encoder: encoder.version, dimension: encoder.dimension, ...counts };
      const report = output !== undefined && options["json"] === true ? context.stdout : context.stderr;
      report.write(
        options["json"] === true
          ? `${JSON.stringify(summary)}\n`
          : `${counts.embedded} embedded, ${counts.setAside} set aside (${encoder.version}).\n`,
      );
      return counts.setAside > 0 ? EXIT.setAside : EXIT.ok;
    } finally {
      if (partial !== undefined) {
        target.destroy();
        await rm(partial, { force: true });
      }
      await encoder.close();
    }
  },
};

async function embedLines(
  input: Readable,
  target: Writable,
  field: string,
  encoder: Encoder,
  context: CommandContext,
): Promise<{ embedded: number; setAside: number }> {
  const counts = { embedded: 0, setAside: 0 };
  const progress = startProgress("Embedding", context);
  let items: Item[] = [];
  const flush = async (): Promise<void> => {
    const vectors = await encoder.embed(
      items.map((item) => item.text),
      {
        signal: context.signal,
        onProgress: (done) => progress.update(counts.embedded + done, undefined, "texts"),
      },
    );
    for (const [index, { record }] of items.entries()) {
      const vector = Array.from(vectors[index] ?? [], roundToFloat);
      await write(target, `${JSON.stringify({ ...record, vector })}\n`);
    }
    counts.embedded += items.length;
    items = [];
  };

  try {
    let lineNumber = 0;
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (context.signal.aborted) throw new AppError("CANCELLED", { what: "Embedding" });
      lineNumber += 1;
      if (line.trim() === "") continue;
      const item = readItem(lineNumber === 1 ? line.replace(/^\uFEFF/, "") : line, field);
      if (typeof item === "string") {
        counts.setAside += 1;
        if (counts.setAside <= NAMED_LINES) context.stderr.write(`Line ${lineNumber}: ${item}.\n`);
        if (counts.setAside === NAMED_LINES) context.stderr.write("Further lines are only counted.\n");
        continue;
      }
      items.push(item);
      if (items.length >= LINES_AT_A_TIME) await flush();
    }
    await flush();
  } finally {
    progress.stop();
  }
  return counts;
}

/** The line's record and text, or what is wrong with it, in words without its content. */
function readItem(line: string, field: string): Item | string {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return "is not JSON";
  }
  if (typeof record !== "object" || record === null || Array.isArray(record)) return "is not a JSON object";
  const text = (record as Record<string, unknown>)[field];
  if (typeof text !== "string") return `has no text in the field "${field}"`;
  return { record: record as Record<string, unknown>, text };
}

async function openOutput(path: string): Promise<Writable> {
  try {
    return (await open(path, "w")).createWriteStream();
  } catch (cause) {
    throw new UsageError(`${path} cannot be written.`, { cause });
  }
}

function readThreads(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const threads = Number(value);
  if (Number.isInteger(threads) && threads >= 1 && threads <= 256) return threads;
  throw new UsageError("--threads takes a whole number from 1 to 256.");
}

/** Seven decimals: past that a 32-bit float below 1 says nothing. */
function roundToFloat(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}

async function write(target: Writable, text: string): Promise<void> {
  if (target.write(text)) return;
  await new Promise<void>((done, fail) => {
    target.once("drain", done);
    target.once("error", fail);
  });
}
