// `parlance topics discover`: topics for any file of texts, without a server or a workspace. Reads JSON Lines, gives each
// line back as it was with its topic added.
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "../../core/errors.ts";
import type { DiscoverResult } from "../../mining/topics/topic-types.ts";
import { type Command, type CommandContext, EXIT, type ParsedOptions, UsageError } from "../command.ts";
import { startProgress } from "../progress.ts";
import { discoverLines } from "../topics/discover-lines.ts";
import { addTopic, type InputLine, readTextLines } from "../topics/text-lines.ts";

function text(options: ParsedOptions, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function wholeNumber(options: ParsedOptions, name: string, least: number): number | undefined {
  const given = text(options, name);
  if (given === undefined) return undefined;
  const number = Number(given);
  if (!Number.isSafeInteger(number) || number < least) {
    throw new UsageError(`--${name} takes a whole number from ${least}, not ${given}`);
  }
  return number;
}

async function openInput(name: string, context: CommandContext): Promise<Readable> {
  if (name === "-") return context.stdin;
  const path = resolve(context.cwd, name);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new AppError("INPUT_NOT_FOUND", { path: name });
  return createReadStream(path);
}

async function writeLines(lines: Iterable<string>, name: string, context: CommandContext): Promise<void> {
  const target: Writable = name === "-" ? context.stdout : createWriteStream(resolve(context.cwd, name));
  await pipeline(lines, target, { end: name !== "-", signal: context.signal });
}

function* withTopics(lines: readonly InputLine[], result: DiscoverResult): Generator<string> {
  for (const [row, line] of lines.entries()) {
    const topic = result.assignment[row] ?? -1;
    yield `${addTopic(line, {
      topic,
      topic_name: result.topics[topic]?.name ?? null,
      confidence: Math.round((result.confidence[row] ?? 0) * 1000) / 1000,
    })}\n`;
  }
}

function summary(result: DiscoverResult, lines: number): string {
  const topics = result.topics
    .slice(0, 20)
    .map(({ weight, name }) => `${String(weight).padStart(8)}  ${name}`);
  const more = result.topics.length > 20 ? [`          and ${result.topics.length - 20} more`] : [];
  const { too_short, other_language, between_topics, small_group } = result.unassignedReasons;
  const unassigned = result.assignment.reduce((sum, topic) => sum + (topic < 0 ? 1 : 0), 0);
  return [
    `${result.topics.length} topics in ${lines} lines (${result.reason}).`,
    ...topics,
    ...more,
    `${unassigned} lines without a topic. Distinct texts by reason: too short ${too_short}, other language ${other_language}, between topics ${between_topics}, in no group ${small_group}.`,
    "",
  ].join("\n");
}

export const command: Command = {
  name: "topics",
  summary: "Find and name the topics of any file of texts",
  usage:
    "topics discover --input FILE --text FIELD [--k N] [--seed N] [--vectors FIELD] [--assign-all] --output FILE",
  examples: [
    {
      line: "parlance topics discover --input reviews.jsonl --text body --output reviews-topics.jsonl",
      what: "add topic, topic_name and confidence to each line; the number of topics is found",
    },
    {
      line: "parlance topics discover --input - --text question --k 40 --output - < faq.jsonl",
      what: "exactly 40 topics, through standard input and output",
    },
    {
      line: "parlance topics discover --input v.jsonl --text text --vectors embedding --output out.jsonl",
      what: "with vectors of your own instead of the shipped encoder's",
    },
  ],
  options: {
    input: { type: "string", value: "FILE", help: "JSON Lines to read; - is standard input." },
    output: { type: "string", value: "FILE", help: "Where the lines go; - is standard output." },
    text: { type: "string", value: "FIELD", help: "Field that holds the text; nested as a.b." },
    k: { type: "string", value: "N", help: "Number of topics. Default: found from the texts." },
    seed: { type: "string", value: "N", default: "1", help: "Same input and seed, same topics." },
    vectors: { type: "string", value: "FIELD", help: "Field with a vector as an array of numbers." },
    "assign-all": { type: "boolean", help: "Leave no text with something to say without a topic." },
  },
  async run(positionals, options, context) {
    if (positionals.length !== 1 || positionals[0] !== "discover") {
      throw new UsageError("topics takes one word: discover");
    }
    const field = text(options, "text");
    const input = text(options, "input");
    const output = text(options, "output");
    if (field === undefined || input === undefined || output === undefined) {
      throw new UsageError("--input, --text and --output are needed");
    }
    const k = wholeNumber(options, "k", 1);
    const seed = wholeNumber(options, "seed", 0) ?? 1;
    const vectorField = text(options, "vectors");
    const progress = startProgress("topics", context, { formatAmount: (share) => `${Math.round(share)} %` });
    const show = (share: number, note: string) => progress.update(100 * share, 100, note);
    try {
      const lines = await readTextLines(await openInput(input, context), {
        file: input,
        text: field,
        signal: context.signal,
        ...(vectorField !== undefined && { vectors: vectorField }),
      });
      const result = await discoverLines(lines, {
        seed,
        keepUnassigned: options["assign-all"] !== true,
        signal: context.signal,
        onProgress: show,
        ...(k !== undefined && { k }),
      });
      await writeLines(withTopics(lines, result), output, context);
      progress.stop();
      context.stderr.write(summary(result, lines.length));
      return EXIT.ok;
    } finally {
      progress.stop();
    }
  },
};
