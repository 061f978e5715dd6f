// Prints the reference documents from the code. With --check nothing is written: it fails when a document differs.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { apiMarkdown } from "../src/api/api-markdown.ts";
import { COMMANDS } from "../src/cli/catalogue.ts";
import { commandLineMarkdown, configurationMarkdown, errorsMarkdown } from "../src/cli/reference.ts";
import { formatsMarkdown } from "../src/ingest/formats/formats-markdown.ts";
import { ROOT } from "./run-command.ts";

async function documents(): Promise<Record<string, string>> {
  const commands = await Promise.all(COMMANDS.map(async ({ load }) => (await load()).command));
  return {
    "docs/errors.md": errorsMarkdown(),
    "docs/configuration.md": configurationMarkdown(),
    "docs/formats.md": formatsMarkdown(),
    "docs/cli.md": commandLineMarkdown(commands),
    "docs/api.md": apiMarkdown(),
  };
}

const isCheck = process.argv.includes("--check");
for (const [file, text] of Object.entries(await documents())) {
  const path = `${ROOT}${file}`;
  const current = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (current === text) continue;
  if (isCheck) {
    console.log(`${file} differs from what the code prints: run \`npm run docs\``);
    process.exitCode = 1;
  } else {
    writeFileSync(path, text);
    console.log(`wrote ${file}`);
  }
}
