// `parlance topic-models`: the classical models (LDA, NMF) for any file of texts, for those who know them and want to compare.
import { AppError } from "../../core/errors.ts";
import { describeModel, type ModelDescription } from "../../mining/topic-models/describe-model.ts";
import { contentWords } from "../../mining/topic-models/document-terms.ts";
import { heaviestTopics } from "../../mining/topic-models/topic-model.ts";
import {
  type FittedTexts,
  fitTopicModelInWorker,
  TOPIC_MODEL_METHODS,
} from "../../mining/worker/fit-in-worker.ts";
import { type Command, type CommandContext, EXIT, type ParsedOptions, UsageError } from "../command.ts";
import { openInput, openOutput } from "../files.ts";
import { startProgress } from "../progress.ts";
import { printModel } from "../topic-models/print-model.ts";
import { addTopic, type InputLine, readTextLines } from "../topics/text-lines.ts";

function wholeNumber(options: ParsedOptions, name: string, least: number): number {
  const number = Number(options[name]);
  if (!Number.isSafeInteger(number) || number < least) {
    throw new UsageError(
      `--${name} takes a whole number from ${least}, not ${String(options[name] ?? "nothing")}`,
    );
  }
  return number;
}

type Fitted = {
  readonly lines: readonly InputLine[];
  readonly fitted: FittedTexts;
  readonly description: ModelDescription;
};

/** Each line with its heaviest topic; a text without a word that the model knows has none. */
async function writeTopics(output: string, { lines, fitted, description }: Fitted, context: CommandContext) {
  const { topics, shares } = heaviestTopics(fitted.model);
  const words = new Map(description.topics.map((entry) => [entry.topic, entry.words.slice(0, 3).join(" ")]));
  const known = new Set(fitted.vocabulary);
  const target = await openOutput(output, context);
  try {
    for (const [row, line] of lines.entries()) {
      const topic = contentWords(line.text).some((word) => known.has(word)) ? topics[row] : undefined;
      const fields = {
        topic: topic ?? null,
        topic_words: words.get(topic ?? -1) ?? null,
        topic_share: topic === undefined ? 0 : Math.round((shares[row] ?? 0) * 1000) / 1000,
      };
      await target.write(`${addTopic(line, fields)}\n`);
    }
    await target.finish();
  } finally {
    await target.discard();
  }
}

export const command: Command = {
  name: "topic-models",
  summary: "Fit a classical topic model (LDA, NMF) to any file of texts, with coherence and diversity",
  usage: "topic-models --input FILE --text FIELD --k N [--method METHOD] [--output FILE] [--seed N] [--json]",
  examples: [
    {
      line: "parlance topic-models --input chats.jsonl --text text --k 30",
      what: "30 topics by LDA, printed with their words, sizes and coherence",
    },
    {
      line: "parlance topic-models --input chats.jsonl --text text --k 30 --method nmf --output out.jsonl",
      what: "by NMF, and each line again with its heaviest topic and that topic's share",
    },
  ],
  options: {
    input: { type: "string", value: "FILE", help: "JSON Lines to read; - is standard input." },
    text: { type: "string", value: "FIELD", help: "Field that holds the text; nested as a.b." },
    k: { type: "string", value: "N", help: "Number of topics." },
    method: {
      type: "string",
      value: "METHOD",
      default: "lda",
      help: "lda (online variational Bayes), lda-gibbs (collapsed Gibbs sampling; better on short texts) or nmf.",
    },
    output: {
      type: "string",
      value: "FILE",
      help: "Where the lines go, each with its topic; - is standard output.",
    },
    seed: { type: "string", value: "N", default: "1", help: "Same input and seed, same topics." },
    json: { type: "boolean", help: "Print the topics as JSON to standard output." },
  },
  async run(positionals, options, context) {
    const { input, text, output } = options;
    if (positionals.length > 0) throw new UsageError("topic-models takes options only");
    if (typeof input !== "string" || typeof text !== "string")
      throw new UsageError("--input and --text are needed");
    if (options["json"] === true && output === "-") {
      throw new UsageError("--json and --output - both want standard output");
    }
    const method = TOPIC_MODEL_METHODS.find((known) => known === options["method"]);
    if (method === undefined) throw new UsageError(`--method takes one of ${TOPIC_MODEL_METHODS.join(", ")}`);
    const topicCount = wholeNumber(options, "k", 1);
    const seed = wholeNumber(options, "seed", 0);
    const progress = startProgress("topic-models", context, {
      formatAmount: (share) => `${Math.round(share)} %`,
    });
    try {
      const lines = await readTextLines(await openInput(input, context), {
        file: input,
        text,
        signal: context.signal,
      });
      const texts = lines.map((line) => line.text);
      const fitted = await fitTopicModelInWorker({
        method,
        texts,
        topicCount,
        seed,
        signal: context.signal,
        onShare: (share) => progress.update(100 * share, 100, "fitting topics"),
      });
      if (fitted.vocabulary.length === 0) {
        throw new AppError("INPUT_UNREADABLE", {
          file: input,
          problem: "no word stands in two of its texts",
        });
      }
      progress.stop();
      const description = describeModel(method, texts, fitted);
      if (options["json"] === true) context.stdout.write(`${JSON.stringify(description)}\n`);
      else context.stderr.write(printModel(description));
      if (typeof output === "string") await writeTopics(output, { lines, fitted, description }, context);
      return EXIT.ok;
    } finally {
      progress.stop();
    }
  },
};
