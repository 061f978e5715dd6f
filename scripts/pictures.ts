// Takes the pictures of the documentation from a running workbench: `node scripts/pictures.ts http://127.0.0.1:7080`. Not a
// part of `npm run docs`, since a picture differs from run to run; take them anew when a page has changed.
import { openBrowser } from "../test/support/browser.ts";
import { ROOT } from "./run-command.ts";

const PICTURES = { overview: "/", topics: "/topics" };
const VIEW = `?view=${encodeURIComponent(JSON.stringify({ time: "all" }))}`;
const UNFINISHED = ".notice, .stale, .mantine-Skeleton-root, .mantine-Loader-root";

const [url] = process.argv.slice(2);
if (url === undefined) throw new Error("name the address of a workbench that shows the sample");
const browser = await openBrowser();
try {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  for (const [name, path] of Object.entries(PICTURES)) {
    await page.goto(url + path + VIEW, { waitUntil: "networkidle" });
    await page.waitForFunction(`document.querySelector(${JSON.stringify(UNFINISHED)}) === null`, undefined, {
      timeout: 600_000,
    });
    await page.screenshot({ path: `${ROOT}docs/images/${name}.png` });
    console.log(`wrote docs/images/${name}.png`);
  }
} finally {
  await browser.close();
}
