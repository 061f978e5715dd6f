// The reference pages that are printed from code: errors, settings and the command line, as Markdown.
import { environmentName, flagName, SETTING_SPECS, type SettingName } from "../config/settings.ts";
import { ERROR_CATALOGUE } from "../core/errors.ts";
import type { Command } from "./command.ts";
import { commandHelp, EXIT_CODE_HELP } from "./help.ts";

const PRINTED = "<!-- Printed from code by `npm run docs`; change it there. -->";

/** A Markdown table; bars inside cells are escaped. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), `|${"---|".repeat(header.length)}`, ...rows.map(line)].join("\n");
}

export function errorsMarkdown(): string {
  const rows = Object.entries(ERROR_CATALOGUE).map(([code, { status, message, advice }]) => [
    `\`${code}\``,
    String(status),
    message.replaceAll(/\{(\w+)\}/g, "*$1*"),
    advice,
  ]);
  return `${PRINTED}

# Errors

Every error has a code. Over HTTP it arrives as problem details (RFC 9457, \`application/problem+json\`) with the code, the
status, what happened, what to do and the id of the request; on a terminal as two lines on standard error. Texts of
conversations are never part of an error.

${markdownTable(["code", "HTTP", "what happened", "what to do"], rows)}
`;
}

export function configurationMarkdown(): string {
  const rows = (Object.keys(SETTING_SPECS) as SettingName[]).map((name) => {
    const { value, fallbackText, help } = SETTING_SPECS[name];
    return [
      `\`${name}\``,
      `\`--${flagName(name)} ${value}\``,
      `\`${environmentName(name)}\``,
      fallbackText,
      help,
    ];
  });
  return `${PRINTED}

# Configuration

A setting is taken from the command line, else from the environment, else from the settings file, else it has its default.
The file is JSON with the names of the first column: the one given with \`--config FILE\` or \`PARLANCE_CONFIG\`, else
\`parlance.json\` in the current folder. \`parlance config\` prints what applies and where it came from.

${markdownTable(["setting", "flag", "environment", "default", "meaning"], rows)}
`;
}

export function commandLineMarkdown(commands: readonly Command[]): string {
  const codes = EXIT_CODE_HELP.map(([code, text]) => [String(code), text]);
  const sections = commands.map(
    (command) => `## parlance ${command.name}\n\n\`\`\`text\n${commandHelp(command)}\`\`\``,
  );
  return `${PRINTED}

# Command line

Nothing but a command's result goes to standard output; progress, notes and errors go to standard error, in colour-free lines
when that is not a terminal.

${markdownTable(["exit code", "meaning"], codes)}

${sections.join("\n\n")}
`;
}
