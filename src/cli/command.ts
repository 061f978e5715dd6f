// What a command is: its words, its options and what it does. `main.ts` lists them, parses, prints help and exits;
// a command never does these itself. Only its result goes to standard output; all else goes to standard error.
import type { Readable, Writable } from "node:stream";

export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  /** The work is done, and some records were set aside. */
  setAside: 3,
  cancelled: 130,
} as const;

export type OptionSpec = {
  readonly type: "string" | "boolean";
  readonly short?: string;
  readonly multiple?: boolean;
  readonly default?: string | boolean;
  /** Name of the value in help, such as `FILE`. */
  readonly value?: string;
  readonly help: string;
};

export type CommandContext = {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
};

export type ParsedOptions = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export type Command = {
  readonly name: string;
  /** One line, verb first, no full stop. */
  readonly summary: string;
  /** How it is called, after `parlance`: `import PATH…`. */
  readonly usage: string;
  /** Shown first in help. Each is a whole line that works, with a word on what it does. */
  readonly examples: readonly { readonly line: string; readonly what: string }[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Resolves to the exit code. Throws AppError for what a person can mend, UsageError for a wrong call. */
  run(positionals: readonly string[], options: ParsedOptions, context: CommandContext): Promise<number>;
};

/** The command line itself was wrong: exit code 2, the message and the usage are shown. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
