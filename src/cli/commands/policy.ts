// `parlance policy`: what happens to personal data of texts that come in from now on.

import type { Redaction } from "../../contract/redaction.ts";
import type { RedactionPolicy } from "../../core/redaction-policy.ts";
import { parseRedactionPolicy } from "../../prepare/redact/policy.ts";
import { administer } from "../administer.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { readNames } from "../option-values.ts";
import { printTable } from "../print-table.ts";
import { settingOptions, settingsOf } from "../setting-options.ts";

export const command: Command = {
  name: "policy",
  summary: "Show or change which personal data are kept, masked or replaced, and the company's own names",
  usage: "policy [--set TYPE=ACTION,…] [--own-names NAME,…] [--json]",
  examples: [
    { line: "parlance policy", what: "what happens to each type" },
    {
      line: "parlance policy --set EMAIL=pseudonym,LOCATION=mask",
      what: "from now on; texts that are stored stay as they are until they are imported again",
    },
    {
      line: "parlance policy --own-names 'Lumora,Lumora Plus'",
      what: "the company, its brands and products: never taken for people",
    },
  ],
  options: {
    set: {
      type: "string",
      value: "TYPE=ACTION,…",
      help: "Actions are keep, mask and pseudonym. Types that are not named stay as they are.",
    },
    "own-names": {
      type: "string",
      value: "NAME,…",
      help: "The whole list, in place of the one before; an empty text for none.",
    },
    json: { type: "boolean", help: "Print JSON." },
    ...settingOptions("dataDir", "databaseUrl", "clickhouseUrl"),
  },
  async run(positionals, options, context) {
    if (positionals.length > 0) throw new UsageError("Changes are given by --set and --own-names.");
    const body = {
      ...(typeof options["set"] === "string" && { actions: actionsFrom(options["set"]) }),
      ...(typeof options["own-names"] === "string" && { ownNames: readNames(options["own-names"]) }),
    };
    const isChange = Object.keys(body).length > 0;
    const redaction = await administer(settingsOf(options, context), (client) =>
      isChange ? client.call("patchRedaction", { body }) : client.call("getRedaction", {}),
    );
    context.stdout.write(
      options["json"] === true ? `${JSON.stringify(redaction, null, 2)}\n` : inWords(redaction),
    );
    if (isChange)
      context.stderr.write(
        "This holds for what comes in from now on. Stored texts stay as they are: import their files again to replace them.\n",
      );
    return EXIT.ok;
  },
};

function actionsFrom(given: string): RedactionPolicy["perType"] {
  const bare = given.split(",").find((part) => part.trim() !== "" && !part.includes("="));
  if (bare !== undefined) throw new UsageError(`--set: "${bare.trim()}" lacks its action, as in EMAIL=mask.`);
  const policy = parseRedactionPolicy(given);
  if ("problem" in policy) throw new UsageError(`--set: ${policy.problem}.`);
  return policy.perType;
}

function inWords({ types, ownNames }: Redaction): string {
  const rows = types.map(({ type, action, usual }) => [
    type,
    action,
    action === usual ? "" : `usually ${usual}`,
  ]);
  const names = ownNames.length === 0 ? "none" : ownNames.join(", ");
  return `${printTable(["type", "action", ""], rows)}\nOwn names: ${names}\n`;
}
