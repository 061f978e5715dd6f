// Merges the four origins of a setting, the nearest to the person first: flag, environment, file, default.
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism, homedir } from "node:os";
import { resolve } from "node:path";
import { AppError } from "../core/errors.ts";
import { environmentName, flagName, SETTING_SPECS, type SettingName, type Settings } from "./settings.ts";

export type SettingOrigin = "flag" | "environment" | "file" | "default";
export type LoadedSettings = {
  readonly settings: Settings;
  readonly origins: Readonly<Record<SettingName, SettingOrigin>>;
  /** The settings file that was read, if any. */
  readonly file?: string;
};

export type SettingSources = {
  /** Flags by their name without dashes, such as `data-dir`, and `config` for the file. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
};

const NAMES = Object.keys(SETTING_SPECS) as SettingName[];

/**
 * Reads every setting. The file is `--config`, else `PARLANCE_CONFIG`, else `parlance.json` in the current folder when
 * it is there.
 *
 * @throws AppError CONFIG_INVALID with the setting, its origin and what was expected.
 */
export function loadSettings({ flags, env, cwd }: SettingSources): LoadedSettings {
  const file = findFile(flags["config"] ?? env["PARLANCE_CONFIG"], cwd);
  const fromFile = file === undefined ? {} : readSettingsFile(file);
  const context = { home: env["HOME"] ?? homedir(), processors: availableParallelism() };
  const settings: Record<string, unknown> = {};
  const origins = {} as Record<SettingName, SettingOrigin>;
  for (const name of NAMES) {
    const spec = SETTING_SPECS[name];
    const candidates: readonly (readonly [SettingOrigin, unknown])[] = [
      ["flag", flags[flagName(name)]],
      ["environment", env[environmentName(name)]],
      ["file", fromFile[name]],
      ["default", spec.fallback(context)],
    ];
    const [origin, raw] = candidates.find(([, value]) => value !== undefined) ?? ["default", undefined];
    const parsed = spec.schema.safeParse(raw);
    if (!parsed.success) {
      const problem = parsed.error.issues.map((issue) => issue.message).join("; ");
      throw new AppError("CONFIG_INVALID", { setting: `${name} (from ${origin})`, problem });
    }
    settings[name] = name === "dataDir" ? resolve(cwd, String(parsed.data)) : parsed.data;
    origins[name] = origin;
  }
  return { settings: settings as Settings, origins, ...(file !== undefined && { file }) };
}

function findFile(named: unknown, cwd: string): string | undefined {
  if (typeof named === "string") {
    const file = resolve(cwd, named);
    if (!existsSync(file))
      throw new AppError("CONFIG_INVALID", { setting: "config", problem: `${named} does not exist` });
    return file;
  }
  const usual = resolve(cwd, "parlance.json");
  return existsSync(usual) ? usual : undefined;
}

function readSettingsFile(file: string): Record<string, unknown> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new AppError("CONFIG_INVALID", { setting: "config", problem: `${file} is not JSON` }, { cause });
  }
  if (typeof content !== "object" || content === null || Array.isArray(content))
    throw new AppError("CONFIG_INVALID", { setting: "config", problem: `${file} must hold a JSON object` });
  const unknown = Object.keys(content).find((name) => !(name in SETTING_SPECS));
  if (unknown !== undefined)
    throw new AppError("CONFIG_INVALID", {
      setting: unknown,
      problem: `${file} names no setting of Parlance`,
    });
  return { ...content };
}
