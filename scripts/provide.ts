// Finds the programs that the tests drive (Chromium, PostgreSQL) and, as root on Debian, installs them when missing.
import { existsSync, readdirSync } from "node:fs";
import { runCommand } from "./run-command.ts";

const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function findBrowser(): string | undefined {
  const named = process.env["PARLANCE_CHROME"];
  return named !== undefined && existsSync(named) ? named : BROWSERS.find((file) => existsSync(file));
}

function findPostgres(): string | undefined {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions
    .map((version) => `${root}/${version}/bin`)
    .find((folder) => existsSync(`${folder}/postgres`));
}

async function installDebianPackage(name: string): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) return;
  console.log(`installing Debian's ${name}`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await runCommand("apt-get", ["update", "-qq"], { quiet: true, env });
  const { code, output } = await runCommand(
    "apt-get",
    ["install", "-y", "-qq", "--no-install-recommends", name],
    { quiet: true, env },
  );
  if (code !== 0) console.log(output.split("\n").slice(-5).join("\n"));
}

/** The environment that names the browser to the end-to-end tests. */
export async function provideChromium(): Promise<Record<string, string>> {
  if (findBrowser() === undefined) await installDebianPackage("chromium");
  const browser = findBrowser();
  if (browser === undefined)
    throw new Error("The browser tests need Chrome or Chromium: install one, or name it in PARLANCE_CHROME.");
  return { PARLANCE_CHROME: browser };
}

/** The environment that names the folder of PostgreSQL's programs; empty (those tests are then skipped) when there is none. */
export async function providePostgres(): Promise<Record<string, string>> {
  if (findPostgres() === undefined) await installDebianPackage("postgresql");
  const folder = findPostgres();
  if (folder === undefined)
    console.log("PostgreSQL was not found: its tests are skipped. Install it to run them.");
  return folder === undefined ? {} : { PARLANCE_POSTGRES_BIN: folder };
}
