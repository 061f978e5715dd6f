// `parlance topics discover`: topics for any file of texts, without a server or a workspace. Reads JSON Lines, gives each
// line back as it was with its topic added.
import { createWriteStream } from "node:fs";
import { resolve } from "node:path";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "../../core/errors.ts";
import { findLens, LENSES, type Lens } from "../../core/lens.ts";
import { type Command, type CommandContext, EXIT, type ParsedOptions, UsageError } from "../command.ts";
import { openInput } from "../files.ts";
import { readText } from "../option-values.ts";
import { startProgress } from "../progress.ts";
import { settingOptions } from "../setting-options.ts";
import { discoverLines, type LineTopics } from "../topics/discover-lines.ts";
import { readLensFile } from "../topics/lens-file.ts";
import { printTree } from "../topics/print-tree.ts";
import { readNpy } from "../topics/read-npy.ts";
import { isServerWord, runOnServer, SERVER_WORDS } from "../topics/server-topics.ts";
import { addTopic, type InputLine, readTextLines } from "../topics/text-lines.ts";
import { numberTopics, type RunIds, readTreeFile, writeTreeFile } from "../topics/tree-file.ts";

function wholeNumber(options: ParsedOptions, name: string, least: number): number | undefined {
  const given = readText(options, name);
  if (given === undefined) return undefined;
  const number = Number(given);
  if (!Number.isSafeInteger(number) || number < least) {
    throw new UsageError(`--${name} takes a whole number from ${least}, not ${given}`);
  }
  return number;
}

async function writeLines(lines: Iterable<string>, name: string, context: CommandContext): Promise<void> {
  const target: Writable = name === "-" ? context.stdout : createWriteStream(resolve(context.cwd, name));
  await pipeline(lines, target, { end: name !== "-", signal: context.signal });
}

/** From -3 to 3: doublings of the number of topics. */
function granularityOf(options: ParsedOptions): number | undefined {
  const given = readText(options, "granularity");
  if (given === undefined) return undefined;
  const number = Number(given);
  if (!Number.isFinite(number) || Math.abs(number) > 3) {
    throw new UsageError(`--granularity takes a number from -3 (coarse) to 3 (fine), not ${given}`);
  }
  return number;
}

async function lensOf(options: ParsedOptions, cwd: string): Promise<Lens | undefined> {
  const id = readText(options, "lens");
  if (id === undefined) return undefined;
  if (id.endsWith(".json")) return readLensFile(id, cwd);
  const lens = findLens(id);
  if (lens === undefined) {
    throw new UsageError(
      `--lens takes one of ${LENSES.map((known) => known.id).join(", ")} or a file .json, not ${id}`,
    );
  }
  return lens;
}

function* withTopics(
  lines: readonly InputLine[],
  found: LineTopics,
  ids: RunIds | undefined,
): Generator<string> {
  const { topics, groups, subtopics } = found.result;
  for (const [row, line] of lines.entries()) {
    const at = found.topics[row] ?? -1;
    const topic = topics[at];
    yield `${addTopic(line, {
      topic: ids?.topics[at] ?? at,
      topic_name: topic?.name ?? null,
      topic_group: groups[topic?.group ?? -1]?.name ?? null,
      subtopic_name: subtopics[found.subtopics[row] ?? -1]?.name ?? null,
      confidence: Math.round((found.confidence[row] ?? 0) * 1000) / 1000,
    })}\n`;
  }
}

export const command: Command = {
  name: "topics",
  summary: "Find the topics of any file of texts; list and edit a server's",
  usage:
    "topics discover --input FILE --text FIELD --output FILE [OPTIONS] | list | rename ID NAME | merge ID OTHER… | …",
  examples: [
    {
      line: "parlance topics discover --input reviews.jsonl --text body --output reviews-topics.jsonl",
      what: "add topic, name, group, subtopic and confidence to each line; the number of topics is found",
    },
    {
      line: "parlance topics discover --input - --text question --k 40 --output - < faq.jsonl",
      what: "exactly 40 topics, through standard input and output",
    },
    {
      line: "parlance topics discover --input chats.jsonl --text text --tree tree.json --output out.jsonl",
      what: "keep the tree; the next run with it keeps the ids and names of topics that go on",
    },
    {
      line: "parlance topics discover --input chats.jsonl --text text --lens problems --granularity 1 --output out.jsonl",
      what: "only what does not work, in about twice as many topics",
    },
    {
      line: "parlance topics discover --input docs.jsonl --text text --vectors embeddings.npy --output out.jsonl",
      what: "with vectors of your own, one row a line, as you would give them to BERTopic",
    },
    {
      line: "parlance topics list",
      what: "the tree of the server that runs on this data directory: id, conversations, name",
    },
    {
      line: "parlance topics merge 17 23 42",
      what: "23 and 42 into 17; likewise rename ID NAME, move ID GROUP, hide ID, show ID, undo, redo, log",
    },
    {
      line: "parlance topics lenses",
      what: "the server's lenses, their topics and what finding them took; lens add FILE.json, lens on ID, off ID, delete ID",
    },
  ],
  options: {
    ...settingOptions("dataDir"),
    input: { type: "string", value: "FILE", help: "JSON Lines to read; - is standard input." },
    output: { type: "string", value: "FILE", help: "Where the lines go; - is standard output." },
    text: { type: "string", value: "FIELD", help: "Field that holds the text; nested as a.b." },
    k: { type: "string", value: "N", help: "Number of topics. Default: found from the texts." },
    granularity: {
      type: "string",
      value: "G",
      help: "Finer or coarser than found: 1 is about twice as many topics, -1 about half.",
    },
    lens: {
      type: "string",
      value: "NAME|FILE.json",
      help: `Which lines count: ${LENSES.map(({ id }) => id).join(", ")}, or a definition of your own; on a server, whose tree. Default: all; on a server reasons.`,
    },
    tree: {
      type: "string",
      value: "FILE",
      help: "Tree as JSON: read first when there is one, so that ids and names go on; written anew.",
    },
    seed: { type: "string", value: "N", default: "1", help: "Same input and seed, same topics." },
    vectors: {
      type: "string",
      value: "FIELD|FILE.npy",
      help: "Field with a vector as an array of numbers, or a NumPy file with a row for each line.",
    },
    "assign-all": { type: "boolean", help: "Leave no text with something to say without a topic." },
  },
  async run(positionals, options, context) {
    const [word, ...given] = positionals;
    if (isServerWord(word)) return runOnServer(word, given, options, context);
    if (positionals.length !== 1 || word !== "discover") {
      throw new UsageError(`topics takes one of discover, ${SERVER_WORDS.join(", ")}`);
    }
    const field = readText(options, "text");
    const input = readText(options, "input");
    const output = readText(options, "output");
    if (field === undefined || input === undefined || output === undefined) {
      throw new UsageError("--input, --text and --output are needed");
    }
    const k = wholeNumber(options, "k", 1);
    const seed = wholeNumber(options, "seed", 0) ?? 1;
    const granularity = granularityOf(options);
    const lens = await lensOf(options, context.cwd);
    const vectors = readText(options, "vectors");
    const isFile = vectors?.endsWith(".npy") === true;
    const tree = readText(options, "tree");
    const treePath = tree === undefined ? undefined : resolve(context.cwd, tree);
    const progress = startProgress("topics", context, { formatAmount: (share) => `${Math.round(share)} %` });
    const show = (share: number, note: string) => progress.update(100 * share, 100, note);
    try {
      const lines = await readTextLines(await openInput(input, context), {
        file: input,
        text: field,
        signal: context.signal,
        ...(vectors !== undefined && !isFile && { vectors }),
      });
      const matrix = isFile ? await readNpy(resolve(context.cwd, vectors), vectors) : undefined;
      if (matrix !== undefined && matrix.rows !== lines.length) {
        const problem = `has ${matrix.rows} rows for ${lines.length} lines`;
        throw new AppError("INPUT_UNREADABLE", { file: vectors ?? "", problem });
      }
      const previous = treePath === undefined ? undefined : await readTreeFile(treePath, tree ?? "");
      const found = await discoverLines(lines, {
        seed,
        keepUnassigned: options["assign-all"] !== true,
        signal: context.signal,
        onProgress: show,
        ...(k !== undefined && { k }),
        ...(granularity !== undefined && { granularity }),
        ...(lens !== undefined && { lens }),
        ...(matrix !== undefined && { matrix }),
        ...(previous !== undefined && { previous }),
      });
      const ids = treePath === undefined ? undefined : numberTopics(found.result, previous);
      await writeLines(withTopics(lines, found, ids), output, context);
      if (treePath !== undefined && ids !== undefined) {
        await writeTreeFile(treePath, found.result, ids, found.texts);
      }
      progress.stop();
      context.stderr.write(printTree(found.result, found.seen));
      return EXIT.ok;
    } finally {
      progress.stop();
    }
  },
};
