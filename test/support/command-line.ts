// Runs the real command in a process of its own, as a person would.
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const BIN = fileURLToPath(new URL("../../bin/parlance", import.meta.url));

export type Finished = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};
export type Running = { readonly child: ChildProcess; readonly finished: Promise<Finished> };

/** Starts `parlance` with these arguments. The process is the leader of a group, so that `killGroup` ends all of it. */
export function startParlance(
  args: readonly string[],
  options: { readonly env?: Record<string, string>; readonly input?: string } = {},
): Running {
  const child = spawn(process.execPath, [BIN, ...args], {
    env: { ...process.env, ...options.env },
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdin.on("error", () => undefined);
  child.stdin.end(options.input ?? "");
  const finished = new Promise<Finished>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, finished };
}

/** Runs `parlance` to its end. */
export function runParlance(
  args: readonly string[],
  options?: Parameters<typeof startParlance>[1],
): Promise<Finished> {
  return startParlance(args, options).finished;
}

/** SIGKILL to the command and everything it started. */
export function killGroup({ child }: Running): void {
  if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
}
