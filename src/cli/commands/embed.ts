// `parlance embed`: JSON Lines in, the same lines with their vectors out. Lines that cannot be used are named and counted.
import { createEncoder } from "../../nlp/encoder/create-encoder.ts";
import { type Command, UsageError } from "../command.ts";
import { readThreads } from "../option-values.ts";
import { settingOptions, settingsOf } from "../setting-options.ts";
import { transformLines } from "../transform-lines.ts";

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
    const threads = readThreads(options["threads"]);
    const { encoder: model } = settingsOf(options, context);
    const encoder = await createEncoder({ model, ...(threads !== undefined && { threads }), cacheSize: 0 });
    const { version, dimension } = encoder;
    try {
      return await transformLines(
        { source, options },
        {
          doing: "Embedding",
          done: "embedded",
          batchSize: LINES_AT_A_TIME,
          read: ({ values }) => readItem(values, field),
          transform: async (items, onProgress) => {
            const texts = items.map(({ text }) => text);
            const vectors = await encoder.embed(texts, { signal: context.signal, onProgress });
            return items.map(({ record }, index) => ({
              ...record,
              vector: Array.from(vectors[index] ?? [], roundToFloat),
            }));
          },
        },
        { version, json: { encoder: version, dimension } },
        context,
      );
    } finally {
      await encoder.close();
    }
  },
};

function readItem(record: Item["record"], field: string): Item | string {
  const text = record[field];
  return typeof text === "string" ? { record, text } : `has no text in the field "${field}"`;
}

/** Seven decimals: past that a 32-bit float below 1 says nothing. */
function roundToFloat(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}
