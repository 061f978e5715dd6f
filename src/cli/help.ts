// Help is printed from the commands' own data: examples first, then usage and options.
import { type Command, EXIT, type OptionSpec } from "./command.ts";

export const EXIT_CODE_HELP: readonly (readonly [number, string])[] = [
  [EXIT.ok, "done"],
  [EXIT.failed, "failed; the message says why and what to do"],
  [EXIT.usage, "the command line was wrong"],
  [EXIT.setAside, "done, and some records were set aside"],
  [EXIT.cancelled, "stopped by Ctrl-C; what was done stays"],
];

function optionLabel(name: string, option: OptionSpec): string {
  const short = option.short === undefined ? "" : `-${option.short}, `;
  return `${short}--${name}${option.value === undefined ? "" : ` ${option.value}`}`;
}

function table(rows: readonly (readonly [string, string])[], indent = "  "): string {
  const width = Math.min(34, Math.max(...rows.map(([label]) => label.length)));
  return rows
    .map(([label, text]) =>
      label.length > width
        ? `${indent}${label}\n${indent}${" ".repeat(width)}  ${text}`
        : `${indent}${label.padEnd(width)}  ${text}`,
    )
    .join("\n");
}

/** The help of one command, without colours, ending in a line break. */
export function commandHelp(command: Command): string {
  const options = Object.entries(command.options).map(
    ([name, option]) => [optionLabel(name, option), describe(option)] as const,
  );
  const sections = [
    "Examples:",
    command.examples.map(({ line, what }) => `  # ${what}\n  ${line}`).join("\n\n"),
    "",
    `${command.summary}.`,
    "",
    `Usage: parlance ${command.usage}`,
    ...(options.length === 0 ? [] : ["", "Options:", table(options)]),
    "",
    "Exit codes:",
    table(EXIT_CODE_HELP.map(([code, text]) => [String(code), text] as const)),
  ];
  return `${sections.join("\n")}\n`;
}

function describe(option: OptionSpec): string {
  return option.default === undefined || option.default === false
    ? option.help
    : `${option.help} (default ${option.default})`;
}

/** What `parlance` and `parlance --help` print. */
export function overviewHelp(commands: readonly Command[]): string {
  return [
    "Examples:",
    "  # open the workbench, on sample conversations the first time",
    "  parlance start",
    "",
    "  # bring in an export of your own",
    "  parlance import export.jsonl",
    "",
    "Parlance mines conversations: raw logs in; topics, sentiment and their change over time out.",
    "",
    "Usage: parlance COMMAND [OPTIONS]",
    "",
    "Commands:",
    table(commands.map((command) => [command.name, command.summary] as const)),
    "",
    "`parlance COMMAND --help` tells more. Settings are shared by all commands: `parlance config` prints them.",
    "",
  ].join("\n");
}
