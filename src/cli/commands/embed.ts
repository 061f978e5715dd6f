// `parlance embed`: JSON Lines in, the same lines with their vectors out. Lines that cannot be used are named and counted.
import type { Readable } from "node:stream";
import { createEncoder } from "../../nlp/encoder/create-encoder.ts";
import type { Encoder } from "../../nlp/encoder/encoder.ts";
import { type Command, type CommandContext, EXIT, UsageError } from "../command.ts";
import { type Output, openInput, openOutput } from "../files.ts";
import { batchesOf, type JsonLine, readJsonLines } from "../json-lines.ts";
import { readThreads } from "../option-values.ts";
import { startProgress } from "../progress.ts";
import { createSetAside } from "../set-aside.ts";
import { settingOptions, settingsOf } from "../setting-options.ts";

const LINES_AT_A_TIME = 2048;

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
    const isToFile = typeof options["output"] === "string";
    const threads = readThreads(options["threads"]);
    const { encoder: model } = settingsOf(options, context);
    const input = await openInput(source, context);
    const output = await openOutput(isToFile ? String(options["output"]) : "-", context);
    const encoder = await createEncoder({ model, ...(threads !== undefined && { threads }), cacheSize: 0 });
    try {
      const counts = await embedLines(input, output, field, encoder, context);
      await output.finish();
      const summary = { encoder: encoder.version, dimension: encoder.dimension, ...counts };
      const report = isToFile && options["json"] === true ? context.stdout : context.stderr;
      report.write(
        options["json"] === true
          ? `${JSON.stringify(summary)}\n`
          : `${counts.embedded} embedded, ${counts.setAside} set aside (${encoder.version}).\n`,
      );
      return counts.setAside > 0 ? EXIT.setAside : EXIT.ok;
    } finally {
      await output.discard();
      await encoder.close();
    }
  },
};

async function embedLines(
  input: Readable,
  output: Output,
  field: string,
  encoder: Encoder,
  context: CommandContext,
): Promise<{ embedded: number; setAside: number }> {
  const setAside = createSetAside(context);
  const progress = startProgress("Embedding", context);
  const read = ({ values }: JsonLine): Item | string => {
    const text = values[field];
    return typeof text === "string" ? { record: values, text } : `has no text in the field "${field}"`;
  };
  let embedded = 0;
  try {
    for await (const items of batchesOf(readJsonLines(input), LINES_AT_A_TIME, read, setAside.add)) {
      const texts = items.map(({ text }) => text);
      const vectors = await encoder.embed(texts, {
        signal: context.signal,
        onProgress: (done) => progress.update(embedded + done, undefined, "texts"),
      });
      for (const [index, { record }] of items.entries()) {
        const vector = Array.from(vectors[index] ?? [], roundToFloat);
        await output.write(`${JSON.stringify({ ...record, vector })}\n`);
      }
      embedded += items.length;
    }
  } finally {
    progress.stop();
  }
  return { embedded, setAside: setAside.count() };
}

/** Seven decimals: past that a 32-bit float below 1 says nothing. */
function roundToFloat(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}
