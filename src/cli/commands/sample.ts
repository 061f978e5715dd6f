// `parlance sample`: writes the sample's conversations as JSON Lines and its answer key, for trying imports and benches.
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { AppError } from "../../core/errors.ts";
import { toCanonicalForm } from "../../sample/canonical-form.ts";
import { assembleKey, generateSampleItems } from "../../sample/generate.ts";
import type { KeyEntry } from "../../sample/key.ts";
import type { SampleOptions } from "../../sample/plan.ts";
import { type Command, EXIT, type ParsedOptions, UsageError } from "../command.ts";

const LINES_A_WRITE = 200;

export const command: Command = {
  name: "sample",
  summary: "Write made-up conversations of a whole company, and the answers to what is in them",
  usage: "sample [--conversations N] [--weeks N] [--seed N] [--end-day DAY] [--output FILE] [--key FILE]",
  examples: [
    { line: "parlance sample --output sample.jsonl", what: "20,000 conversations of twelve weeks" },
    {
      line: "parlance sample --conversations 500 --key key.json > small.jsonl",
      what: "a small sample, with its answer key",
    },
    { line: "parlance sample --seed 7 | parlance import - --source demo", what: "import another sample" },
  ],
  options: {
    conversations: { type: "string", value: "N", default: "20000", help: "How many conversations." },
    weeks: { type: "string", value: "N", default: "12", help: "How many weeks they cover, at least 4." },
    seed: { type: "string", value: "N", default: "1", help: "The same seed gives the same conversations." },
    "end-day": {
      type: "string",
      value: "DAY",
      default: "2026-06-28",
      help: "The last day, as YYYY-MM-DD in UTC.",
    },
    output: {
      type: "string",
      short: "o",
      value: "FILE",
      help: "Where the conversations go; standard output unless set.",
    },
    key: {
      type: "string",
      value: "FILE",
      help: "Write the answer key here, as JSON; none unless set. It tells where personal data stands, not what it is.",
    },
  },
  async run(_positionals, options, context) {
    const sampleOptions: SampleOptions = {
      conversations: wholeNumber(options, "conversations"),
      weeks: wholeNumber(options, "weeks"),
      seed: wholeNumber(options, "seed"),
      endDay: String(options["end-day"]),
    };
    const keep = typeof options["key"] === "string" ? new Map<string, KeyEntry>() : undefined;
    const lines = sampleLines(sampleOptions, keep);
    const toFile = typeof options["output"] === "string";
    const output = toFile
      ? createWriteStream(resolve(context.cwd, String(options["output"])))
      : context.stdout;
    await writeChunks(
      output,
      lines,
      toFile ? String(options["output"]) : "standard output",
      toFile,
      context.signal,
    );
    if (keep !== undefined) {
      const file = String(options["key"]);
      const key = assembleKey(sampleOptions, keep);
      const stream = createWriteStream(resolve(context.cwd, file));
      await writeChunks(stream, keyChunks(key, keep), file, true, context.signal);
    }
    return EXIT.ok;
  },
};

function wholeNumber(options: ParsedOptions, name: string): number {
  const value = String(options[name]);
  if (!/^\d{1,10}$/.test(value)) throw new UsageError(`--${name} must be a whole number`);
  return Number(value);
}

/** Lines in chunks, so that a write does not cost a conversation each. Wrong options become a usage error at the first chunk. */
function* sampleLines(options: SampleOptions, keep: Map<string, KeyEntry> | undefined): Generator<string> {
  let chunk: string[] = [];
  try {
    for (const { conversation, key } of generateSampleItems(options)) {
      keep?.set(key.conversation, key);
      chunk.push(`${JSON.stringify(toCanonicalForm(conversation))}\n`);
      if (chunk.length === LINES_A_WRITE) {
        yield chunk.join("");
        chunk = [];
      }
    }
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
  yield chunk.join("");
}

/** The key as one JSON object, written entry by entry: whole, it would be one string of many megabytes. */
function* keyChunks(key: object, entries: ReadonlyMap<string, KeyEntry>): Generator<string> {
  const head = JSON.stringify({ ...key, perConversation: undefined });
  yield `${head.slice(0, -1)},"perConversation":{`;
  let separator = "";
  let chunk: string[] = [];
  for (const [id, entry] of entries) {
    chunk.push(`${separator}\n${JSON.stringify(id)}:${JSON.stringify(entry)}`);
    separator = ",";
    if (chunk.length === LINES_A_WRITE) {
      yield chunk.join("");
      chunk = [];
    }
  }
  yield `${chunk.join("")}\n}}\n`;
}

async function writeChunks(
  output: Writable,
  chunks: Iterable<string>,
  file: string,
  close: boolean,
  signal: AbortSignal,
): Promise<void> {
  let problem: unknown;
  const remember = (error: unknown): void => {
    problem ??= error;
  };
  output.on("error", remember);
  try {
    for (const chunk of chunks) {
      if (signal.aborted) throw new AppError("CANCELLED", { what: "Writing the sample" });
      if (problem !== undefined) break;
      if (!output.write(chunk)) await once(output, "drain", { signal });
    }
    if (close && problem === undefined) {
      output.end();
      await finished(output);
    }
  } catch (error) {
    if (signal.aborted) throw new AppError("CANCELLED", { what: "Writing the sample" }, { cause: error });
    if (error instanceof UsageError || error instanceof AppError) throw error;
    problem ??= error;
  } finally {
    output.off("error", remember);
  }
  if (problem !== undefined)
    throw new AppError(
      "OUTPUT_FAILED",
      { file, problem: String((problem as Error).message) },
      { cause: problem },
    );
}
