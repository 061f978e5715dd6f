// The outermost layer of the command line: finds the command, parses its options, prints errors and help, and exits.
import { parseArgs } from "node:util";
import { ApiProblem } from "../contract/client.ts";
import { AppError } from "../core/errors.ts";
import { COMMANDS } from "./catalogue.ts";
import { type Command, type CommandContext, EXIT, type ParsedOptions, UsageError } from "./command.ts";
import { commandHelp, overviewHelp } from "./help.ts";

/**
 * Runs one command line.
 *
 * @param argv what follows `parlance`
 * @returns the exit code
 */
export async function runCommandLine(argv: readonly string[], context: CommandContext): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const wanted = name === "help" ? rest[0] : undefined;
    const all = await Promise.all(COMMANDS.map(async (entry) => (await entry.load()).command));
    const one = all.find((command) => command.name === wanted);
    context.stdout.write(one ? commandHelp(one) : overviewHelp(all));
    return EXIT.ok;
  }
  if (name === "--version" || name === "-v") {
    const { readVersion } = await import("../config/version.ts");
    context.stdout.write(`${readVersion()}\n`);
    return EXIT.ok;
  }
  const entry = COMMANDS.find((candidate) => candidate.name === name);
  if (!entry) {
    context.stderr.write(`There is no command \`${name}\`. \`parlance --help\` lists them.\n`);
    return EXIT.usage;
  }
  const { command } = await entry.load();
  try {
    const { positionals, values } = parse(command, rest);
    if (values["help"] === true) {
      context.stdout.write(commandHelp(command));
      return EXIT.ok;
    }
    return await command.run(positionals, values, context);
  } catch (error) {
    return report(error, command, context);
  }
}

function parse(command: Command, args: readonly string[]): { positionals: string[]; values: ParsedOptions } {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([option, { type, short, multiple, default: fallback }]) => [
      option,
      {
        type,
        ...(short !== undefined && { short }),
        ...(multiple !== undefined && { multiple }),
        ...(fallback !== undefined && { default: fallback }),
      },
    ]),
  );
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
      allowNegative: true,
    });
    return { positionals, values: values as ParsedOptions };
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

function report(error: unknown, command: Command, context: CommandContext): number {
  if (error instanceof UsageError) {
    context.stderr.write(
      `${error.message}\n\nUsage: parlance ${command.usage}\n\`parlance ${command.name} --help\` tells more.\n`,
    );
    return EXIT.usage;
  }
  if (error instanceof AppError) {
    context.stderr.write(`${error.message}\n${error.advice}\n`);
    if (error.code === "ENGINE_QUERY_FAILED" && error.cause instanceof Error)
      context.stderr.write(`Cause: ${error.cause.message}\n`);
    return error.code === "CANCELLED" ? EXIT.cancelled : EXIT.failed;
  }
  if (error instanceof ApiProblem) {
    context.stderr.write(`${error.problem.title}\n${error.problem.detail}\n`);
    return EXIT.failed;
  }
  if (context.signal.aborted) return EXIT.cancelled;
  context.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return EXIT.failed;
}

if (import.meta.main) {
  const controller = new AbortController();
  let asked = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (asked) process.exit(EXIT.cancelled);
      asked = true;
      controller.abort();
    });
  }
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.ok);
    throw error;
  });
  const code = await runCommandLine(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    signal: controller.signal,
  });
  process.exitCode = code;
  process.stdin.unref?.();
}
