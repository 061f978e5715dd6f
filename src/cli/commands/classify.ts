// `parlance classify train|run|suggest`: intents by example for any file of texts, without a server or a workspace.
import { ENCODERS } from "../classify/load-model.ts";
import { runModelCommand } from "../classify/run.ts";
import { suggestCommand } from "../classify/suggest.ts";
import { trainCommand } from "../classify/train.ts";
import { type Command, type ParsedOptions, UsageError } from "../command.ts";

const MODES = ["train", "run", "suggest"] as const;

export const command: Command = {
  name: "classify",
  summary: "Learn intents from a few examples of each, and find them in any file of texts",
  usage:
    "classify train --input FILE --output MODEL | run --model MODEL --input FILE --output FILE | suggest --model MODEL --input FILE",
  examples: [
    {
      line: "parlance classify train --input examples.csv --output intents.json",
      what: "learn from rows with `text` and `intent`; 5 to 20 examples of each intent are enough",
    },
    {
      line: "parlance classify run --model intents.json --input messages.jsonl --output labelled.jsonl",
      what: "add intent, confidence, outOfScope, runnerUp and runnerUpConfidence to every line",
    },
    {
      line: "parlance classify suggest --model intents.json --input messages.jsonl --count 20",
      what: "the 20 texts that are most worth labelling next",
    },
  ],
  options: {
    input: {
      type: "string",
      value: "FILE",
      help: "Rows to read: .csv or .tsv with a header, else JSON Lines; - is standard input (JSON Lines).",
    },
    output: {
      type: "string",
      value: "FILE",
      help: "The model (train), the rows (run) or the suggestions (suggest); - is standard output.",
    },
    model: { type: "string", value: "FILE", help: "A model that `train` wrote." },
    text: { type: "string", value: "FIELD", default: "text", help: "Field of the text." },
    label: { type: "string", value: "FIELD", default: "intent", help: "Field of the intent, for train." },
    count: { type: "string", value: "N", default: "50", help: "Number of suggestions." },
    encoder: {
      type: "string",
      value: "NAME",
      default: "accurate",
      help: "Whose vectors to train on: accurate or fast. The model remembers it.",
    },
    seed: { type: "string", value: "N", default: "1", help: "Decides which examples are held out together." },
    json: { type: "boolean", help: "Print the training report as JSON to standard output." },
  },
  async run(positionals, options, context) {
    const [mode, ...more] = positionals;
    if (more.length > 0 || !MODES.some((one) => one === mode)) {
      throw new UsageError("classify takes one word: train, run or suggest");
    }
    const input = needed(options, "input");
    const text = needed(options, "text");
    if (mode === "train") {
      const output = needed(options, "output");
      const json = options["json"] === true;
      if (json && output === "-") throw new UsageError("--json needs a file as --output");
      const seed = wholeNumber(options, "seed", 0);
      const encoder = ENCODERS.find((one) => one === options["encoder"]);
      if (encoder === undefined) throw new UsageError(`--encoder is one of ${ENCODERS.join(", ")}`);
      return trainCommand(
        { input, text, label: needed(options, "label"), output, encoder, seed, json },
        context,
      );
    }
    const model = needed(options, "model");
    if (mode === "run") {
      return runModelCommand({ model, input, text, output: needed(options, "output") }, context);
    }
    const output = typeof options["output"] === "string" ? options["output"] : "-";
    return suggestCommand({ model, input, text, output, count: wholeNumber(options, "count", 1) }, context);
  },
};

function needed(options: ParsedOptions, name: string): string {
  const value = options[name];
  if (typeof value === "string" && value !== "") return value;
  throw new UsageError(`--${name} is needed`);
}

function wholeNumber(options: ParsedOptions, name: string, least: number): number {
  const number = Number(options[name]);
  if (Number.isSafeInteger(number) && number >= least) return number;
  throw new UsageError(`--${name} takes a whole number from ${least}`);
}
