// `parlance formats`: what can be imported.
import { FORMATS } from "../../ingest/formats/registry.ts";
import { type Command, EXIT } from "../command.ts";

export const command: Command = {
  name: "formats",
  summary: "List the formats that can be imported",
  usage: "formats [--json]",
  examples: [
    { line: "parlance formats", what: "what can be imported, with an example of each" },
    { line: "parlance formats --json", what: "the same for a program" },
  ],
  options: { json: { type: "boolean", help: "Print JSON." } },
  async run(_, options, context) {
    if (options["json"] === true) {
      const listed = FORMATS.map(
        ({ id, name, summary, extensions, defaultChannel, isMapped, example, fields, notes }) => ({
          id,
          name,
          summary,
          extensions,
          defaultChannel,
          isMapped,
          example,
          fields,
          notes,
        }),
      );
      context.stdout.write(`${JSON.stringify({ formats: listed }, null, 2)}\n`);
      return EXIT.ok;
    }
    const width = Math.max(...FORMATS.map(({ id }) => id.length));
    for (const { id, name, summary, extensions, isMapped, example } of FORMATS) {
      const mapped = isMapped ? " Columns are guessed, or mapped with --map." : "";
      const shown = example.split("\n").map((line) => `${" ".repeat(width + 4)}${line}`);
      context.stdout.write(
        `${id.padEnd(width)}  ${name} (${extensions.join(" ")})\n${" ".repeat(width)}  ${summary}${mapped}\n${shown.join("\n")}\n\n`,
      );
    }
    return EXIT.ok;
  },
};
