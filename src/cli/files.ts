// Opening what a command reads, and writing a file whole or not at all.
import { createReadStream } from "node:fs";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Readable, Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { AppError } from "../core/errors.ts";
import type { CommandContext } from "./command.ts";

type Place = Pick<CommandContext, "cwd" | "stdin" | "stdout">;

/** `-` is standard input. Throws INPUT_NOT_FOUND, or INPUT_UNREADABLE for a folder. */
export async function openInput(name: string, { cwd, stdin }: Place): Promise<Readable> {
  if (name === "-") return stdin;
  const path = resolve(cwd, name);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new AppError("INPUT_NOT_FOUND", { path: name });
  if (found.isDirectory()) throw new AppError("INPUT_UNREADABLE", { file: name, problem: "it is a folder" });
  return createReadStream(path);
}

/** The whole text of a file. Throws INPUT_NOT_FOUND. */
export async function readWhole(name: string, { cwd }: Pick<Place, "cwd">): Promise<string> {
  return readFile(resolve(cwd, name), "utf8").catch((cause: unknown) => {
    throw new AppError("INPUT_NOT_FOUND", { path: name }, { cause });
  });
}

export type Output = {
  write(content: string | Uint8Array): Promise<void>;
  /** Puts the file in its place. */
  finish(): Promise<void>;
  /** Removes what was written unless it was finished. */
  discard(): Promise<void>;
};

/** `-` is standard output. A file appears under its name only when it is finished. Throws OUTPUT_FAILED. */
export async function openOutput(name: string, { cwd, stdout }: Place): Promise<Output> {
  if (name === "-") {
    const nothing = async () => undefined;
    return { write: (content) => writeTo(stdout, content), finish: nothing, discard: nothing };
  }
  const path = resolve(cwd, name);
  const partial = `${path}.part`;
  const fail = (cause: unknown) =>
    new AppError("OUTPUT_FAILED", { file: name, problem: (cause as Error).message }, { cause });
  const target = await open(partial, "w").then(
    (file) => file.createWriteStream(),
    (cause: unknown) => {
      throw fail(cause);
    },
  );
  return {
    write: (content) => writeTo(target, content),
    async finish() {
      target.end();
      await finished(target).catch((cause: unknown) => {
        throw fail(cause);
      });
      await rename(partial, path);
    },
    async discard() {
      target.destroy();
      await rm(partial, { force: true });
    },
  };
}

async function writeTo(target: Writable, content: string | Uint8Array): Promise<void> {
  if (target.write(content)) return;
  await new Promise<void>((done, fail) => {
    target.once("drain", done);
    target.once("error", fail);
  });
}
