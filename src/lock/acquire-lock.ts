// Takes the lock of a data directory, or says who holds it. The file appears with its content in one step (a link to a
// finished file fails when the name is taken), so that two processes starting at once cannot both win.
import { randomUUID } from "node:crypto";
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../core/errors.ts";
import type { DataDirLock, LockHolder } from "./data-dir-lock.ts";
import { isSameProcess } from "./process-identity.ts";

const holderSchema = z.object({
  pid: z.number().int(),
  since: z.string(),
  url: z.string().optional(),
  key: z.string().optional(),
});

function lockFile(dataDir: string): string {
  return join(dataDir, "parlance.lock");
}

/** Who holds the data directory now; undefined when nobody does or the lock is left over from a process that died. */
export async function readLock(dataDir: string): Promise<LockHolder | undefined> {
  return readHolder(lockFile(dataDir));
}

async function readHolder(file: string): Promise<LockHolder | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { data } = holderSchema.safeParse(content);
  if (!data || !isSameProcess(data.pid, data.since)) return undefined;
  const { pid, since, url, key } = data;
  return { pid, since, ...(url !== undefined && { url }), ...(key !== undefined && { key }) };
}

/**
 * Makes the data directory (for its owner only) and takes its lock.
 *
 * @throws AppError DATA_DIR_IN_USE with the holder's pid when another process, or this one, has it.
 */
export async function acquireLock(dataDir: string): Promise<DataDirLock> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const holder: LockHolder = { pid: process.pid, since: new Date().toISOString() };
  const own = join(dataDir, `.parlance.lock.${randomUUID()}`);
  await writeFile(own, JSON.stringify(holder), { mode: 0o600 });
  try {
    await claim(dataDir, own);
  } finally {
    await rm(own, { force: true });
  }
  await chmod(dataDir, 0o700);
  return {
    async setUrl(url, key) {
      const next = join(dataDir, `.parlance.lock.${randomUUID()}`);
      await writeFile(next, JSON.stringify({ ...holder, url, key }), { mode: 0o600 });
      await rename(next, lockFile(dataDir));
    },
    async release() {
      await rm(lockFile(dataDir), { force: true });
    },
  };
}

async function claim(dataDir: string, own: string): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      await link(own, lockFile(dataDir));
      return;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST")
        throw new AppError(
          "CONFIG_INVALID",
          { setting: "dataDir", problem: `${dataDir} cannot be written to` },
          { cause },
        );
    }
    const holder = await readLock(dataDir);
    if (holder) throw new AppError("DATA_DIR_IN_USE", { dataDir, pid: holder.pid, since: holder.since });
    // Left over: whoever manages to move it away tries again; the others find it gone or find a new holder.
    const leftOver = join(dataDir, `.parlance.lock.${randomUUID()}`);
    await rename(lockFile(dataDir), leftOver).catch(() => undefined);
    // Another process may have replaced the stale lock by its own between the look and the move: give that one back.
    if (await readHolder(leftOver)) await link(leftOver, lockFile(dataDir)).catch(() => undefined);
    await rm(leftOver, { force: true });
  }
  throw new AppError("DATA_DIR_IN_USE", { dataDir, pid: "unknown", since: "now" });
}
