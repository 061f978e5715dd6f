// `parlance keys`: what programs show a server that asks for a login.
import { API_KEY_ACCESS } from "../../contract/access.ts";
import type { ClientOutput } from "../../contract/client.ts";
import type { Administration } from "../../runtime/administer-here.ts";
import { administer } from "../administer.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { printTable } from "../print-table.ts";
import { settingOptions, settingsOf } from "../setting-options.ts";

const WORDS = ["list", "add", "revoke"] as const;

export const command: Command = {
  name: "keys",
  summary: "List, make and revoke API keys for programs",
  usage: `keys ${WORDS.join("|")} [NAME or ID] [--access ${API_KEY_ACCESS.join("|")}] [--json]`,
  examples: [
    { line: "parlance keys list", what: "which keys there are and when each was last used" },
    { line: "parlance keys add 'nightly loader' --access write", what: "make a key; it is shown once" },
    { line: "parlance keys revoke 0197f3…", what: "let a key open nothing from now on" },
  ],
  options: {
    access: {
      type: "string",
      value: "RIGHT",
      default: "read",
      help: "read: ask. write: also import, save and edit. admin: also people, keys and settings.",
    },
    json: { type: "boolean", help: "Print JSON." },
    ...settingOptions("dataDir", "databaseUrl", "clickhouseUrl"),
  },
  async run([given, subject, ...more], options, context) {
    const word = WORDS.find((known) => known === given);
    if (word === undefined || more.length > 0 || (subject === undefined) !== (word === "list"))
      throw new UsageError("Say what to do: list, add NAME or revoke ID.");
    const access = API_KEY_ACCESS.find((known) => known === options["access"]);
    if (access === undefined) throw new UsageError(`--access is one of ${API_KEY_ACCESS.join(", ")}.`);
    const result = await administer(settingsOf(options, context), (client) =>
      act(client, word, subject ?? "", access),
    );
    context.stdout.write(options["json"] === true ? `${JSON.stringify(result, null, 2)}\n` : inWords(result));
    return EXIT.ok;
  },
};

type Key = ClientOutput<"getApiKeys">["apiKeys"][number];
/** `key` stands with a new one only. */
type Result = { readonly apiKeys: readonly (Key & { readonly key?: string })[] };

async function act(
  client: Administration,
  word: (typeof WORDS)[number],
  subject: string,
  access: Key["access"],
): Promise<Result> {
  if (word === "add") {
    return { apiKeys: [await client.call("postApiKey", { body: { name: subject, access } })] };
  }
  if (word === "revoke") await client.call("deleteApiKey", { params: { id: subject } });
  return client.call("getApiKeys", {});
}

function inWords({ apiKeys }: Result): string {
  if (apiKeys.length === 0) return "No API keys.\n";
  const minute = (at: string | null, none: string) => at?.slice(0, 16).replace("T", " ") ?? none;
  const rows = apiKeys.map(({ id, name, access, createdAt, lastUsedAt, expiresAt }) => [
    id,
    name,
    access,
    minute(createdAt, ""),
    minute(lastUsedAt, "never"),
    minute(expiresAt, "never"),
  ]);
  const table = printTable(["id", "name", "may", "made (UTC)", "last used", "ends"], rows);
  const made = apiKeys.flatMap(({ key }) => key ?? []);
  return made.length === 0
    ? table
    : `${table}\nShown this once; send it as \`Authorization: Bearer KEY\`:\n${made}\n`;
}
