import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadSettings } from "../config/load-settings.ts";
import { importServices } from "../jobs/import/record-import.ts";
import { findSampleState, loadSample, planSample, SAMPLE_SOURCE } from "../jobs/sample/load-sample.ts";
import { readLock } from "../lock/acquire-lock.ts";
import { sql } from "../query/sql.ts";
import { openRuntime, type Runtime } from "./open-runtime.ts";
import { serve } from "./serve.ts";

const folder = mkdtempSync(join(tmpdir(), "parlance-serve-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function settingsOf(name: string, sampleSize: number) {
  const flags = {
    "data-dir": join(folder, name),
    port: "0",
    workers: "1",
    "encoder-threads": "1",
    "sample-size": String(sampleSize),
    "log-level": "fatal",
  };
  return loadSettings({ flags, env: {}, cwd: folder }).settings;
}

/** A server in a process of its own: what `parlance start` does, without building the workbench. */
const SERVE = `
  const { serve } = await import(${JSON.stringify(new URL("./serve.ts", import.meta.url).href)});
  console.log((await serve(JSON.parse(process.argv[2]))).url);
`;

async function countSample({ columnar }: Runtime): Promise<{ rows: string; distinct: string }> {
  const [counted] = await columnar.query<{ rows: string; distinct: string }>(
    sql`SELECT toString(count()) AS rows, toString(uniqExact(external_id)) AS distinct FROM conversations FINAL WHERE source = ${SAMPLE_SOURCE}`,
    { tag: "test" },
  );
  return counted ?? { rows: "", distinct: "" };
}

describe("the sample of a first start", () => {
  it("ends with exactly the planned conversations when the server is stopped meanwhile and started again", async () => {
    const settings = settingsOf("sample", 60);
    const first = await serve(settings);
    expect(first.sample).toMatchObject({ total: 60, done: 0 });
    await first.close();
    const second = await serve(settings);
    expect(second.sample?.total).toBe(60);
    await second.close();
    const runtime = await openRuntime(settings);
    try {
      // Whatever the two servers got done, the rest is what a third one would load.
      const signal = new AbortController().signal;
      await loadSample(importServices(runtime), {
        signal,
        onProgress: () => undefined,
        understand: async () => undefined,
      });
      expect(await findSampleState(importServices(runtime))).toMatchObject({ total: 60, done: 60 });
      expect(await countSample(runtime)).toEqual({ rows: "60", distinct: "60" });
    } finally {
      await runtime.close();
    }
  });

  it("goes on after a share that was broken off in the middle", async () => {
    const settings = settingsOf("broken-off", 0);
    const runtime = await openRuntime(settings);
    try {
      const services = importServices(runtime);
      await planSample(services, { total: 2_300, seed: 1, endDay: "2026-06-28" });
      const stopped = new AbortController();
      const told: number[] = [];
      const understood: number[] = [];
      const options = {
        onProgress: ({ done }: { done: number }) => void told.push(done),
        understand: async () => void understood.push(told.at(-1) ?? 0),
      };
      const stopAtFirstRows = async () => {
        while ((await countSample(runtime)).rows === "0")
          await new Promise((resolve) => setImmediate(resolve));
        stopped.abort();
      };
      await Promise.all([loadSample(services, { ...options, signal: stopped.signal }), stopAtFirstRows()]);
      await loadSample(services, { ...options, signal: new AbortController().signal });
      expect(told.slice(-2)).toEqual([2_000, 2_300]);
      expect(understood.slice(-2)).toEqual([2_000, 2_300]);
      expect(await countSample(runtime)).toEqual({ rows: "2300", distinct: "2300" });
    } finally {
      await runtime.close();
    }
  });
});

describe("a server's data directory", () => {
  it("is refused to a second server, and free at once when the first was killed", async () => {
    const dataDir = join(folder, "killed");
    const script = join(folder, "serve.mjs");
    writeFileSync(script, SERVE);
    const child = spawn(process.execPath, [script, JSON.stringify(settingsOf("killed", 0))]);
    await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
    const holder = await readLock(dataDir);
    await expect(serve(settingsOf("killed", 0))).rejects.toMatchObject({
      code: "DATA_DIR_IN_USE",
      details: { pid: holder?.pid },
    });
    expect(holder?.pid).toBe(child.pid);
    child.kill("SIGKILL");
    await once(child, "exit");
    const server = await serve(settingsOf("killed", 0));
    expect((await fetch(`${server.url}/v1/ready`)).status).toBe(200);
    await server.close();
    expect(await readLock(dataDir)).toBeUndefined();
  });
});
