// What people do in the workbench, step by step: the real command, the real engines, a real browser.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults, openBrowser } from "../support/browser.ts";
import { startServer, type TestServer, until } from "../support/server.ts";

const DESKTOP = { viewport: { width: 1440, height: 900 } };
const SAMPLE = 600;
const ALL = `?view=${encodeURIComponent(JSON.stringify({ time: "all" }))}`;

type WorkspaceState = {
  readonly sample: { readonly state: string } | null;
  readonly waitingUtterances: number;
  readonly counts: { readonly conversations: number };
};

let server: TestServer;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  server = await startServer({ PARLANCE_SAMPLE_SIZE: String(SAMPLE) });
  browser = await openBrowser();
  await until(
    async () => (await (await fetch(`${server.url}/v1/workspace`)).json()) as WorkspaceState,
    ({ sample, waitingUtterances, counts }) =>
      counts.conversations === SAMPLE && sample?.state === "done" && waitingUtterances === 0,
    200_000,
  );
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function open(options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: "reduce", ...options })).newPage();
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  return page;
}

/** What axe finds on a page that has come to rest. */
async function faultsAtRest(page: Page): Promise<readonly string[]> {
  await until(
    () => page.locator(".stale, .mantine-Skeleton-root, .mantine-Loader-root").count(),
    (count) => count === 0,
  );
  return await accessibilityFaults(page);
}

async function show(page: Page, path: string): Promise<void> {
  await page.goto(server.url + path);
  await page.locator("h1").waitFor();
}

describe("the pages", () => {
  const pages = ["/", "/topics", "/topics/1", "/conversations", "/sources"];
  const screens = [
    { width: 1440, scheme: "light" },
    { width: 1440, scheme: "dark" },
    { width: 390, scheme: "light" },
    { width: 390, scheme: "dark" },
  ] as const;

  it.each(screens)("fit $width px in the $scheme theme, and axe finds nothing", async ({ width, scheme }) => {
    const page = await open({ viewport: { width, height: 844 }, colorScheme: scheme });
    for (const path of pages) {
      await show(page, path + ALL);
      expect(await faultsAtRest(page), path).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth"), path).toBeLessThanOrEqual(width);
    }
    await page.context().close();
  });

  it("complain of nothing", () => {
    expect(complaints).toEqual([]);
  });
});

describe("a number", () => {
  it("opens its conversations, one of them opens as a thread, and Escape leads back to where one was", async () => {
    const page = await open(DESKTOP);
    await show(page, `/${ALL}`);
    const figure = page.getByRole("region", { name: "Conversations", exact: true }).getByRole("button");
    expect(await figure.textContent()).toBe(String(SAMPLE));
    await figure.click();
    const drawer = page.getByRole("complementary", { name: "Conversations" });
    await drawer.getByText(`${SAMPLE} conversations`).waitFor();
    await drawer.getByRole("listitem").first().getByRole("button").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await drawer.getByRole("article", { name: "Conversation" }).waitFor();
    await page.keyboard.press("Escape");
    await drawer.getByRole("list").waitFor();
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    expect(await figure.evaluate((element) => element.matches(":focus"))).toBe(true);
    await page.context().close();
  });
});

describe("a filter", () => {
  it("lives in the URL, so that back takes it away and forward brings it again", async () => {
    const page = await open(DESKTOP);
    await show(page, `/${ALL}`);
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    await page.getByLabel("Find a field").fill("chann");
    await page.getByRole("button", { name: "Channel", exact: true }).click();
    await page.getByRole("checkbox", { name: "Web" }).check();
    await page.getByRole("button", { name: "Add filter" }).click();
    const chip = page.getByRole("button", { name: "Remove the filter Channel: Web" });
    await chip.waitFor();
    expect(decodeURIComponent(page.url())).toContain('"field":"channel"');
    await page.goBack();
    await chip.waitFor({ state: "detached" });
    await page.goForward();
    await chip.waitFor();
    await page.context().close();
  });
});

describe("a topic", () => {
  it("is renamed in place and gets its name back at a click", async () => {
    const page = await open(DESKTOP);
    await show(page, `/topics${ALL}`);
    const first = page.locator("tbody tr").first();
    const name = (await first.getByRole("link").textContent()) ?? "";
    await page.keyboard.press("j");
    await page.keyboard.press("e");
    await page.getByLabel(`New name of ${name}`).fill("Quite another name");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Quite another name" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("link", { name, exact: true }).first().waitFor();
    await page.context().close();
  });
});

describe("a file", () => {
  it("is shown as it would be stored, taken in, and what was set aside is explained", async () => {
    const folder = mkdtempSync(join(tmpdir(), "parlance-e2e-file-"));
    const file = join(folder, "shop.csv");
    const rows = Array.from(
      { length: 12 },
      (_, index) =>
        `c${index >> 1},2026-03-01T10:0${index % 10}:00Z,customer,"Hello, I am at ada${index}@example.org"`,
    );
    writeFileSync(
      file,
      ["conversation_id,sent_at,author,body", ...rows, "c9,some day,customer,No time", ""].join("\n"),
    );
    const page = await open(DESKTOP);
    await show(page, "/sources");
    await page.getByLabel("File to import").setInputFiles(file);
    const dialog = page.getByRole("dialog");
    await dialog.getByText("As it would be stored").waitFor();
    expect(await dialog.textContent()).not.toContain("example.org");
    await dialog.getByRole("button", { name: "Import", exact: true }).click();
    await dialog.getByText("13 messages read: 12 stored, 1 set aside").waitFor();
    await dialog.getByRole("link", { name: "See what was set aside" }).click();
    await page.getByText("shop.csv, line 14").waitFor();
    expect(await faultsAtRest(page)).toEqual([]);
    await page.context().close();
    rmSync(folder, { recursive: true, force: true });
  });
});
