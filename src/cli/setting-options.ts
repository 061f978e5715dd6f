// The settings as command-line options, for every command that opens the data directory.
import { loadSettings } from "../config/load-settings.ts";
import { flagName, SETTING_SPECS, type SettingName, type Settings } from "../config/settings.ts";
import type { CommandContext, OptionSpec, ParsedOptions } from "./command.ts";

/** Options for the named settings, and `--config` for the settings file. */
export function settingOptions(...names: readonly SettingName[]): Record<string, OptionSpec> {
  const entries = names.map((name): [string, OptionSpec] => {
    const { value, help, fallbackText } = SETTING_SPECS[name];
    return [flagName(name), { type: "string", value, help: `${help} Default: ${fallbackText}.` }];
  });
  return {
    ...Object.fromEntries(entries),
    config: {
      type: "string",
      value: "FILE",
      help: "Settings file. Default: parlance.json in the current folder.",
    },
  };
}

/** All settings, with this command line's flags before the environment and the file. */
export function settingsOf(options: ParsedOptions, { env, cwd }: CommandContext): Settings {
  return loadSettings({ flags: options, env, cwd }).settings;
}
