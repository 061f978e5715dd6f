import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { acquireLock, readLock } from "./acquire-lock.ts";

const newFolder = () => join(mkdtempSync(join(tmpdir(), "parlance-lock-")), "data");

describe("the lock of a data directory", () => {
  it("refuses a second holder and names the first one's process", async () => {
    const folder = newFolder();
    const lock = await acquireLock(folder);
    await expect(acquireLock(folder)).rejects.toMatchObject({
      code: "DATA_DIR_IN_USE",
      details: { pid: process.pid },
    });
    await lock.release();
    await (await acquireLock(folder)).release();
  });

  it("lets exactly one of many that start at once win", async () => {
    const folder = newFolder();
    const results = await Promise.allSettled(Array.from({ length: 12 }, () => acquireLock(folder)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("publishes where its holder serves", async () => {
    const folder = newFolder();
    const lock = await acquireLock(folder);
    expect(await readLock(folder)).toMatchObject({ pid: process.pid });
    await lock.setUrl("http://127.0.0.1:7080");
    expect(await readLock(folder)).toMatchObject({ url: "http://127.0.0.1:7080" });
    await lock.release();
    expect(await readLock(folder)).toBeUndefined();
  });

  it("takes over a lock whose process died", async () => {
    const folder = newFolder();
    await (await acquireLock(folder)).release();
    const child = spawn("true");
    await new Promise((resolve) => child.on("exit", resolve));
    writeFileSync(
      join(folder, "parlance.lock"),
      JSON.stringify({ pid: child.pid, since: new Date().toISOString() }),
    );
    expect(await readLock(folder)).toBeUndefined();
    await (await acquireLock(folder)).release();
  });

  it.runIf(process.platform === "linux")(
    "takes over a lock whose number now belongs to a younger process",
    async () => {
      const folder = newFolder();
      await (await acquireLock(folder)).release();
      writeFileSync(
        join(folder, "parlance.lock"),
        JSON.stringify({ pid: process.pid, since: "2020-01-01T00:00:00.000Z" }),
      );
      await (await acquireLock(folder)).release();
    },
  );

  it("takes over a lock that holds nonsense and leaves no files of its own behind", async () => {
    const folder = newFolder();
    await (await acquireLock(folder)).release();
    writeFileSync(join(folder, "parlance.lock"), "{");
    const lock = await acquireLock(folder);
    expect(readdirSync(folder)).toEqual(["parlance.lock"]);
    await lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("keeps the directory to its owner", async () => {
    const folder = newFolder();
    await (await acquireLock(folder)).release();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
});
