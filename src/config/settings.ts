// Every setting as data: its name, type, default and meaning. Flags, environment, file and default are merged here and
// nowhere else; `parlance config` and docs/configuration.md are printed from this table.
import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65_535);
const count = z.coerce.number().int().min(1).max(256);

type SettingSpec = {
  readonly schema: z.ZodType;
  /** Printed in the documentation; the real default is computed by `fallback`. */
  readonly fallback: (context: { readonly home: string; readonly processors: number }) => unknown;
  readonly fallbackText: string;
  readonly value: string;
  readonly help: string;
  readonly isSecret?: true;
};

export const SETTING_SPECS = {
  dataDir: {
    schema: z.string().min(1),
    fallback: ({ home }) => `${home}/.parlance`,
    fallbackText: "~/.parlance",
    value: "DIR",
    help: "Where the embedded databases and the lock file lie. Created with rights for its owner only.",
  },
  port: {
    schema: port,
    fallback: () => 7080,
    fallbackText: "7080",
    value: "N",
    help: "Port of the workbench and the HTTP API; 0 takes any free one.",
  },
  host: {
    schema: z.string().min(1),
    fallback: () => "127.0.0.1",
    fallbackText: "127.0.0.1",
    value: "ADDRESS",
    help: "Address to listen on. Any but a loopback address turns accounts on: nothing is served to a network without a login.",
  },
  publicUrl: {
    schema: z.url().or(z.literal("")),
    fallback: () => "",
    fallbackText: "the address it listens on",
    value: "URL",
    help: "The address under which people reach the server, when a proxy stands before it. Needed for accounts behind TLS.",
  },
  clickhouseUrl: {
    schema: z.url().or(z.literal("")),
    fallback: () => "",
    fallbackText: "embedded chDB",
    value: "URL",
    help: "A ClickHouse server instead of the embedded chDB, such as http://user:password@host:8123/parlance.",
    isSecret: true,
  },
  databaseUrl: {
    schema: z.url().or(z.literal("")),
    fallback: () => "",
    fallbackText: "embedded PGlite",
    value: "URL",
    help: "A PostgreSQL server instead of the embedded PGlite, such as postgres://user:password@host:5432/parlance.",
    isSecret: true,
  },
  workers: {
    schema: count,
    fallback: ({ processors }) => Math.max(1, Math.min(8, processors)),
    fallbackText: "processors, at most 8",
    value: "N",
    help: "Worker threads that prepare and redact during an import.",
  },
  encoder: {
    schema: z.enum(["accurate", "fast"]),
    fallback: () => "accurate",
    fallbackText: "accurate",
    value: "MODEL",
    help: "Which model turns texts into vectors: accurate, or fast, which reads about 7 times as many texts a second and finds topics a little less exactly (docs/models.md gives both in figures). After a change texts get new vectors.",
  },
  encoderThreads: {
    schema: count,
    fallback: ({ processors }) => Math.max(1, Math.min(8, processors)),
    fallbackText: "processors, at most 8",
    value: "N",
    help: "Threads of the language models.",
  },
  logLevel: {
    schema: z.enum(["fatal", "error", "warn", "info", "debug"]),
    fallback: () => "warn",
    fallbackText: "warn",
    value: "LEVEL",
    help: "How much the server logs to standard error, as JSON Lines: fatal, error, warn, info or debug. Message texts are never logged.",
  },
  sampleSize: {
    schema: z.coerce.number().int().min(0).max(10_000_000),
    fallback: () => 20_000,
    fallbackText: "20000",
    value: "N",
    help: "How many sample conversations the first start puts into an empty data directory; 0 for none.",
  },
} as const satisfies Record<string, SettingSpec>;

export type SettingName = keyof typeof SETTING_SPECS;

export type Settings = {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly clickhouseUrl: string;
  readonly databaseUrl: string;
  readonly workers: number;
  readonly encoder: "accurate" | "fast";
  readonly encoderThreads: number;
  readonly logLevel: "fatal" | "error" | "warn" | "info" | "debug";
  readonly sampleSize: number;
};

/** `dataDir` → `--data-dir`. */
export function flagName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** `dataDir` → `PARLANCE_DATA_DIR`. */
export function environmentName(name: string): string {
  return `PARLANCE_${flagName(name).replaceAll("-", "_").toUpperCase()}`;
}
