import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runHere } from "../../../test/support/in-process.ts";
import { SETTING_SPECS } from "../../config/settings.ts";

const folder = mkdtempSync(join(tmpdir(), "parlance-config-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "parlance.json");
writeFileSync(file, JSON.stringify({ workers: 3, logLevel: "info" }));

type Printed = {
  readonly file: string | null;
  readonly settings: readonly { setting: string; value: unknown; origin: string; environment: string }[];
};

describe("parlance config", () => {
  it("prints every setting with where it came from: flag before environment before file", async () => {
    const env = { HOME: folder, PARLANCE_PORT: "8080", PARLANCE_LOG_LEVEL: "debug" };
    const run = await runHere(["config", "--json", "--log-level", "error"], { cwd: folder, env });
    const { settings } = JSON.parse(run.stdout) as Printed;
    const found = Object.fromEntries(
      settings.map(({ setting, value, origin }) => [setting, [value, origin]]),
    );
    expect(Object.keys(found)).toEqual(Object.keys(SETTING_SPECS));
    expect(found).toMatchObject({
      logLevel: ["error", "flag"],
      port: [8080, "environment"],
      workers: [3, "file"],
      host: ["127.0.0.1", "default"],
    });
    expect(run).toMatchObject({ code: 0, stderr: "" });
  });

  it.each([["--json"], []])("hides passwords of addresses (%s)", async (...argv) => {
    const env = {
      PARLANCE_DATABASE_URL: "postgres://ann:pl4nted-secret@db.example:5432/parlance?password=pl4nted-secret",
      PARLANCE_CLICKHOUSE_URL: "http://ann:pl4nted%2Dsecret@ch.example:8123/parlance",
    };
    const { stdout } = await runHere(["config", ...argv], { cwd: folder, env });
    expect(stdout).toContain("ann:…@db.example");
    expect(stdout).toContain("ann:…@ch.example");
    expect(stdout).not.toMatch(/pl4nted/);
  });

  it("names the setting that is wrong", async () => {
    const run = await runHere(["config"], { cwd: folder, env: { PARLANCE_PORT: "many" } });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("port");
    expect(run.stdout).toBe("");
  });
});
