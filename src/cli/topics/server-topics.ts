// The topic tree of a running server in the terminal: list it, edit it, take edits back. The server does the work.
import type { Client } from "../../contract/client.ts";
import type { Lens } from "../../contract/lenses.ts";
import type { CurationEntry } from "../../contract/topic-curation.ts";
import type { TopicTreeNode } from "../../contract/topics.ts";
import { AppError } from "../../core/errors.ts";
import { type CommandContext, EXIT, type ParsedOptions, UsageError } from "../command.ts";
import { clientOf, findServer } from "../find-server.ts";
import { settingsOf } from "../setting-options.ts";
import { readLensFile } from "./lens-file.ts";

export const SERVER_WORDS = [
  "list",
  "rename",
  "merge",
  "move",
  "hide",
  "show",
  "undo",
  "redo",
  "log",
  "lenses",
  "lens",
] as const;
export type ServerWord = (typeof SERVER_WORDS)[number];

export function isServerWord(word: string | undefined): word is ServerWord {
  return (SERVER_WORDS as readonly (string | undefined)[]).includes(word);
}

/** Throws CONFLICT when no server runs, ApiProblem with what the server says. */
export async function runOnServer(
  word: ServerWord,
  given: readonly string[],
  options: ParsedOptions,
  context: CommandContext,
): Promise<number> {
  const server = await findServer(settingsOf(options, context));
  if (server === undefined) {
    throw new AppError("CONFLICT", {
      problem: "No server runs on this data directory; `parlance start` starts one",
    });
  }
  const lines = await answer(clientOf(server), word, given, lensQuery(options), context);
  context.stdout.write(lines.map((line) => `${line}\n`).join(""));
  return EXIT.ok;
}

async function answer(
  client: Client,
  word: ServerWord,
  given: readonly string[],
  query: LensQuery,
  context: CommandContext,
): Promise<string[]> {
  const [first, ...rest] = given;
  const params = () => ({ id: wholeNumber(first) });
  const done = ({ entry }: { readonly entry: CurationEntry }) => [`${entry.words} (edit ${entry.id})`];
  switch (word) {
    case "list":
      return listTree((await client.call("getTopicTree", { query })).nodes);
    case "log":
      return (await client.call("getCuration", { query })).entries.map(
        ({ id, at, actor, words, active }) =>
          `${id}  ${at.slice(0, 16).replace("T", " ")}  ${actor}  ${words}${active === false ? "  (taken back)" : ""}`,
      );
    case "rename": {
      const name = rest.join(" ").trim();
      return done(
        await client.call("patchTopic", {
          params: params(),
          query,
          body: { name: name === "" ? null : name },
        }),
      );
    }
    case "hide":
    case "show":
      return done(
        await client.call("patchTopic", { params: params(), query, body: { hidden: word === "hide" } }),
      );
    case "merge":
      return done(
        await client.call("mergeTopics", {
          params: params(),
          query,
          body: { topics: rest.map(wholeNumber) },
        }),
      );
    case "move": {
      const name = rest.join(" ").trim();
      if (name === "") throw new UsageError("topics move takes a topic and a group's id or new name");
      const parent = /^\d+$/.test(name) ? Number(name) : { name };
      return done(await client.call("moveTopics", { params: params(), query, body: { parent } }));
    }
    case "lenses":
      return (await client.call("getLenses", {})).lenses.map(lensWords);
    case "lens": {
      const file = rest[0];
      if (first === "add" && file !== undefined) {
        const { lens } = await client.call("postLens", { body: await readLensFile(file, context.cwd) });
        return [`Added ${lens.name} (${lens.id}); its topics are being found`];
      }
      const id = file ?? "";
      if (first === "on" || first === "off")
        return [lensWords(await client.call("patchLens", { params: { id }, body: { on: first === "on" } }))];
      if (first === "delete") {
        await client.call("deleteLens", { params: { id } });
        return [`Deleted ${id} with its topics`];
      }
      throw new UsageError("topics lens takes add FILE.json, on ID, off ID or delete ID");
    }
    case "undo":
    case "redo": {
      const body = first === undefined ? {} : { entry: wholeNumber(first) };
      return done(await client.call(word === "undo" ? "undoCuration" : "redoCuration", { query, body }));
    }
  }
}

type LensQuery = { readonly lens?: string };

function lensQuery({ lens }: ParsedOptions): LensQuery {
  return typeof lens === "string" && lens !== "" ? { lens } : {};
}

/** A lens with the number of its topics and what finding them took. */
export function lensWords({ id, name, on, topics, discoveredAt, cost }: Lens): string {
  const found = discoveredAt === null ? "not looked for" : `${topics} topics`;
  const took =
    cost === null
      ? ""
      : `; ${cost.seconds} s, ${cost.processorSeconds} s of processor, ${cost.embedded} texts encoded first`;
  return `${id.padEnd(12)} ${on ? "on " : "off"}  ${name} (${found}${took})`;
}

function wholeNumber(given: string | undefined): number {
  const number = Number(given);
  if (given === undefined || !Number.isSafeInteger(number) || number < 1)
    throw new UsageError(`expected the number of a topic or edit, not ${given ?? "nothing"}`);
  return number;
}

const INDENT: Readonly<Record<TopicTreeNode["level"], string>> = {
  group: "",
  cluster: "",
  topic: "  ",
  subtopic: "    ",
};

/** One line a node: its id, its size in conversations and its name under its parent. */
export function listTree(nodes: readonly TopicTreeNode[]): string[] {
  if (nodes.length === 0) return ["No topics yet."];
  const widest = Math.max(...nodes.map(({ id }) => String(id ?? "").length));
  return nodes.map(
    ({ id, level, name, conversations }) =>
      `${String(id ?? "").padStart(widest)}  ${String(conversations).padStart(8)}  ${INDENT[level]}${name}`,
  );
}
