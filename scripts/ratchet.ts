// Counts that may only fall. scripts/ratchet.json holds the highest allowed; lower it with `node scripts/ratchet.ts --write`
// when a count has fallen. A rule without a tool fails.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { ROOT } from "./run-command.ts";

type Source = { readonly file: string; readonly text: string };
type Rule = { readonly name: string; readonly count: (source: Source) => number };

function occurrences(pattern: RegExp, only: (file: string) => boolean = () => true): Rule["count"] {
  return ({ file, text }) => (only(file) ? (text.match(pattern)?.length ?? 0) : 0);
}

const isWeb = (file: string) => file.startsWith("web/src/");
const isCode = (file: string) => !file.endsWith("ratchet.ts");

export const RULES: readonly Rule[] = [
  { name: "any", count: occurrences(/[:<]\s*any\b|\bas any\b/g, isCode) },
  { name: "as unknown as", count: occurrences(/as unknown as/g, isCode) },
  { name: "@ts-", count: occurrences(/@ts-(?:ignore|expect-error|nocheck)/g, isCode) },
  { name: "biome-ignore", count: occurrences(/biome-ignore/g, isCode) },
  { name: "useEffect", count: occurrences(/\buseEffect\(/g, isWeb) },
  { name: "files over 400 lines", count: ({ text }) => (text.split("\n").length > 401 ? 1 : 0) },
  {
    name: "raw colours outside the palette",
    count: occurrences(
      /#[0-9a-fA-F]{6}\b/g,
      (file) => isWeb(file) && !file.includes("palette") && !file.includes("tokens"),
    ),
  },
  {
    name: "process.env outside config",
    count: occurrences(
      /process\.env/g,
      (file) =>
        file.startsWith("src/") &&
        !file.endsWith(".test.ts") &&
        file !== "src/cli/main.ts" &&
        !file.startsWith("src/config/"),
    ),
  },
];

function sources(): Source[] {
  const files = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx"],
    { cwd: ROOT, encoding: "utf8" },
  );
  return files
    .split("\n")
    .filter((file) => file !== "" && !file.includes("fixtures/"))
    .map((file) => ({ file, text: readFileSync(`${ROOT}${file}`, "utf8") }));
}

if (import.meta.main) {
  const limitsFile = `${ROOT}scripts/ratchet.json`;
  const all = sources();
  const counts = Object.fromEntries(
    RULES.map(({ name, count }) => [name, all.reduce((sum, source) => sum + count(source), 0)]),
  );
  if (process.argv.includes("--write")) {
    writeFileSync(limitsFile, `${JSON.stringify(counts, null, 2)}\n`);
  } else {
    const limits = JSON.parse(readFileSync(limitsFile, "utf8")) as Record<string, number>;
    for (const { name, count } of RULES) {
      const limit = limits[name] ?? 0;
      if ((counts[name] ?? 0) <= limit) continue;
      process.exitCode = 1;
      console.log(`${name}: ${counts[name]} now, ${limit} allowed`);
      for (const source of all) if (count(source) > 0) console.log(`  ${source.file}: ${count(source)}`);
    }
  }
}
