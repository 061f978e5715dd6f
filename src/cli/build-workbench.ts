// The workbench is built on the machine that serves it, once for each state of its sources: no built files in the repository
// that could differ from them.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { AppError } from "../core/errors.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const STAMP = join(ROOT, "web", "dist", ".sources");
const SOURCES = [
  "web/index.html",
  "web/vite.config.ts",
  "web/src/**/*",
  "src/{contract,core,query}/**/*.ts",
  "package-lock.json",
];

function hashOfSources(): string {
  const hash = createHash("sha256");
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file.slice(ROOT.length)).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

/**
 * Builds `web/dist` unless it is there for the present sources. Takes some ten seconds the first time.
 *
 * @throws AppError INTERNAL with what the builder said
 */
export async function buildWorkbench(note: (line: string) => void): Promise<void> {
  const wanted = hashOfSources();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  note("Building the workbench (the first time only)");
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin", "vite.js");
  const child = spawn(process.execPath, [vite, "build", join(ROOT, "web"), "--logLevel", "warn"], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0)
    throw new AppError("INTERNAL", {}, { cause: new Error(`the workbench could not be built:\n${output}`) });
  writeFileSync(STAMP, wanted);
}
