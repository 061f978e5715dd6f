// Runs the real command, without bin/parlance between, and watches how much memory its process holds at most.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MALLOC_ARENAS, NODE_FLAGS } from "../../bin/node-flags.js";

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const LOOK_EVERY_MS = 50;

export type MeasuredRun = {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly elapsedMs: number;
  /** Highest resident memory in bytes; 0 where the system does not tell (only Linux does). */
  readonly peakResidentBytes: number;
};

/** Resident memory of a process in bytes; 0 when it is gone or the system does not tell. */
export function residentBytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

export async function runMeasured(args: readonly string[]): Promise<MeasuredRun> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [...NODE_FLAGS, MAIN, ...args], {
    env: { MALLOC_ARENA_MAX: MALLOC_ARENAS, ...process.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  let peakResidentBytes = 0;
  const timer = setInterval(() => {
    peakResidentBytes = Math.max(peakResidentBytes, residentBytes(child.pid ?? 0));
  }, LOOK_EVERY_MS);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearInterval(timer);
  return { code, stdout, stderr, elapsedMs: performance.now() - startedMs, peakResidentBytes };
}
