import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadSettings } from "./load-settings.ts";

function folder(content?: string): string {
  const cwd = mkdtempSync(join(tmpdir(), "parlance-settings-"));
  if (content !== undefined) writeFileSync(join(cwd, "parlance.json"), content);
  return cwd;
}

describe("loadSettings", () => {
  it("prefers a flag to the environment, the environment to the file and the file to the default", () => {
    const cwd = folder('{"port": 3, "host": "127.0.0.3", "workers": 3}');
    const { settings, origins } = loadSettings({
      flags: { port: "1" },
      env: { PARLANCE_PORT: "2", PARLANCE_HOST: "127.0.0.2" },
      cwd,
    });
    expect(settings).toMatchObject({ port: 1, host: "127.0.0.2", workers: 3, logLevel: "warn" });
    expect(origins).toMatchObject({
      port: "flag",
      host: "environment",
      workers: "file",
      logLevel: "default",
    });
  });

  it("takes a relative data directory from the current folder", () => {
    const cwd = folder();
    expect(loadSettings({ flags: { "data-dir": "x" }, env: {}, cwd }).settings.dataDir).toBe(join(cwd, "x"));
  });

  it.each([
    ["a port that is no number", { PARLANCE_PORT: "http" }, undefined, /port \(from environment\)/],
    ["a file that is no JSON", {}, "port: 3", /is not JSON/],
    ["a file with a setting that does not exist", {}, '{"prot": 3}', /prot/],
    [
      "a named file that is missing",
      { PARLANCE_CONFIG: "other.json" },
      undefined,
      /other\.json does not exist/,
    ],
  ])("refuses %s and names it", (_, env, content, message) => {
    expect(() => loadSettings({ flags: {}, env, cwd: folder(content) })).toThrow(message);
  });
});
