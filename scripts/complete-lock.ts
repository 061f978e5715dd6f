// Completes package-lock.json with optional packages of other platforms that npm left out because the registry in use
// does not serve them. Without these entries `npm ci` refuses the lock file on every machine. Run it after each
// `npm install`; `npm run check` fails when an entry is missing.
import { readFileSync, writeFileSync } from "node:fs";

type LockEntry = {
  version?: string;
  optionalDependencies?: Record<string, string>;
  cpu?: string[];
  os?: string[];
  libc?: string[];
  license?: string;
  optional?: boolean;
};
type LockFile = { packages: Record<string, LockEntry> };

const SYSTEMS = ["darwin", "linux", "win32", "freebsd", "android", "openharmony"];
const PROCESSORS = ["x64", "arm64", "arm", "ia32", "ppc64", "riscv64", "s390x", "loong64"];

/** Reads system, processor and C library from a platform package's name, such as `@chdb/lib-linux-arm64-gnu`. */
export function platformOf(name: string): Pick<LockEntry, "cpu" | "os" | "libc"> {
  const words = name.split(/[-/]/);
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  const libc = words.some((word) => word.startsWith("musl"))
    ? ["musl"]
    : words.some((word) => word.startsWith("gnu"))
      ? ["glibc"]
      : undefined;
  return { ...(cpu && { cpu: [cpu] }), ...(os && { os: [os] }), ...(libc && os === "linux" && { libc }) };
}

/** The optional packages that the lock file names as dependencies and has no entry for. */
export function missingOptionalPackages(lock: LockFile): { path: string; entry: LockEntry }[] {
  const missing: { path: string; entry: LockEntry }[] = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (lock.packages[`node_modules/${name}`] || lock.packages[`${path}/node_modules/${name}`]) continue;
      const license = entry.license;
      missing.push({
        path: `node_modules/${name}`,
        entry: { version, ...platformOf(name), ...(license && { license }), optional: true },
      });
    }
  }
  return missing;
}

if (import.meta.main) {
  const file = new URL("../package-lock.json", import.meta.url);
  const lock = JSON.parse(readFileSync(file, "utf8")) as LockFile;
  const missing = missingOptionalPackages(lock);
  if (process.argv.includes("--check")) {
    for (const { path } of missing)
      console.log(`${path} has no entry: run \`node scripts/complete-lock.ts\``);
    process.exit(missing.length === 0 ? 0 : 1);
  }
  for (const { path, entry } of missing) lock.packages[path] = entry;
  const [root, ...rest] = Object.entries(lock.packages);
  if (!root) throw new Error("package-lock.json has no packages");
  lock.packages = Object.fromEntries([root, ...rest.sort(([a], [b]) => (a < b ? -1 : 1))]);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} packages of other platforms added`);
}
