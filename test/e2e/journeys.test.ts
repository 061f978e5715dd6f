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
  const pages = [
    "/",
    "/topics",
    "/topics/1",
    "/topics/map",
    "/topics/unassigned",
    "/topics/lineage",
    "/topics/corrections",
    "/conversations",
    "/sources",
    "/settings/personal-data",
    "/settings/people",
  ];
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
    await drawer.getByRole("row").nth(1).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await drawer.getByRole("article", { name: "Conversation" }).waitFor();
    await page.keyboard.press("Escape");
    await drawer.getByRole("grid").waitFor();
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

describe("a typed sentence", () => {
  it("becomes filters and a time, and leaves the rest as a search", async () => {
    const page = await open(DESKTOP);
    await show(page, `/${ALL}`);
    await page.keyboard.press("/");
    await page.keyboard.type("web last 12 weeks not escalated order");
    await page.getByText("and the words “order”").waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Remove the filter Channel: Web" }).waitFor();
    await page.getByRole("button", { name: "Remove the filter not Outcome: Escalated" }).waitFor();
    await page.getByRole("button", { name: "Time: Last 12 weeks" }).waitFor();
    expect(await page.getByLabel("Search conversations").inputValue()).toBe("order");
    await page.context().close();
  });
});

describe("a table", () => {
  it("copies what is chosen for a spreadsheet, and remembers its columns", async () => {
    const page = await open({ ...DESKTOP, permissions: ["clipboard-read", "clipboard-write"] });
    await show(page, `/conversations${ALL}`);
    const table = page.getByRole("grid", { name: "Conversations" });
    await table.getByRole("row").nth(2).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Shift+ArrowDown");
    await page.getByText("2 rows chosen").waitFor();
    await page.keyboard.press("Control+c");
    const lines = (await page.evaluate<string>("navigator.clipboard.readText()")).trim().split("\n");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain("What was said\tTopic\tChannel");
    expect(new Set(lines.map((line) => line.split("\t").length)).size).toBe(1);

    await page.getByRole("button", { name: "Columns of Conversations" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Channel" }).click();
    await page.reload();
    await table.getByRole("columnheader", { name: "Topic" }).waitFor();
    expect(await table.getByRole("columnheader", { name: "Channel" }).count()).toBe(0);
    await page.context().close();
  });

  it("has of a hundred thousand rows only those in sight, and reaches the last", async () => {
    const page = await open(DESKTOP);
    // The server's own rows over and over, since a hundred thousand conversations would take the test's time.
    await page.route("**/v1/conversations/search", async (route) => {
      const body = route.request().postDataJSON() as { readonly limit?: number };
      const response = await route.fetch({ postData: JSON.stringify({ ...body, offset: 0 }) });
      await route.fulfill({ response, json: { ...(await response.json()), total: 100_000 } });
    });
    await show(page, `/conversations${ALL}`);
    const table = page.getByRole("grid", { name: "Conversations" });
    await table.getByRole("row").nth(2).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("End");
    const last = table.locator('[aria-rowindex="100001"]');
    await last.waitFor();
    expect(await last.evaluate((element) => element.matches(":focus"))).toBe(true);
    expect(await table.getByRole("row").count()).toBeLessThan(60);
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.context().close();
  });
});

describe("topics", () => {
  /** The tree at rest, with the keys on its first row. */
  async function tree(page: Page) {
    await show(page, `/topics${ALL}`);
    const grid = page.getByRole("treegrid", { name: "Topics" });
    await grid.getByRole("row").nth(2).waitFor();
    await page.keyboard.press("j");
    return grid;
  }
  const firstName = async (page: Page) =>
    (await page.locator('[data-index="0"]').getByRole("link").textContent()) ?? "";

  it("fold and unfold by keys, and Enter opens one", async () => {
    const page = await open(DESKTOP);
    const grid = await tree(page);
    const first = grid.locator('[data-index="0"]');
    expect(await first.getAttribute("aria-expanded")).toBe("true");
    const below = grid.locator('[data-index="1"]');
    expect(await below.getAttribute("aria-level")).toBe("2");
    await page.keyboard.press("ArrowLeft");
    await grid.locator('[data-index="0"][aria-expanded="false"]').waitFor();
    expect(await below.getAttribute("aria-level")).toBe("1");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    expect(await first.evaluate((element) => element.matches(":focus"))).toBe(true);
    const name = await firstName(page);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await page.context().close();
  });

  it("are renamed in place and get their names back at a click", async () => {
    const page = await open(DESKTOP);
    await tree(page);
    const name = await firstName(page);
    await page.keyboard.press("e");
    await page.getByLabel(`New name of ${name}`).fill("Quite another name");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Quite another name" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).first().click();
    await page.getByRole("link", { name, exact: true }).first().waitFor();
    await page.context().close();
  });

  it("merge when two are chosen, and come apart again", async () => {
    const page = await open(DESKTOP);
    const table = `?view=${encodeURIComponent(JSON.stringify({ time: "all", topics: "table" }))}`;
    await show(page, `/topics${table}`);
    const rows = page.getByRole("grid", { name: "Topics" }).getByRole("row");
    await rows.nth(2).waitFor();
    const names = await Promise.all(
      [1, 2].map(async (row) => (await rows.nth(row).getByRole("link").textContent()) ?? ""),
    );
    for (const key of ["j", "x", "j", "x"]) await page.keyboard.press(key);
    await page.getByRole("button", { name: "Merge", exact: true }).click();
    await page.getByRole("menuitem", { name: `Into ${names[0]}` }).click();
    const last = page.getByRole("region", { name: "Last edit" });
    await last.getByText(/^Merged/).waitFor();
    const gone = page.getByRole("grid").getByRole("link", { name: names[1] ?? "", exact: true });
    expect(await gone.count()).toBe(0);
    await last.getByRole("button", { name: "Undo" }).click();
    await gone.first().waitFor();
    await page.context().close();
  });

  it("are cut coarser and finer by the slider", async () => {
    const page = await open(DESKTOP);
    const grid = await tree(page);
    const size = async () => Number(await grid.getAttribute("aria-rowcount"));
    const found = await size();
    const slider = page.getByRole("slider", { name: "Granularity: how many topics" });
    await slider.press("Home");
    await until(size, (rows) => rows < found, 30_000);
    await page.getByRole("button", { name: "As found" }).click();
    await until(size, (rows) => rows === found, 30_000);
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
