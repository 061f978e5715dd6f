// `parlance accounts`: the people who may sign in to a server that asks for it.

import { API_KEY_ACCESS } from "../../contract/access.ts";
import type { Account } from "../../contract/accounts.ts";
import { AppError } from "../../core/errors.ts";
import type { Administration } from "../../runtime/administer-here.ts";
import { administer } from "../administer.ts";
import { type Command, EXIT, type ParsedOptions, UsageError } from "../command.ts";
import { readText } from "../option-values.ts";
import { printTable } from "../print-table.ts";
import { settingOptions, settingsOf } from "../setting-options.ts";

const WORDS = ["list", "add", "change", "disable", "enable", "link", "remove"] as const;
type Word = (typeof WORDS)[number];

export const command: Command = {
  name: "accounts",
  summary: "List, add, change, disable and remove the people who may sign in",
  usage: `accounts ${WORDS.join("|")} [EMAIL] [--name NAME] [--access ${API_KEY_ACCESS.join("|")}] [--json]`,
  examples: [
    { line: "parlance accounts list", what: "who may sign in, and what they may do" },
    {
      line: "parlance accounts add ada@example.org --name 'Ada Lovelace' --access write",
      what: "add a person and print the one-time link with which they choose a password",
    },
    { line: "parlance accounts change ada@example.org --access admin", what: "let her administer" },
    {
      line: "parlance accounts link ada@example.org",
      what: "a forgotten password: a new link; the old password and all sessions end",
    },
    { line: "parlance accounts disable ada@example.org", what: "sign her out and keep her out" },
  ],
  options: {
    name: { type: "string", value: "NAME", help: "The person's name. `add` needs it." },
    access: {
      type: "string",
      value: "RIGHT",
      help: "read: look at everything. write: also import, save and edit. admin: also people, keys and settings. Default: read.",
    },
    json: { type: "boolean", help: "Print JSON." },
    ...settingOptions("dataDir", "databaseUrl", "clickhouseUrl", "publicUrl"),
  },
  async run([given, email, ...more], options, context) {
    const word = WORDS.find((known) => known === given);
    if (word === undefined || more.length > 0 || (email === undefined) !== (word === "list"))
      throw new UsageError(
        `Say what to do (${WORDS.join(", ")}) and, unless it is list, with which e-mail address.`,
      );
    const result = await administer(settingsOf(options, context), (client, address) =>
      act(client, { word, email: email ?? "", address, options }),
    );
    context.stdout.write(options["json"] === true ? `${JSON.stringify(result, null, 2)}\n` : inWords(result));
    return EXIT.ok;
  },
};

type Request = {
  readonly word: Word;
  readonly email: string;
  readonly address: string;
  readonly options: ParsedOptions;
};
type Result = {
  readonly accounts: readonly Account[];
  readonly link?: string;
  readonly expiresAt?: string;
};

async function act(client: Administration, { word, email, address, options }: Request): Promise<Result> {
  const [name, access] = [readText(options, "name"), accessOf(options)];
  const whole = (made: { readonly link: string; readonly expiresAt: string }) => ({
    link: URL.canParse(made.link) ? made.link : address + made.link,
    expiresAt: made.expiresAt,
  });
  if (word === "list") return client.call("getAccounts", {});
  if (word === "add") {
    if (name === undefined) throw new UsageError("--name says what the person is called.");
    const made = await client.call("postAccount", { body: { name, email, ...(access && { access }) } });
    return { accounts: [made.account], ...whole(made) };
  }
  const account = await find(client, email);
  const params = { id: account.id };
  switch (word) {
    case "change": {
      if (name === undefined && access === undefined)
        throw new UsageError("Say what changes: --name, --access or both.");
      const body = { ...(name !== undefined && { name }), ...(access && { access }) };
      return { accounts: [await client.call("patchAccount", { params, body })] };
    }
    case "disable":
    case "enable":
      return {
        accounts: [await client.call("patchAccount", { params, body: { disabled: word === "disable" } })],
      };
    case "link":
      return { accounts: [account], ...whole(await client.call("postAccountLink", { params })) };
    case "remove":
      await client.call("deleteAccount", { params });
      return client.call("getAccounts", {});
    default:
      return word satisfies never;
  }
}

async function find(client: Administration, email: string): Promise<Account> {
  const { accounts } = await client.call("getAccounts", {});
  const account = accounts.find((one) => one.email === email.toLowerCase());
  if (account === undefined) throw new AppError("NOT_FOUND", { kind: "account", id: email });
  return account;
}

function accessOf(options: ParsedOptions): Account["access"] | undefined {
  const given = readText(options, "access");
  const access = API_KEY_ACCESS.find((known) => known === given);
  if (given !== undefined && access === undefined)
    throw new UsageError(`--access is one of ${API_KEY_ACCESS.join(", ")}.`);
  return access;
}

function inWords({ accounts, link, expiresAt }: Result): string {
  const rows = accounts.map(({ name, email, access, state, lastSeenAt }) => [
    email,
    name,
    access,
    state,
    lastSeenAt?.slice(0, 16).replace("T", " ") ?? "–",
  ]);
  const table =
    rows.length === 0
      ? "No accounts.\n"
      : printTable(["e-mail", "name", "may", "state", "last seen (UTC)"], rows);
  if (link === undefined || expiresAt === undefined) return table;
  const how = link.startsWith("/") ? "open this path on the server's address" : "open this link";
  return `${table}\nHand it over: to choose a password, ${how}, once, until ${expiresAt.slice(0, 10)}:\n${link}\n`;
}
