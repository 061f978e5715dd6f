// The server as a process of its own, as `parlance start` runs it.
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { MALLOC_ARENAS, NODE_FLAGS } from "../../bin/node-flags.js";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** Starts the server on a data directory, with a sample of this size when it is new; resolves when it listens. */
export async function startServer(
  dataDir: string,
  sampleSize: number,
): Promise<{ child: ChildProcess; url: string }> {
  const args = [
    ...NODE_FLAGS,
    MAIN,
    "start",
    "--port",
    "0",
    "--data-dir",
    dataDir,
    "--no-open",
    "--sample-size",
    String(sampleSize),
  ];
  const child = spawn(process.execPath, args, {
    env: { MALLOC_ARENA_MAX: MALLOC_ARENAS, ...process.env },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = /Parlance is at (http:\/\/\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.on("close", () => reject(new Error("the server did not start")));
  });
  return { child, url };
}

export async function stopServer(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.on("close", resolve));
  child.kill("SIGTERM");
  await ended;
}
