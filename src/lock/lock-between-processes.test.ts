import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acquireLock, readLock } from "./acquire-lock.ts";

const module = fileURLToPath(new URL("./acquire-lock.ts", import.meta.url));

/** Starts a process that takes the lock and says so, and then lives until it is killed. */
async function startHolder(dataDir: string): Promise<{ pid: number; word: string; kill(): Promise<void> }> {
  const script = `import { acquireLock } from ${JSON.stringify(module)};
    acquireLock(process.argv[1]).then(() => console.log("held"), (error) => console.log(error.code));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const word = await new Promise<string>((resolve) =>
    child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim())),
  );
  return {
    pid: child.pid ?? 0,
    word,
    kill: () =>
      new Promise((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGKILL");
      }),
  };
}

describe("the lock between processes", () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = join(await mkdtemp(join(tmpdir(), "parlance-lock-")), "data");
  });
  afterEach(() => rm(join(dataDir, ".."), { recursive: true, force: true }));

  it("refuses while another process lives and takes over when it was killed", async () => {
    const holder = await startHolder(dataDir);
    expect(holder.word).toBe("held");
    await expect(acquireLock(dataDir)).rejects.toMatchObject({ details: { pid: holder.pid } });
    await holder.kill();
    expect(await readLock(dataDir)).toBeUndefined();
    await (await acquireLock(dataDir)).release();
  });

  it("lets exactly one of many processes take a stale lock", async () => {
    await (await acquireLock(dataDir)).release();
    await writeFile(
      join(dataDir, "parlance.lock"),
      JSON.stringify({ pid: 2_000_000_000, since: new Date(0).toISOString() }),
    );
    const holders = await Promise.all(Array.from({ length: 4 }, () => startHolder(dataDir)));
    expect(holders.map((holder) => holder.word).sort()).toEqual([
      "DATA_DIR_IN_USE",
      "DATA_DIR_IN_USE",
      "DATA_DIR_IN_USE",
      "held",
    ]);
    await Promise.all(holders.map((holder) => holder.kill()));
  });
});
