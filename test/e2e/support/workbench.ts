// A running server with a small sample and a browser that looks at it, for the tests of the workbench.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { startParlance } from "../../support/command-line.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const POLL_MS = 300;

/** Fetches nothing by itself: the tests pass without a network. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export type Workbench = {
  readonly url: string;
  /** A page in a fresh profile. What the page complains of lands in `complaints`. */
  open(options: BrowserContextOptions): Promise<Page>;
  readonly complaints: string[];
  close(): Promise<void>;
};

/** Starts a server with `sampleSize` conversations and waits until they are in and labelled. */
export async function openWorkbench(sampleSize: number): Promise<Workbench> {
  const dataDir = mkdtempSync(join(tmpdir(), "parlance-e2e-"));
  const args = [
    "start",
    "--port",
    "0",
    "--no-open",
    "--data-dir",
    dataDir,
    "--sample-size",
    String(sampleSize),
  ];
  const server = startParlance(args);
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    server.child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const address = /Parlance is at (\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    void server.finished.then(({ stderr }) => reject(new Error(`the server ended: ${stderr}`)));
  });
  await untilLabelled(url);
  const browser: Browser = await chromium.launch({
    executablePath: process.env["PARLANCE_CHROME"] ?? "/usr/bin/chromium",
    args: QUIET,
  });
  const complaints: string[] = [];
  return {
    url,
    complaints,
    async open(options) {
      const context = await browser.newContext({ reducedMotion: "reduce", ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      return page;
    },
    async close() {
      await browser.close();
      server.child.kill("SIGTERM");
      await server.finished;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function untilLabelled(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/v1/workspace`);
    const { sample, waitingUtterances, counts } = (await response.json()) as {
      sample: { state: string } | null;
      waitingUtterances: number;
      counts: { conversations: number };
    };
    if (counts.conversations > 0 && sample?.state !== "loading" && waitingUtterances === 0) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** What axe finds on a page that has come to rest: rule and place, empty when nothing. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.waitForFunction(
    () => document.querySelector(".stale, .mantine-Skeleton-root, .mantine-Loader-root") === null,
  );
  await page.evaluate(AXE);
  return await page.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe;
    type Violation = { id: string; nodes: { target: string[] }[] };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  });
}
