import { loadSettings } from "../../config/load-settings.ts";
import { environmentName, SETTING_SPECS, type SettingName } from "../../config/settings.ts";
import { type Command, EXIT } from "../command.ts";
import { printTable } from "../print-table.ts";
import { settingOptions } from "../setting-options.ts";

const NAMES = Object.keys(SETTING_SPECS) as SettingName[];

const SECRET_PARAMETER = /pass|pwd|secret|token|key/i;

/** The password of an address is not for the screen, wherever in the address it stands. */
function withoutPassword(value: string): string {
  if (!URL.canParse(value)) return value;
  const url = new URL(value);
  if (url.password !== "") url.password = "…";
  for (const name of new Set(url.searchParams.keys()))
    if (SECRET_PARAMETER.test(name)) url.searchParams.set(name, "…");
  return url.href.replaceAll("%E2%80%A6", "…");
}

export const command: Command = {
  name: "config",
  summary: "Print every setting, its value and where it came from",
  usage: "config [--json]",
  examples: [
    { line: "parlance config", what: "see what applies here" },
    { line: "PARLANCE_PORT=8080 parlance config --json", what: "the same for a program" },
  ],
  options: { ...settingOptions(...NAMES), json: { type: "boolean", help: "Print JSON." } },
  async run(_, options, context) {
    const { settings, origins, file } = loadSettings({ flags: options, env: context.env, cwd: context.cwd });
    const rows = NAMES.map((name) => {
      const isSecret = "isSecret" in SETTING_SPECS[name];
      const value = isSecret ? withoutPassword(String(settings[name])) : settings[name];
      return { setting: name, value, origin: origins[name], environment: environmentName(name) };
    });
    if (options["json"] === true) {
      context.stdout.write(`${JSON.stringify({ file: file ?? null, settings: rows }, null, 2)}\n`);
      return EXIT.ok;
    }
    const shown = rows.map((row) => [
      row.setting,
      String(row.value === "" ? "–" : row.value),
      row.origin,
      row.environment,
    ]);
    const header = ["setting", "value", "from", "environment"];
    context.stdout.write(printTable(header, shown));
    return EXIT.ok;
  },
};
