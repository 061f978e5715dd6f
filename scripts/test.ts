// What a change must pass: checks, unit tests, the engines, the browser. Sets up what the tests need first. The last line
// is `N passed, N failed`.
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runChecks } from "./check.ts";
import { provideChromium, providePostgres } from "./provide.ts";
import { runCommand } from "./run-command.ts";

type Counts = { passed: number; failed: number; skipped: number };

async function runProject(project: string, env: Record<string, string>): Promise<Counts> {
  const report = join(tmpdir(), `parlance-test-${project}-${process.pid}.json`);
  const args = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const { code } = await runCommand("vitest", args, { env });
  try {
    const result = JSON.parse(readFileSync(report, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      numFailedTestSuites: number;
    };
    rmSync(report, { force: true });
    const brokenSuites =
      result.numFailedTests === 0 && code !== 0 ? Math.max(1, result.numFailedTestSuites) : 0;
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + brokenSuites,
      skipped: result.numPendingTests,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
function add(counts: Partial<Counts>): void {
  total.passed += counts.passed ?? 0;
  total.failed += counts.failed ?? 0;
  total.skipped += counts.skipped ?? 0;
}

add(await runChecks());
add(await runProject("unit", {}));
add(await runProject("engines", await providePostgres()));
const build = await runCommand("vite", ["build", "web"], { quiet: true });
if (build.code !== 0) console.log(build.output);
add(build.code === 0 ? { passed: 1 } : { failed: 1 });
add(await runProject("e2e", await provideChromium()));

console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
