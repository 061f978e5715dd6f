// Runs a command line inside the test's own process, with streams that are kept: much faster than a process a command.
import { Readable, Writable } from "node:stream";
import type { CommandContext } from "../../src/cli/command.ts";
import { runCommandLine } from "../../src/cli/main.ts";

export type CommandRun = { readonly code: number; readonly stdout: string; readonly stderr: string };

export type CommandRunOptions = {
  /** What stands on standard input. */
  readonly input?: string | AsyncIterable<Uint8Array>;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};

/** One command line, `parlance` left out. chDB holds one directory a process: run one after the other. */
export async function runHere(
  argv: readonly string[],
  { input, cwd = process.cwd(), env = {}, signal = new AbortController().signal }: CommandRunOptions = {},
): Promise<CommandRun> {
  const stdout = keptStream();
  const stderr = keptStream();
  const context: CommandContext = {
    stdin:
      input instanceof Readable
        ? input
        : Readable.from(typeof input === "string" ? [Buffer.from(input)] : (input ?? [])),
    stdout: stdout.stream,
    stderr: stderr.stream,
    cwd,
    env,
    signal,
  };
  const code = await runCommandLine(argv, context);
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function keptStream() {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer | string, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString("utf8") };
}
