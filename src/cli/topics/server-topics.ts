// The topic tree of a running server in the terminal: list it, edit it, take edits back. The server does the work.
import type { Client } from "../../contract/client.ts";
import type { CurationEntry } from "../../contract/topic-curation.ts";
import type { TopicTreeNode } from "../../contract/topics.ts";
import { AppError } from "../../core/errors.ts";
import { type CommandContext, EXIT, type ParsedOptions, UsageError } from "../command.ts";
import { clientOf, findServer } from "../find-server.ts";
import { settingsOf } from "../setting-options.ts";

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
  const lines = await answer(clientOf(server), word, given);
  context.stdout.write(lines.map((line) => `${line}\n`).join(""));
  return EXIT.ok;
}

async function answer(client: Client, word: ServerWord, given: readonly string[]): Promise<string[]> {
  const [first, ...rest] = given;
  const params = () => ({ id: wholeNumber(first) });
  const done = ({ entry }: { readonly entry: CurationEntry }) => [`${entry.words} (edit ${entry.id})`];
  switch (word) {
    case "list":
      return listTree((await client.call("getTopicTree", {})).nodes);
    case "log":
      return (await client.call("getCuration", {})).entries.map(
        ({ id, at, actor, words, active }) =>
          `${id}  ${at.slice(0, 16).replace("T", " ")}  ${actor}  ${words}${active === false ? "  (taken back)" : ""}`,
      );
    case "rename": {
      const name = rest.join(" ").trim();
      return done(
        await client.call("patchTopic", { params: params(), body: { name: name === "" ? null : name } }),
      );
    }
    case "hide":
    case "show":
      return done(await client.call("patchTopic", { params: params(), body: { hidden: word === "hide" } }));
    case "merge":
      return done(
        await client.call("mergeTopics", { params: params(), body: { topics: rest.map(wholeNumber) } }),
      );
    case "move": {
      const name = rest.join(" ").trim();
      if (name === "") throw new UsageError("topics move takes a topic and a group's id or new name");
      const parent = /^\d+$/.test(name) ? Number(name) : { name };
      return done(await client.call("moveTopics", { params: params(), body: { parent } }));
    }
    case "undo":
    case "redo": {
      const body = first === undefined ? {} : { entry: wholeNumber(first) };
      return done(await client.call(word === "undo" ? "undoCuration" : "redoCuration", { body }));
    }
  }
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
