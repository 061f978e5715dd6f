// `parlance redact`: the redaction of the import as a tool of its own. Line by line, in constant memory, without a server
// or a data directory; each line stands for itself.
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { AppError } from "../../core/errors.ts";
import type { RedactionPolicy } from "../../core/redaction-policy.ts";
import { parseRedactionPolicy, usesPseudonyms } from "../../prepare/redact/policy.ts";
import { createRedactor, type RedactedText, type Redactor } from "../../prepare/redact/redactor.ts";
import { type Command, type CommandContext, EXIT, type ParsedOptions, UsageError } from "../command.ts";
import { openInput } from "../files.ts";
import { readNames, readRegion } from "../option-values.ts";

export const command: Command = {
  name: "redact",
  summary: "Replace personal data in lines of text or JSON Lines",
  usage: "redact [FILE|-]",
  examples: [
    {
      line: 'echo "My name is Ann Lee, call +1 415 555 2671" | parlance redact --plain',
      what: "Redact one line and print the text alone",
    },
    { line: "parlance redact chats.txt > redacted.jsonl", what: "Redact each line; print {id,text,spans}" },
    {
      line: "parlance redact messages.jsonl --policy mask,EMAIL=keep",
      what: "Read {id,text} a line; leave e-mail addresses as they are",
    },
    {
      line: "PARLANCE_REDACTION_KEY=… parlance redact - --policy pseudonym < messages.jsonl",
      what: "The same value gets the same pseudonym",
    },
  ],
  options: {
    policy: {
      type: "string",
      value: "POLICY",
      default: "mask",
      help: "keep, mask or pseudonym, and exceptions by type: mask,EMAIL=keep. strict masks places, companies, dates … too",
    },
    key: {
      type: "string",
      value: "KEY",
      help: "Secret for pseudonyms. Others on this machine can see it; prefer PARLANCE_REDACTION_KEY",
    },
    region: {
      type: "string",
      value: "COUNTRY",
      help: "Where phone numbers without a country code belong, such as US",
    },
    "own-names": {
      type: "string",
      value: "NAMES",
      help: "Names of your company, brands and products, separated by commas: they are no people",
    },
    plain: { type: "boolean", help: "Print the redacted text alone, one line for each line read" },
    json: { type: "boolean", help: "Print JSON Lines {id,text,spans}: the default" },
  },
  async run(positionals, options, context) {
    if (positionals.length > 1) throw new UsageError("redact takes one file, or - for standard input.");
    const redactor = redactorFor(options, context);
    const isPlain = options["plain"] === true;
    if (isPlain && options["json"] === true) throw new UsageError("Choose one of --plain and --json.");
    let line = 0;
    for await (const text of readLines(await openInput(positionals[0] ?? "-", context))) {
      if (context.signal.aborted) return EXIT.cancelled;
      line += 1;
      if (text === "" && !isPlain) continue;
      await writeLine(context.stdout, redactLine(redactor, text, line, isPlain));
    }
    return EXIT.ok;
  },
};

function redactorFor(options: ParsedOptions, context: CommandContext): Redactor {
  const policy = { ...policyFrom(options["policy"]), ownNames: readNames(options["own-names"]) };
  const key = options["key"] ?? context.env["PARLANCE_REDACTION_KEY"] ?? "";
  const region = readRegion(options["region"]);
  if (typeof key !== "string" || (key === "" && usesPseudonyms(policy)))
    throw new UsageError("Pseudonyms need a secret: set PARLANCE_REDACTION_KEY or give --key.");
  return createRedactor({
    key,
    policy,
    reportsKept: options["plain"] !== true,
    ...(region !== undefined && { region }),
  });
}

function policyFrom(option: ParsedOptions[string]): RedactionPolicy {
  const policy = parseRedactionPolicy(typeof option === "string" ? option : "mask");
  if ("problem" in policy) throw new UsageError(`--policy: ${policy.problem}.`);
  return policy;
}

/** One line in, one line out. A JSON object with a `text` is a record; its other fields are dropped, for they may be raw. */
function redactLine(redactor: Redactor, line: string, number: number, isPlain: boolean): string {
  const { id, text } = readRecord(line) ?? { id: number, text: line };
  const redacted = redactor.redactText(text);
  return isPlain
    ? redacted.text.replace(/\r?\n|\r/g, " ")
    : JSON.stringify({ id, text: redacted.text, spans: allSpans(redacted) });
}

/** What was replaced, and what was recognised and kept, in the order of the text. */
function allSpans({ spans, kept = [] }: RedactedText): readonly object[] {
  if (kept.length === 0) return spans;
  const marked = kept.map((span) => ({ ...span, kept: true }));
  return [...spans, ...marked].sort((a, b) => a.start - b.start);
}

function readRecord(line: string): { readonly id: unknown; readonly text: string } | undefined {
  if (!line.startsWith("{")) return undefined;
  try {
    const { id = null, text } = JSON.parse(line) as { readonly id?: unknown; readonly text?: unknown };
    const isPlainId = id === null || typeof id === "string" || typeof id === "number";
    return typeof text === "string" ? { id: isPlainId ? id : null, text } : undefined;
  } catch {
    // A line of text may begin with a brace; it is redacted as it stands.
    return undefined;
  }
}

/**
 * Each line as soon as it is there, however long it is: this is a filter of live streams, so nothing is held back to look at
 * the encoding. Lines end at \n or \r\n only: U+2028 and the like may stand inside a JSON string.
 */
async function* readLines(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for await (const chunk of input) {
      const text = typeof chunk === "string" ? chunk : decoder.decode(chunk as Uint8Array, { stream: true });
      const lines = text.split("\n");
      const last = lines.pop() ?? "";
      for (const [index, line] of lines.entries()) yield withoutReturn(index === 0 ? rest + line : line);
      rest = lines.length === 0 ? rest + last : last;
    }
  } catch (cause) {
    throw inputError(input, cause);
  }
  rest += decoder.decode();
  if (rest !== "") yield withoutReturn(rest);
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}

function inputError(input: Readable, cause: unknown): unknown {
  const path = "path" in input ? String(input.path) : "standard input";
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === undefined) return cause;
  return code === "ENOENT"
    ? new AppError("INPUT_NOT_FOUND", { path }, { cause })
    : new AppError("INPUT_UNREADABLE", { file: path, problem: code }, { cause });
}

async function writeLine(output: Writable, line: string): Promise<void> {
  if (!output.write(`${line}\n`)) await once(output, "drain");
}
