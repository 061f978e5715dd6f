// The commands, in the order in which help lists them. Each is loaded only when it is called.
import type { Command } from "./command.ts";

type Entry = { readonly name: string; readonly load: () => Promise<{ readonly command: Command }> };

export const COMMANDS: readonly Entry[] = [
  { name: "start", load: () => import("./commands/start.ts") },
  { name: "import", load: () => import("./commands/import.ts") },
  { name: "rejects", load: () => import("./commands/rejects.ts") },
  { name: "enrich", load: () => import("./commands/enrich.ts") },
  { name: "export", load: () => import("./commands/export.ts") },
  { name: "topics", load: () => import("./commands/topics.ts") },
  { name: "topic-models", load: () => import("./commands/topic-models.ts") },
  { name: "label", load: () => import("./commands/label.ts") },
  { name: "classify", load: () => import("./commands/classify.ts") },
  { name: "embed", load: () => import("./commands/embed.ts") },
  { name: "redact", load: () => import("./commands/redact.ts") },
  { name: "formats", load: () => import("./commands/formats.ts") },
  { name: "sample", load: () => import("./commands/sample.ts") },
  { name: "seed", load: () => import("./commands/seed.ts") },
  { name: "accounts", load: () => import("./commands/accounts.ts") },
  { name: "keys", load: () => import("./commands/keys.ts") },
  { name: "policy", load: () => import("./commands/policy.ts") },
  { name: "config", load: () => import("./commands/config.ts") },
];
